import { Temporal } from 'temporal-polyfill';
import type { CaseEventType } from '../../domain/cases/case-events.ts';
import type { Page } from '../desk-client/browser.ts';
import type { Mail } from '../desk-client/mailbox.ts';
import { answerFields } from '../desk-client/answer-fields.ts';
import { isLinkFor, type MailLink } from '../desk-client/mail-links.ts';
import type { StaffAction } from '../../domain/desk/staff-actions.ts';
import type { ShownEvent } from '../desk-client/case-history.ts';
import type { Life } from './life.ts';
import { isMail, type MailKind } from './mail-subjects.ts';
import { awaitWorkflow } from './workflow-checks.ts';
import { type Addressee, nameOf } from './people.ts';
import { checkRefused, isDone, reasonOn, type Refusal } from './page-checks.ts';
import { textsOf } from '../../views/texts/texts-of.ts';

/** Something that the desk showed is not what a scenario can go on with. The message is a sentence. */
class ActError extends Error {
  override readonly name = 'ActError';
}

const patienceSeconds = 45;

/** Waits for a mail of a life; one of a rung until its instant has come, and then some more. Throws WaitedInVainError. */
export async function awaitMail(life: Life, kind: MailKind, to: Addressee, after?: Temporal.Instant): Promise<Mail> {
  const { client } = life.stage;
  const rung = life.ladder.find(({ step }) => step === kind);
  if (rung !== undefined) await life.until(rung.at);
  const who = to === 'requester' ? 'the requester' : nameOf(client.organisation, to);
  const { caseNumber } = life.accepted;
  return client.mailbox.waitFor(
    `the mail “${kind.replaceAll('_', ' ')}” to ${who}`,
    (mail) =>
      mail.caseNumbers.includes(caseNumber) &&
      (after === undefined || Temporal.Instant.compare(mail.arrivedAt, after) > 0) &&
      isMail(life, mail, kind, to),
    patienceSeconds,
  );
}

/** The requester presses the button behind the confirmation mail, and the workflow begins. Throws WaitedInVainError, ActError. */
export async function confirm(life: Life): Promise<void> {
  const { client } = life.stage;
  const mail = await awaitMail(life, 'confirm_request', 'requester');
  const page = await client.confirm(linkOf(mail, ({ page }) => page === 'confirm'));
  if (page.status !== 200) throw new ActError(`Confirming was answered with ${page.status} “${page.title}”.`);
  life.tell(life.requester.name, 'confirms');
  await awaitWorkflow(life);
}

interface StaffAct {
  readonly staffId: string;
  /** The mail whose link is used. */
  readonly from: MailKind;
  /** Only a mail that arrived after this wall instant: for kinds that come more than once. */
  readonly after?: Temporal.Instant;
  /** What the story says was done, where that is more than the action. */
  readonly words?: string;
}

type Fields = Readonly<Record<string, string>>;

/**
 * Somebody of the staff presses the link in a mail and the button of its page. Answers what had happened
 * before in the case, as the page told it. Throws WaitedInVainError, PageError, ActError.
 */
export async function act(
  life: Life,
  staffAct: StaffAct,
  action: StaffAction,
  fields: Fields = {},
  partId?: string,
): Promise<readonly ShownEvent[]> {
  const { label, events, page } = await press(life, staffAct, action, fields, partId);
  const { name } = life.stage.client.staff(staffAct.staffId).member;
  if (!isDone(page)) {
    throw new ActError(`“${label}” by ${name} was answered with ${page.status} “${page.title}”.${reasonOn(page)}`);
  }
  life.tell(name, staffAct.words ?? wordsFor(action, partId));
  return events;
}

/** Somebody of the staff presses a link and its button, and the law or the desk does not allow it. */
export async function refused(
  life: Life,
  staffAct: StaffAct,
  action: StaffAction,
  fields: Fields,
  refusal: Refusal,
): Promise<void> {
  const { page } = await press(life, staffAct, action, fields);
  checkRefused(life, staffAct.staffId, staffAct.words ?? wordsFor(action, undefined), page, refusal);
}

