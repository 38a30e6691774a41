import { createTransport } from 'nodemailer';
import type { Mail } from '../desk-client/mailbox.ts';
import type { Subscriber } from '../desk-client/subscriber-api.ts';
import { composeIssue } from '../newsletter/compose.ts';
import { smtpServer } from '../newsletter/options.ts';
import type { Reader } from './readers.ts';

/** The newsletter cannot be sent to a reader. The message is a sentence. */
class NotSentError extends Error {
  override readonly name = 'NotSentError';
}

const PAGE_SIZE = 100;

/** A reader's entry on the list of a topic; undefined when there is none. Throws SubscriberApiError. */
export async function listedAs({ stage, email }: Reader, topic: string): Promise<Subscriber | undefined> {
  let cursor: string | null = null;
  do {
    const { subscribers, next } = await stage.client.lists.page(topic, cursor, PAGE_SIZE);
    const found = subscribers.find((subscriber) => subscriber.email === email);
    if (found !== undefined) return found;
    cursor = next;
  } while (cursor !== null);
  return undefined;
}

/** The newsletter tool sends one issue, to this reader alone. Answers it as it arrived. Throws NotSentError, SubscriberApiError. */
export async function sendIssueTo(reader: Reader, topic: string): Promise<Mail> {
  const { desk, mailbox, organisation } = reader.stage.client;
  const subscriber = await listedAs(reader, topic);
  if (subscriber === undefined) throw new NotSentError(`${reader.name} is not on the list of ${topic}.`);
  if (desk.mailboxSmtp === undefined) throw new NotSentError('This desk has no mailbox that takes mail.');
  const subject = `Nieuws voor ${subscriber.email}`;
  const issue = composeIssue({ subject, text: 'Dit is er nieuw.' }, subscriber, organisation);
  await createTransport({ ...smtpServer(desk.mailboxSmtp), ignoreTLS: true }).sendMail(issue);
  reader.tell('the newsletter tool', `asks who may be mailed and sends ${reader.name} an issue`);
  return mailbox.waitFor('the newsletter', (mail) => mail.to === reader.email && mail.subject === subject);
}
