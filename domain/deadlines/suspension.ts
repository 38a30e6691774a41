import { Temporal } from 'temporal-polyfill';

import type { HolidayCalendar } from './calendar.ts';
import { ZONE, civilDate, reckonDeadlines, rollLater } from './deadlines.ts';

/** The case stood still while the requester was asked who they are (GDPR art. 12(6)) or what they mean. */
export interface Suspension {
  readonly askedAt: Temporal.Instant;
  /** Null as long as no answer came. */
  readonly answeredAt: Temporal.Instant | null;
}

export interface SuspendedLimit {
  /** Civil days from the question to the answer. */
  readonly suspendedDays: number;
  readonly date: Temporal.PlainDate;
}

/** A question was recorded before the request it is about, or an answer before its question. */
export class SuspensionOrderError extends Error {
  override readonly name = 'SuspensionOrderError';
  constructor() {
    super('SUSPENSION_OUT_OF_ORDER');
  }
}

/**
 * Where the legal limit would lie if the clock had stood still between question and answer. For the privacy officer
 * only, as an uncertain figure: promise, target and statutory limit never use it. The days are added to the raw date,
 * then the sum is moved later, so that a weekend is not counted twice. A question asked after the limit has passed
 * suspends nothing.
 *
 * @returns null when the question was never answered: then no date can be given.
 * @throws SuspensionOrderError
 */
export function statutoryIfSuspended(
  receivedAt: Temporal.Instant,
  { askedAt, answeredAt }: Suspension,
  calendar: HolidayCalendar,
  zone: string = ZONE,
): SuspendedLimit | null {
  if (isBefore(askedAt, receivedAt)) throw new SuspensionOrderError();
  if (answeredAt !== null && isBefore(answeredAt, askedAt)) throw new SuspensionOrderError();
  const { statutoryRawDate, statutoryDate, statutoryUntil } = reckonDeadlines(receivedAt, calendar, zone);
  if (!isBefore(askedAt, statutoryUntil)) return { suspendedDays: 0, date: statutoryDate };
  if (answeredAt === null) return null;
  const asked = civilDate(askedAt, zone);
  const suspendedDays = asked.until(civilDate(answeredAt, zone), { largestUnit: 'days' }).days;
  return { suspendedDays, date: rollLater(statutoryRawDate.add({ days: suspendedDays }), calendar) };
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}