async function press(
  life: Life,
  { staffId, from, after }: StaffAct,
  action: StaffAction,
  fields: Fields,
  partId?: string,
) {
  const { client } = life.stage;
  const { caseNumber } = life.accepted;
  const mail = await awaitMail(life, from, staffId, after);
  const requestType = partId === undefined ? undefined : life.requestTypes[Number(partId) - 1];
  const link = linkOf(mail, (each) => isLinkFor(each, action, requestType) && isAbout(each, caseNumber));
  const desk = client.staff(staffId);
  const opened = await desk.open(link);
  if (opened.signedInWith !== undefined) life.tell(desk.member.name, 'presses the link and signs in by mail');
  return { label: link.label, events: opened.events, page: await desk.decide(opened, fields), opened };
}

/** Somebody of the staff looks at the case behind a link and decides nothing. Throws WaitedInVainError, PageError, ActError. */
export async function look(life: Life, { staffId, from }: StaffAct): Promise<void> {
  const mail = await awaitMail(life, from, staffId);
  const desk = life.stage.client.staff(staffId);
  await desk.open(linkOf(mail, ({ page }) => page === 'desk/act'));
  life.tell(desk.member.name, 'looks at the case and decides nothing yet');
}

const DONE: Readonly<Partial<Record<StaffAction, string>>> = {
  take: 'takes the case',
  accept: 'accepts the request as it is',
  dismiss: 'dismisses the request',
  answer: 'answers',
  approve: 'approves the proposal',
  extend: 'proposes to extend the limit',
  ask_identity: 'asks who the requester is',
  send_identity_code: 'has a code sent to an address that was on file',
};

export function wordsFor(action: StaffAction, partId: string | undefined): string {
  const what = DONE[action] ?? `does “${textsOf('en').deskActions.titles[action]}”`;
  return partId === undefined ? what : `${what} part ${partId}`;
}

/** Answers every part from one mail. Answers what had happened in the case before the last answer. */
export async function answerAll(
  life: Life,
  staffAct: StaffAct,
  texts: readonly string[],
  more: Fields = {},
): Promise<readonly ShownEvent[]> {
  let events: readonly ShownEvent[] = [];
  for (const [index, text] of texts.entries()) {
    const requestType = life.requestTypes[index] ?? 'question';
    events = await act(life, staffAct, 'answer', { ...answerFields(requestType, text), ...more }, String(index + 1));
  }
  return events;
}

/**
 * The requester collects: once with a wrong code, then with the one from the receipt. Answers the page.
 * @param from the mail whose link is used
 */
export async function collect(
  life: Life,
  texts: readonly string[],
  from: 'answer_ready' | 'answer_reminder' = 'answer_ready',
): Promise<Page> {
  const { client, story } = life.stage;
  const mail = await awaitMail(life, from, 'requester');
  const link = linkOf(mail, ({ page }) => page === 'collect');
  const refused = await client.collect(link, 'WRNG-0000-0000');
  life.tell(life.requester.name, 'types a wrong collection code and is shown nothing');
  story.check(
    'A wrong collection code shows no word of the answer',
    refused.status === 422 && !texts.some((text) => refused.text.includes(text))
      ? []
      : [`The page said ${refused.status} “${refused.title}”.`],
  );
  const shown = await client.collect(link, life.accepted.collectionCode);
  life.tell(life.requester.name, 'types the right one and reads the answer');
  story.check(
    'Link and collection code together show every answer',
    texts.filter((text) => !shown.text.includes(text)).map((text) => `The page does not hold “${text}”.`),
  );
  return shown;
}

/** Checks the history of a case, in order, as it stood when the last answer was written. */
export function checkEvents(life: Life, events: readonly ShownEvent[], expected: readonly CaseEventType[]): void {
  const was = events.map(({ type }) => type).join(', ');
  life.stage.story.check(
    `The page of the case tells its history so far in ${expected.length} lines, in order`,
    was === expected.join(', ') ? [] : [`It tells: ${was}; and not: ${expected.join(', ')}.`],
  );
}

function isAbout(link: MailLink, caseNumber: string): boolean {
  return link.caseNumber === undefined || link.caseNumber === caseNumber;
}

/** The link of a mail that fits. Throws ActError when it has none. */
export function linkOf(mail: Mail, fits: (link: MailLink) => boolean): MailLink {
  const link = mail.links.find(fits);
  if (link === undefined) throw new ActError(`“${mail.subject}” to ${mail.to} lacks the link for it.`);
  return link;
}
