import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { instantSchema, parseInstant } from '../instants.ts';

/**
 * The clock a case lives by. `real`: case time is wall time. `rehearsal`: case time starts at `caseStart` when the
 * wall shows `wallStart`, and one case day (86,400 s) lasts `dayLastsSeconds` of wall time. Dates and the ladder are
 * in case time; what machines wait for (workflow, due index, leases) is wall time. Tokens, sessions and limits never
 * use it.
 */
export const caseClockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('real') }),
  z.strictObject({
    kind: z.literal('rehearsal'),
    wallStart: instantSchema,
    caseStart: instantSchema,
    dayLastsSeconds: z.number().positive().max(86_400),
  }),
]);
export type CaseClock = z.infer<typeof caseClockSchema>;

const DAY_SECONDS = 86_400;

/** The case instant at a wall instant. */
export function toCaseTime(clock: CaseClock, wall: Temporal.Instant): Temporal.Instant {
  if (clock.kind === 'real') return wall;
  const elapsed = wall.epochMilliseconds - parseInstant(clock.wallStart).epochMilliseconds;
  // Rounded up, so that what `toWallTime` waited for has come to the millisecond.
  const scaled = Math.ceil((elapsed * DAY_SECONDS) / clock.dayLastsSeconds);
  return parseInstant(clock.caseStart).add({ milliseconds: scaled });
}

/**
 * The first whole wall second at which the case instant has come. Rounded up: a waiter that wakes at it never wakes
 * early, and Step Functions timestamps carry whole seconds.
 */
export function toWallTime(clock: CaseClock, caseInstant: Temporal.Instant): Temporal.Instant {
  if (clock.kind === 'real') return wholeSecond(caseInstant.epochMilliseconds, 0);
  const elapsed = caseInstant.epochMilliseconds - parseInstant(clock.caseStart).epochMilliseconds;
  return wholeSecond(parseInstant(clock.wallStart).epochMilliseconds, (elapsed * clock.dayLastsSeconds) / DAY_SECONDS);
}

const SECOND = 1000;

/** The first whole second from `start + milliseconds` on. Added last: beside an epoch a fraction of a millisecond is lost. */
function wholeSecond(start: number, milliseconds: number): Temporal.Instant {
  const second = Math.floor(start / SECOND);
  const rest = Math.ceil((start - second * SECOND + milliseconds) / SECOND);
  return Temporal.Instant.fromEpochMilliseconds((second + rest) * SECOND);
}
