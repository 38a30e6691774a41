import type { CaseEventType } from '../../domain/cases/case-events.ts';
import type { Mail } from '../desk-client/mailbox.ts';
import { isLinkFor, type MailLink, type StaffLinkAction } from '../desk-client/mail-links.ts';
import type { ShownEvent } from '../desk-client/case-history.ts';
import { type Life, secondsUntil } from './life.ts';
import { isMail, type MailKind } from './mail-subjects.ts';
import { awaitWorkflow } from './workflow-checks.ts';
import { type Addressee, nameOf } from './people.ts';
import { textsOf } from '../../views/texts/texts-of.ts';

/** Something that the desk showed is not what a scenario can go on with. The message is a sentence. */
class ActError extends Error {
  override readonly name = 'ActError';
}

const patienceSeconds = 45;

/** Waits for a mail of a life; one of a rung as long as its instant is away, and some more. Throws WaitedInVainError. */
export function awaitMail(life: Life, kind: MailKind, to: Addressee): Promise<Mail> {
  const { client } = life.stage;
  const rung = life.ladder.find(({ step }) => step === kind);
  const ahead = rung === undefined ? 0 : Math.max(0, secondsUntil(life, rung.at));
  const who = to === 'requester' ? 'the requester' : nameOf(client.organisation, to);
  const { caseNumber } = life.accepted;
  return client.mailbox.waitFor(
    `the mail “${kind.replaceAll('_', ' ')}” to ${who}`,
    (mail) => mail.caseNumbers.includes(caseNumber) && isMail(life, mail, kind, to),
    ahead + patienceSeconds,
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
}

/**
 * Somebody of the staff presses the link in a mail and the button of its page. Answers what had happened
 * before in the case, as the page told it. Throws WaitedInVainError, PageError, ActError.
 */
export async function act(
  life: Life,
  { staffId, from }: StaffAct,
  action: StaffLinkAction,
  fields: Readonly<Record<string, string>> = {},
  partId = '1',
): Promise<readonly ShownEvent[]> {
  const { client } = life.stage;
  const { caseNumber } = life.accepted;
  const mail = await awaitMail(life, from, staffId);
  const link = linkOf(mail, (each) => isLinkFor(each, action, partId) && isAbout(each, caseNumber));
  const desk = client.staff(staffId);
  const opened = await desk.open(link);
  if (opened.signedInWith !== undefined) life.tell(desk.member.name, 'presses the link and signs in by mail');
  const page = await desk.decide(opened, fields);
  const { actionDone } = textsOf('en').deskPages;
  if (page.status !== 200 || page.title !== actionDone.title) {
    throw new ActError(`“${link.label}” by ${desk.member.name} was answered with ${page.status} “${page.title}”.`);
  }
  life.tell(desk.member.name, DONE[action](partId));
  return opened.events;
}

/** Somebody of the staff looks at the case behind a link and decides nothing. Throws WaitedInVainError, PageError, ActError. */
export async function look(life: Life, { staffId, from }: StaffAct): Promise<void> {
  const mail = await awaitMail(life, from, staffId);
  const desk = life.stage.client.staff(staffId);
  await desk.open(linkOf(mail, ({ page }) => page === 'desk/act'));
  life.tell(desk.member.name, 'looks at the case and decides nothing yet');
}

const DONE: Readonly<Record<StaffLinkAction, (partId: string) => string>> = {
  take: () => 'takes the case',
  accept: () => 'accepts the request as it is',
  dismiss: () => 'dismisses the request',
  answer: (partId) => `answers part ${partId}`,
};

/** Answers every part from one mail. Answers what had happened in the case before the last answer. */
export async function answerAll(
  life: Life,
  staffAct: StaffAct,
  texts: readonly string[],
): Promise<readonly ShownEvent[]> {
  let events: readonly ShownEvent[] = [];
  for (const [index, text] of texts.entries()) {
    events = await act(life, staffAct, 'answer', { text }, String(index + 1));
  }
  return events;
}

/** The requester collects: once with a wrong code, then with the one from the receipt. */
export async function collect(life: Life, texts: readonly string[]): Promise<void> {
  const { client, story } = life.stage;
  const mail = await awaitMail(life, 'answer_ready', 'requester');
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

function linkOf(mail: Mail, fits: (link: MailLink) => boolean): MailLink {
  const link = mail.links.find(fits);
  if (link === undefined) throw new ActError(`“${mail.subject}” to ${mail.to} lacks the link for it.`);
  return link;
}
