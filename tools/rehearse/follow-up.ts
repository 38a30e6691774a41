import { Temporal } from 'temporal-polyfill';
import { WaitedInVainError } from '../desk-client/wait.ts';
import type { Life } from './life.ts';
import { isMail, type MailKind } from './mail-subjects.ts';
import type { Addressee } from './people.ts';

/** What is due may come due a little later than the tool reckons. */
const tries = 5;
const secondsATry = 10;

/**
 * Has the watchdog look after closed cases as its schedule would, until a mail of theirs comes. Its workflow has ended.
 * @param after only a mail that arrived after this wall instant: for kinds that come more than once
 * @throws WaitedInVainError
 */
export async function orderFollowUp(
  life: Life,
  kind: MailKind,
  to: Addressee,
  after?: Temporal.Instant,
): Promise<void> {
  const { client } = life.stage;
  const { caseNumber } = life.accepted;
  for (let attempt = 1; ; attempt += 1) {
    if (attempt === 1) life.tell('the schedule', 'has the watchdog look after closed cases');
    await client.sweep('late');
    try {
      await client.mailbox.waitFor(
        `the mail “${kind.replaceAll('_', ' ')}” of a closed case`,
        (mail) =>
          mail.caseNumbers.includes(caseNumber) &&
          (after === undefined || Temporal.Instant.compare(mail.arrivedAt, after) > 0) &&
          isMail(life, mail, kind, to),
        secondsATry,
      );
      return;
    } catch (error) {
      if (!(error instanceof WaitedInVainError) || attempt === tries) throw error;
    }
  }
}
