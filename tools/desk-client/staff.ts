import { findStaff, type OrganisationProfile, type StaffMember } from '../../domain/organisation.ts';
import { languageSchema } from '../../domain/languages.ts';
import { textsOf } from '../../views/texts/texts-of.ts';
import { type Browser, createBrowser, type Page } from './browser.ts';
import { eventsOn, type ShownEvent } from './case-history.ts';
import type { DeskAddress } from './desk-address.ts';
import type { StaffAction } from '../../domain/desk/staff-actions.ts';
import type { Mail, Mailbox } from './mailbox.ts';
import type { MailLink } from './mail-links.ts';
import { waitFor } from './wait.ts';

/** The page of a staff link, opened in its addressee's session. */
export interface OpenedLink {
  readonly page: Page;
  /** What the form posts on: not the link's own code when the person signed in on the way. */
  readonly token: string;
  readonly events: readonly ShownEvent[];
  /** The mail to sign in with that came on the way; undefined when there was a session already. */
  readonly signedInWith: Mail | undefined;
}

/** One member of staff at one browser. */
export interface StaffDesk {
  readonly member: StaffMember;
  /** Asks for a link at `/desk` and signs in with it, unless there is a session. */
  readonly signIn: () => Promise<void>;
  /** Opens a link from one of this person's mails; without a session by way of a sign-in mail. Throws WaitedInVainError, PageError. */
  readonly open: (link: MailLink) => Promise<OpenedLink>;
  /** Presses the button of an opened link. `fields` are those of the form of the action (`contracts/http/staff-forms.ts`). */
  readonly decide: (opened: OpenedLink, fields?: Readonly<Record<string, string>>) => Promise<Page>;
  /** Looks at a case on the desk; signs in first when there is no session. */
  readonly showCase: (caseNumber: string) => Promise<Page>;
  /** Does something from the case on the desk; `on` is the part, proposal or task it is about. Signs in first, too. */
  readonly act: (
    action: StaffAction,
    caseNumber: string,
    on: string | null,
    fields?: Readonly<Record<string, string>>,
  ) => Promise<Page>;
  /** Reads the overview or another page of the desk, such as `/desk/intake`. Signs in first, too. */
  readonly read: (path: '/desk' | `/desk/${string}`) => Promise<Page>;
  /** Presses the button that shows the letter a link is about, to print it. */
  readonly print: (opened: OpenedLink) => Promise<Page>;
  /** Posts to another page of the desk, such as `/desk/absence` or `/desk/intake`. Signs in first, too. */
  readonly post: (path: `/desk/${string}`, fields: Readonly<Record<string, string>> | URLSearchParams) => Promise<Page>;
}

/** A page was not the one expected. */
class PageError extends Error {
  override readonly name = 'PageError';
}

/** The pages of staff are asked for in one language, whatever mails they come from. */
const LANGUAGE = '?language=en';
const signInWithinSeconds = 45;

/**
 * Staff of a desk: each member has one browser for as long as this lives. The desk sends ten sign-in mails an hour to
 * one person at most, so share it.
 * @throws RangeError from `of` for an id that is not in the profile
 */
export function createStaff(desk: DeskAddress, mailbox: Mailbox, organisation: OrganisationProfile) {
  const desks = new Map<string, StaffDesk>();
  return {
    of(staffId: string): StaffDesk {
      const member = findStaff(organisation, staffId);
      if (member === undefined) throw new RangeError(`nobody on the staff is ${staffId}`);
      const addresses = [member.email, rehearsalAddressOf(desk, member)];
      const found = desks.get(staffId) ?? staffDesk(member, addresses, createBrowser(desk.url), mailbox);
      desks.set(staffId, found);
      return found;
    },
  };
}

/** Where the mails of rehearsals to a member of staff go. */
export function rehearsalAddressOf({ rehearsalMailDomain }: DeskAddress, { staffId, email }: StaffMember): string {
  return rehearsalMailDomain === undefined ? email : `${staffId}@${rehearsalMailDomain}`;
}

