import type { OrganisationProfile } from '../../domain/organisation.ts';
import { organisations } from '../../infra/organisations/organisations.ts';
import { type Browser, createBrowser, type Page } from './browser.ts';
import { type ConsentDoors, createConsentDoors } from './consents.ts';
import { type DeskAddress, DeskFileError } from './desk-address.ts';
import { createExecutions, type Executions } from './executions.ts';
import { bounce } from './mail-events.ts';
import { createMailbox, type Mailbox } from './mailbox.ts';
import type { MailLink } from './mail-links.ts';
import { type Accepted, type RehearsalBody, type RequestBody, submitRehearsal, submitRequest } from './requests.ts';
import { createRequesterDoors, type RequesterDoors, searchOf } from './requester.ts';
import { sendMail, type WrittenMail } from './send-mail.ts';
import { createStaff, type StaffDesk } from './staff.ts';
import { createSubscriberApi, type SubscriberApi } from './subscriber-api.ts';
import { invokeSweep } from './sweep.ts';

/** A running desk, through the doors that people and engineers use; it never looks into the tables. */
export interface DeskClient extends RequesterDoors {
  readonly desk: DeskAddress;
  readonly organisation: OrganisationProfile;
  readonly mailbox: Mailbox;
  readonly executions: Executions;
  /** The lists, as the newsletter tool sees them; signed. */
  readonly lists: SubscriberApi;
  readonly consents: ConsentDoors;
  /** Mails the desk, or whoever its `smtp` takes mail for. Throws NoMailServerError. */
  readonly sendMail: (mail: WrittenMail) => Promise<void>;
  /** A new browser without a session. */
  readonly newBrowser: () => Browser;
  /** A member of staff with the one browser this person has here. Throws RangeError for an unknown id. */
  readonly staff: (staffId: string) => StaffDesk;
  /** `POST /api/requests`. Throws NotAcceptedError. `key` is the Idempotency-Key. */
  readonly submit: (body: RequestBody, key?: string) => Promise<Accepted>;
  /** `POST /api/rehearsals`, signed. Throws NotAcceptedError. */
  readonly rehearse: (body: RehearsalBody, key?: string) => Promise<Accepted>;
  /** Presses the button behind the link of a confirmation mail. */
  readonly confirm: (link: MailLink) => Promise<Page>;
  /** Types the collection code behind the link of an answer mail. */
  readonly collect: (link: MailLink, collectionCode: string) => Promise<Page>;
  /** Has the watchdog do a task as its schedule would. Throws SweepError. */
  readonly sweep: (task: 'digest' | 'late') => Promise<number>;
  /** Tells the desk that the mail of an outbox row bounced for good. Throws BounceNotTakenError. */
  readonly bounce: (outboxId: string) => Promise<void>;
}

/**
 * A client of one desk; share it, since it holds the staff's sessions and one view of the mailbox. Throws DeskFileError
 * when there is no profile of its organisation.
 */
export function createDeskClient(desk: DeskAddress): DeskClient {
  const organisation = organisations.get(desk.organisation);
  if (organisation === undefined) throw new DeskFileError(`No organisation is called ${desk.organisation}.`);
  const mailbox = createMailbox(desk.mailbox);
  const staff = createStaff(desk, mailbox, organisation);
  return {
    desk,
    organisation,
    mailbox,
    executions: createExecutions(desk),
    lists: createSubscriberApi(desk),
    consents: createConsentDoors(desk),
    sendMail: (mail) => sendMail(desk.smtp, mail),
    newBrowser: () => createBrowser(desk.url),
    staff: (staffId) => staff.of(staffId),
    submit: (body, key) => submitRequest(desk, body, key),
    rehearse: (body, key) => submitRehearsal(desk, body, key),
    confirm: (link) => createBrowser(desk.url).post(`/confirm${searchOf(link)}`, { token: link.secret }),
    collect: (link, collectionCode) =>
      createBrowser(desk.url).post(`/collect${searchOf(link)}`, { token: link.secret, collectionCode }),
    sweep: (task) => invokeSweep(desk, task),
    bounce: (outboxId) => bounce(desk, outboxId),
    ...createRequesterDoors(desk),
  };
}
