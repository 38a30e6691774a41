import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { VirtualClock } from './support/virtual-clock.ts';

const START = Temporal.Instant.from('2026-03-02T09:00:00Z');
const after = (seconds: number) => START.add({ seconds });

describe('virtual clock', () => {
  it('does what is planned in order of time, and what was planned first at one instant', async () => {
    const clock = new VirtualClock(START);
    const seen: string[] = [];
    const note = (what: string) => () => seen.push(`${what} ${secondsOf(clock)}`);
    clock.at(after(20), note('c'));
    clock.at(after(10), note('a'));
    clock.at(after(10), note('b'));
    clock.at(after(21), note('too late'));

    await clock.runUntil(after(20));

    expect(seen).toEqual(['a 10', 'b 10', 'c 20']);
    expect(secondsOf(clock)).toBe(20);
  });

  it('lets sleeping actions take turns', async () => {
    const clock = new VirtualClock(START);
    const seen: string[] = [];
    const walk = (who: string, seconds: readonly number[]) => async () => {
      for (const each of seconds) {
        await clock.sleepUntil(after(each));
        await realWork();
        seen.push(`${who} ${secondsOf(clock)}`);
      }
    };
    clock.at(START, walk('one', [10, 30, 5]));
    clock.at(START, walk('two', [20, 40]));

    await clock.runUntil(after(100));

    expect(seen).toEqual(['one 10', 'two 20', 'one 30', 'one 30', 'two 40']);
  });

  it('goes on planning at an interval while it is run', async () => {
    const clock = new VirtualClock(START);
    const seen: number[] = [];
    clock.every({ minutes: 5 }, () => seen.push(secondsOf(clock)));

    await clock.runUntil(after(900));

    expect(seen).toEqual([300, 600, 900]);
  });

  it('gives up on work that is not done by the deadline, which goes on all the same', async () => {
    const clock = new VirtualClock(START);
    const seen: string[] = [];
    const work = (seconds: number) => async () => {
      await clock.sleepUntil(after(seconds));
      seen.push(`worked ${secondsOf(clock)}`);
      return 'done';
    };
    clock.at(START, async () => {
      seen.push(JSON.stringify(await clock.raceUntil(after(60), work(5))), String(secondsOf(clock)));
      seen.push(JSON.stringify(await clock.raceUntil(after(60), work(90))), String(secondsOf(clock)));
    });

    await clock.runUntil(after(100));

    const inTime = '{"inTime":true,"value":"done"}';
    expect(seen).toEqual(['worked 5', inTime, '5', '{"inTime":false}', '60', 'worked 90']);
  });

  it('reports what an action throws, in a race as well', async () => {
    const clock = new VirtualClock(START);
    clock.at(after(1), () => Promise.reject(new RangeError('one')));
    clock.at(after(2), async () => await clock.raceUntil(after(9), () => Promise.reject(new RangeError('two'))));

    await expect(clock.runUntil(after(10))).rejects.toThrow('one');
    await expect(clock.runUntil(after(10))).rejects.toThrow('two');
    await clock.runUntil(after(10));
  });

  it('refuses to go back, to sleep outside an action, and to be run from inside one', async () => {
    const clock = new VirtualClock(START);
    expect(() => clock.at(after(-1), () => undefined)).toThrow(RangeError);
    await expect(clock.runUntil(after(-1))).rejects.toThrow(RangeError);
    await expect(clock.sleepUntil(after(1))).rejects.toThrow('only an action');

    clock.at(after(1), async () => await clock.runUntil(after(2)));
    await expect(clock.runUntil(after(3))).rejects.toThrow('already being run');
  });
});

function secondsOf(clock: VirtualClock): number {
  return START.until(clock.now()).total('seconds');
}

/** Work that takes real time and no virtual time, as a store may. */
async function realWork(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}
