import { setTimeout as sleep } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import type { Mail } from '../desk-client/mailbox.ts';
import { caseNumbersIn } from '../desk-client/mail-links.ts';
import type { StaffDesk } from '../desk-client/staff.ts';
import { waitFor } from '../desk-client/wait.ts';
import { type Letter, mailLetter } from './letters-by-mail.ts';
import { isDone } from './page-checks.ts';
import type { Reader } from './readers.ts';

const quietSeconds = 8;
const patienceSeconds = 45;
const pollMilliseconds = 250;
/** More is a loop. */
const mostAnswers = 10;

/** How a machine answers a mail. */
export type AutoAnswer = (mail: Mail) => Letter;

/** A mail that a machine wrote, with the wall instant. */
export interface AutoAnswered extends Letter {
  readonly at: Temporal.Instant;
}

/**
 * A machine answers every mail that comes to its address from now on, at once and each time, until none has come for a
 * while. It gives up after ten.
 * @param expected mails that are waited for with more patience, since they have to come
 */
export async function answerEverything(
  machine: Reader,
  answer: AutoAnswer,
  expected: number,
): Promise<readonly AutoAnswered[]> {
  const { address } = machine.stage.client.organisation.mailFrom;
  const seen = new Set((await machine.mails()).map(({ id }) => id));
  const answered: AutoAnswered[] = [];
  let quietSince = performance.now();
  const isQuiet = () => {
    const seconds = answered.length < expected ? patienceSeconds : quietSeconds;
    return performance.now() - quietSince >= seconds * 1000;
  };
  while (!isQuiet()) {
    const mail = (await machine.mails()).find(({ id }) => !seen.has(id));
    if (mail === undefined) {
      await sleep(pollMilliseconds);
      continue;
    }
    seen.add(mail.id);
    const letter = answer(mail);
    await mailLetter(machine, address, letter);
    answered.push({ ...letter, at: Temporal.Now.instant() });
    if (answered.length >= mostAnswers) break;
    quietSince = performance.now();
  }
  return answered;
}

/** As ticket systems write that say nothing of being one: a number before the subject, and all that came below it. */
export const withoutSayingSo: AutoAnswer = ({ subject, text }) => ({
  subject: `[Ticket 4711] Re: ${subject}`,
  text: `Bedankt voor uw bericht. Wij hebben het ontvangen en nemen het in behandeling.\n\nUw bericht:\n\n${text}`,
});

/** The same from one that says so, as RFC 3834 asks. */
export const sayingSo: AutoAnswer = (mail) => ({
  ...withoutSayingSo(mail),
  headers: { 'Auto-Submitted': 'auto-replied' },
});

/** The cases on the overview of somebody of the staff, those that wait to be sorted among them. */
export async function casesOnDesk(desk: StaffDesk): Promise<readonly string[]> {
  return caseNumbersIn((await desk.read('/desk')).text);
}

/**
 * Sets aside what machines wrote that waits to be sorted, but for what was there before, once there is something. Answers
 * how many mails it was. Throws WaitedInVainError.
 */
export async function setAside(
  desk: StaffDesk,
  machines: readonly Reader[],
  before: readonly string[],
): Promise<number> {
  const looked = new Set(before);
  return waitFor('a mail to set aside', patienceSeconds, async () => {
    let count = 0;
    for (const caseNumber of await casesOnDesk(desk)) {
      if (looked.has(caseNumber)) continue;
      looked.add(caseNumber);
      const { text } = await desk.showCase(caseNumber);
      if (!machines.some(({ email }) => text.includes(email))) continue;
      if (isDone(await desk.act('dismiss', caseNumber, null, { ground: 'spam' }))) count += 1;
    }
    return count === 0 ? undefined : count;
  });
}
