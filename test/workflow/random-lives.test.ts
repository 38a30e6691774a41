import { describe, expect, it } from 'vitest';
import { brokenPromises } from '../support/desk/broken-promises.ts';
import { liveRandomly } from '../support/desk/random-life.ts';

/** `RANDOM_SEED=… RANDOM_LIVES=1` plays one life again; more lives and longer ones are a matter of patience. */
const SEED = Number(process.env['RANDOM_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const LIVES = Number(process.env['RANDOM_LIVES'] ?? 150);
const COMMANDS = Number(process.env['RANDOM_COMMANDS'] ?? 14);

const state = async () => {
  const { desk } = await liveRandomly(SEED, COMMANDS);
  return JSON.stringify([
    desk.stores.desk.cases.list(),
    desk.mailbox.sent.map(({ at, to }) => `${at.toString()} ${to}`),
  ]);
};

describe(`${LIVES} random lives of ${COMMANDS} events from seed ${SEED}`, () => {
  it('break no promise, whatever fails and in whatever order things happen', async () => {
    for (let seed = SEED; seed < SEED + LIVES; seed += 1) {
      const life = await liveRandomly(seed, COMMANDS).catch((error: unknown) => {
        throw new Error(`RANDOM_SEED=${seed}`, { cause: error });
      });
      const broken = await brokenPromises(life);
      if (broken.length > 0) console.warn([`RANDOM_SEED=${seed}`, ...broken, ...life.told].join('\n'));
      expect({ seed, broken }).toEqual({ seed, broken: [] });
    }
  });

  it('are the same life for the same seed', async () => {
    expect(await state()).toBe(await state());
  });
});
