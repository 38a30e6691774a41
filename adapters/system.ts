import { randomBytes as nodeRandomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import type { Clock, RandomBytes } from '../domain/ports.ts';

/** The clock of this machine. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** Random bytes from the operating system. */
export const randomBytes: RandomBytes = (count) => nodeRandomBytes(count);

/** Waits in real time. */
export async function pause(milliseconds: number): Promise<void> {
  await wait(milliseconds);
}
