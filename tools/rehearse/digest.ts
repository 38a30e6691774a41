import { WaitedInVainError } from '../desk-client/wait.ts';
import type { Life } from './life.ts';
import { isMail } from './mail-subjects.ts';

/** The digests of one minute are one, so a request that came after this minute's must wait for the next. */
const tries = 3;
const secondsATry = 30;

/**
 * Has the digest made as its schedule would, until it lists this life's case.
 * @throws WaitedInVainError
 */
export async function orderDigest(life: Life, staffId: string): Promise<void> {
  const { client } = life.stage;
  const { caseNumber } = life.accepted;
  for (let attempt = 1; ; attempt += 1) {
    life.tell('the schedule', 'has the digest of unconfirmed requests made');
    await client.sweep('digest');
    try {
      await client.mailbox.waitFor(
        'the digest that lists the request',
        (mail) => mail.caseNumbers.includes(caseNumber) && isMail(life, mail, 'digest', staffId),
        secondsATry,
      );
      return;
    } catch (error) {
      if (!(error instanceof WaitedInVainError) || attempt === tries) throw error;
    }
  }
}
