import { setTimeout as sleep } from 'node:timers/promises';

/** Something that should have come did not come in time. The message is a sentence for the reader of a report. */
export class WaitedInVainError extends Error {
  override readonly name = 'WaitedInVainError';
}

const pollMilliseconds = 250;

/**
 * Asks until there is an answer other than undefined.
 * @param what is waited for, as the object of a sentence: `the mail with the link`
 * @param withinSeconds wall time
 * @throws WaitedInVainError when the time is over, and whatever `ask` throws
 */
export async function waitFor<Found>(
  what: string,
  withinSeconds: number,
  ask: () => Promise<Found | undefined>,
): Promise<Found> {
  const giveUp = performance.now() + withinSeconds * 1000;
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (performance.now() > giveUp) {
      throw new WaitedInVainError(`Waited ${Math.round(withinSeconds)} s in vain for ${what}.`);
    }
    await sleep(pollMilliseconds);
  }
}
