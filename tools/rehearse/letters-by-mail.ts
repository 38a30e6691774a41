import { Temporal } from 'temporal-polyfill';
import type { RequestType } from '../../domain/cases/request-types.ts';
import { textsOf } from '../../views/texts/texts-of.ts';
import type { Page } from '../desk-client/browser.ts';
import type { Mail } from '../desk-client/mailbox.ts';
import { isLinkFor } from '../desk-client/mail-links.ts';
import { formsOn } from '../desk-client/page-forms.ts';
import { awaitMail, linkOf } from './acts.ts';
import { type Life, lifeOf, type TakenIn } from './life.ts';
import { isDone } from './page-checks.ts';
import type { Reader } from './readers.ts';

/** A mail did not become what it should. The message is a sentence. */
class LetterError extends Error {
  override readonly name = 'LetterError';
}

/** What somebody writes to the organisation. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const patienceSeconds = 45;

/** Hands in a mail from a reader to an address of the statement. */
export async function mailLetter({ stage, name, email }: Reader, to: string, letter: Letter): Promise<void> {
  await stage.client.sendMail({ from: { name, address: email }, to, ...letter });
}

/**
 * Somebody mails a letter in which the desk has to recognise these rights, in this order. Answers the life of the case
 * that waits for staff, which goes by the clock of the desk, once it was acknowledged. Throws WaitedInVainError.
 */
export async function beginByMail(
  reader: Reader,
  dayLastsSeconds: number,
  letter: Letter & { readonly requestTypes: readonly RequestType[]; readonly asks: string },
): Promise<{ readonly life: Life; readonly acknowledgement: Mail }> {
  const { stage, name, email, language } = reader;
  const { client, story } = stage;
  const sentAt = Temporal.Now.instant();
  await mailLetter(reader, client.organisation.supportEmail, letter);
  const acknowledgement = await client.mailbox.waitFor(
    `the acknowledgement to ${name}`,
    ({ to, caseNumbers }) => to === email && caseNumbers.length > 0,
    patienceSeconds,
  );
  const [caseNumber = ''] = acknowledgement.caseNumbers;
  const taken: TakenIn = {
    requester: { name, language, email },
    accepted: {
      caseNumber,
      collectionCode: '',
      receivedAt: sentAt.toString({ smallestUnit: 'millisecond' }),
      promisedDate: '',
      sentAt,
      answeredAt: acknowledgement.arrivedAt,
    },
    requestTypes: letter.requestTypes,
    caseStart: sentAt,
    receivedAt: sentAt,
  };
  story.tell({ at: sentAt, who: name, what: `${letter.asks} (${caseNumber})` });
  return { life: lifeOf({ ...stage, dayLastsSeconds }, taken), acknowledgement };
}

/**
 * Staff open the mail about it and press one button, without touching a box: what is proposed is what it asks. Answers
 * the page that was pressed on. Throws WaitedInVainError, PageError, LetterError.
 */
export async function acceptAsProposed(life: Life, staffId: string): Promise<Page> {
  const { client, story } = life.stage;
  const mail = await awaitMail(life, 'mail_to_sort', staffId);
  const desk = client.staff(staffId);
  const opened = await desk.open(linkOf(mail, (link) => isLinkFor(link, 'accept')));
  const { button } = textsOf('en').deskMail.accept;
  const form = formsOn(opened.page).find(({ buttons }) => buttons.some(({ label }) => label === button));
  if (form === undefined) throw new LetterError(`The page of the mail has no button “${button}”.`);
  const ticked = form.fields.flatMap(([name]) => (name.startsWith('type_') ? [name.slice('type_'.length)] : []));
  story.check(
    `The rights that the mail asks are ticked, and no other: ${life.requestTypes.join(', ').replaceAll('_', ' ')}`,
    ticked.join() === life.requestTypes.join() ? [] : [`These are: ${ticked.join(', ')}.`],
  );
  const page = await desk.decide(opened, Object.fromEntries(form.fields.filter(([name]) => name !== 'token')));
  if (!isDone(page)) throw new LetterError(`Accepting was answered with ${page.status} “${page.title}”.`);
  life.tell(desk.member.name, `accepts the mail as ${ticked.length} requests with one press`);
  return opened.page;
}

/** Each line behind a mark, as mail programs quote what is answered. */
export function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}
