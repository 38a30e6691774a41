import { Temporal } from 'temporal-polyfill';
import { textsOf } from '../../views/texts/texts-of.ts';
import type { Browser, Page } from '../desk-client/browser.ts';
import type { Mail } from '../desk-client/mailbox.ts';
import { linkTo, preferencesUrlIn } from '../desk-client/mail-links.ts';
import { addressFor, type Stage } from './life.ts';
import { type ReaderMailKind, readerMailKind } from './mail-subjects.ts';
import type { Requester } from './people.ts';

/** Somebody made up with a mailbox, who may or may not want newsletters. Lives by the wall. */
export interface Reader extends Requester {
  readonly stage: Stage;
  readonly email: string;
  readonly browser: Browser;
  /** Writes a line into the story, at the present instant. */
  readonly tell: (who: string, what: string) => void;
  /** Every mail so far, oldest first. */
  readonly mails: () => Promise<readonly Mail[]>;
}

/** Something about newsletters is not what a scenario can go on with. The message is a sentence. */
class ReaderActError extends Error {
  override readonly name = 'ReaderActError';
}

const patienceSeconds = 45;

export function readerOn(stage: Stage, { name, language }: Requester): Reader {
  const { client, story } = stage;
  const email = addressFor(stage, name);
  return {
    stage,
    name,
    language,
    email,
    browser: client.newBrowser(),
    tell: (who, what) => story.tell({ at: Temporal.Now.instant(), who, what }),
    mails: async () => (await client.mailbox.all()).filter(({ to }) => to === email),
  };
}

/** The mails of one kind that a reader has, oldest first. */
export async function mailsOfKind(reader: Reader, kind: ReaderMailKind): Promise<readonly Mail[]> {
  return (await reader.mails()).filter((mail) => readerMailKind(mail, reader.language) === kind);
}

/** Waits for the first, second, … mail of a kind. Throws WaitedInVainError. */
export async function awaitReaderMail(reader: Reader, kind: ReaderMailKind, nth = 1): Promise<Mail> {
  const { client } = reader.stage;
  let seen = 0;
  const counted = new Set<string>();
  const mail = await client.mailbox.waitFor(
    `the mail “${kind.replaceAll('_', ' ')}” to ${reader.name}`,
    (each) => {
      if (each.to !== reader.email || readerMailKind(each, reader.language) !== kind || counted.has(each.id)) {
        return false;
      }
      counted.add(each.id);
      seen += 1;
      return seen === nth;
    },
    patienceSeconds,
  );
  reader.tell('the desk', `mails ${reader.name}: ${mail.subject.replace(/^[A-Z]+ /, '')}`);
  return mail;
}

/** Presses the button behind a confirmation mail. Answers the page. Throws ReaderActError, NoButtonError. */
export async function confirmSignUp(reader: Reader, mail: Mail): Promise<Page> {
  const link = linkTo('newsletter/confirm', mail.links);
  if (link === undefined) throw new ReaderActError(`“${mail.subject}” lacks the link to confirm.`);
  const { confirm } = textsOf(reader.language).consentPages;
  const page = await reader.browser.open(link.url);
  const given = await reader.browser.press(page, confirm.yes, { token: link.secret });
  if (given.status !== 200) throw new ReaderActError(`Confirming was answered with ${given.status} “${given.title}”.`);
  reader.tell(reader.name, 'opens the link and presses the button');
  return given;
}

/** Signs up by the API and confirms: the short way to somebody who gets mails. Answers the receipt. */
export async function subscribe(reader: Reader, topics: readonly string[], nth = 1): Promise<Mail> {
  const { language, email, stage } = reader;
  const status = await stage.client.consents.signUp({ language, email, topics, ageConfirmed: true });
  if (status !== 202) throw new ReaderActError(`Signing up was answered with ${status}.`);
  reader.tell(reader.name, `signs up for ${topics.join(' and ')}`);
  await confirmSignUp(reader, await awaitReaderMail(reader, 'confirm_consent', nth));
  return awaitReaderMail(reader, 'consent_receipt', nth);
}

/** The address of the page of preferences in a mail. Throws ReaderActError. */
export function preferencesUrlOf(mail: Mail): string {
  const url = preferencesUrlIn(mail.text);
  if (url === undefined) throw new ReaderActError(`“${mail.subject}” says nowhere how to stop.`);
  return url;
}

/** Checks which topics may be mailed to a reader, as the newsletter tool is told right before a send. */
export async function checkMayMail(
  reader: Reader,
  claim: string,
  expected: Readonly<Record<string, boolean>>,
): Promise<void> {
  const { client, story } = reader.stage;
  const problems: string[] = [];
  for (const [topic, due] of Object.entries(expected)) {
    const [result] = await client.lists.check(topic, [reader.email]);
    if (result?.mayMail !== due) problems.push(`${topic} ${due ? 'may not' : 'may'} be mailed.`);
  }
  story.check(claim, problems);
}

/**
 * Checks that exactly these mails came to a reader, in this order, each with the mark of a rehearsal.
 * @param apart ids of mails that somebody else sent, or that belong to a case
 */
export async function checkReaderMails(
  reader: Reader,
  expected: readonly ReaderMailKind[],
  apart: readonly string[] = [],
): Promise<void> {
  const mails = (await reader.mails()).filter(({ id }) => !apart.includes(id));
  const came = mails.map((mail) => readerMailKind(mail, reader.language) ?? `“${mail.subject}”`);
  const was = came.join(', ').replaceAll('_', ' ');
  const due = expected.join(', ').replaceAll('_', ' ');
  reader.stage.story.check(
    `${reader.name} got ${expected.length === 1 ? 'one mail' : `${expected.length} mails`} and no other: ${due}`,
    was === due ? [] : [`What came: ${was}.`],
  );
}