interface Pressed {
  readonly page: Page;
  readonly signedInWith: Mail | undefined;
}

function isSignInSent({ title }: Page): boolean {
  return languageSchema.options.some((language) => title === textsOf(language).deskPages.signInSent.title);
}

function staffDesk(member: StaffMember, addresses: readonly string[], browser: Browser, mailbox: Mailbox): StaffDesk {
  let signedIn = false;
  let queue: Promise<unknown> = Promise.resolve();
  /** One at a time, so that many who act as this person do not each order a mail. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };

  /** Presses a button; when that ordered a sign-in mail, signs in with it. Answers the page that came last. */
  const press = async (path: string, fields: Readonly<Record<string, string>>): Promise<Pressed> => {
    const before = new Set((await mailbox.all()).map(({ id }) => id));
    const first = await browser.post(`${path}${LANGUAGE}`, fields);
    if (!isSignInSent(first)) return { page: first, signedInWith: undefined };
    const tried = new Set(before);
    return waitFor(`the sign-in mail to ${member.name}`, signInWithinSeconds, async () => {
      for (const mail of await mailbox.all()) {
        const [link] = mail.links;
        if (tried.has(mail.id) || !addresses.includes(mail.to) || link?.page !== 'desk/sign-in') continue;
        tried.add(mail.id);
        const page = await browser.post(`/desk/sign-in${LANGUAGE}`, { token: link.secret });
        // Somebody else who acts as this person may have used this mail.
        if (page.status === 200) return { page, signedInWith: mail };
      }
      return undefined;
    });
  };

  const shown = ({ page, signedInWith }: Pressed, link: MailLink): OpenedLink => {
    const events = eventsOn(page);
    if (page.status !== 200 || events.length === 0) {
      throw new PageError(`The link "${link.label}" of ${member.name} showed "${page.title}" (${page.status}).`);
    }
    // A link that is done already shows the case without a form.
    return { page, token: page.token ?? link.secret, events, signedInWith };
  };

  const signIn = () =>
    inTurn(async () => {
      if (!signedIn) await press('/desk', { email: member.email });
      signedIn = true;
    });

  return {
    member,
    signIn,
    open: async (link) => {
      const opening = { token: link.secret };
      if (signedIn) return shown(await press('/desk/act', opening), link);
      return inTurn(async () => {
        const pressed = await press('/desk/act', opening);
        signedIn = true;
        // The mail may have been ordered by another link of the same person, and lead on to that one.
        const { token, text } = pressed.page;
        const isOther = token === undefined || (link.caseNumber !== undefined && !text.includes(link.caseNumber));
        if (pressed.signedInWith === undefined || !isOther) return shown(pressed, link);
        return shown({ ...(await press('/desk/act', opening)), signedInWith: pressed.signedInWith }, link);
      });
    },
    decide: (opened, fields = {}) => browser.post(`/desk/decide${LANGUAGE}`, { token: opened.token, ...fields }),
    showCase: async (caseNumber) => {
      await signIn();
      return browser.get(`/desk/cases/${caseNumber}${LANGUAGE}`);
    },
    act: async (action, caseNumber, on, fields = {}) => {
      await signIn();
      const door = { act: action, caseNumber, ...(on !== null && { on }) };
      // The fields of the door come first, since a form may have a field of the same name.
      const all = new URLSearchParams([...Object.entries(door), ...Object.entries(fields)]);
      return browser.post(`/desk/decide${LANGUAGE}`, all);
    },
    read: async (path) => {
      await signIn();
      return browser.get(`${path}${LANGUAGE}`);
    },
    print: (opened) => browser.post(`/desk/act${LANGUAGE}`, { token: opened.token, print: 'on' }),
    post: async (path, fields) => {
      await signIn();
      return browser.post(`${path}${LANGUAGE}`, fields);
    },
  };
}
