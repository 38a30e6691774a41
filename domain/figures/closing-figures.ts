import type { Temporal } from 'temporal-polyfill';
import type { Decision } from '../cases/decision.ts';
import type { RequestType } from '../cases/request-types.ts';
import type { HolidayCalendar } from '../deadlines/calendar.ts';
import { civilDate, reckonDeadlines } from '../deadlines/deadlines.ts';
import { parseInstant } from '../instants.ts';
import { dayKey, type FigureIncrement, monthOf } from './figures.ts';

interface ClosedPart {
  readonly requestType: RequestType;
  readonly outcome: Decision['outcome'];
  /** Whether it had an extension that was announced in time. */
  readonly extended: boolean;
  /** Within the promise, or within the limit of that extension. */
  readonly onTime: boolean;
  /** When it was carried out, if that was before its case closed. Case time. */
  readonly doneAt?: string;
}

export interface ClosingFiguresInput {
  /** Case time, as `receivedAt`. The figures belong to the civil month of this instant. */
  readonly closedAt: string;
  readonly receivedAt: string;
  readonly calendar: HolidayCalendar;
  readonly parts: readonly ClosedPart[];
}

/**
 * What the closing of a case adds to the figures, one increment a part. Days are whole civil days from receipt. The
 * caller leaves rehearsals out: they never count.
 */
export function closingFigures({
  closedAt,
  receivedAt,
  calendar,
  parts,
}: ClosingFiguresInput): readonly FigureIncrement[] {
  const received = parseInstant(receivedAt);
  const dates = reckonDeadlines(received, calendar);
  return parts.map(({ requestType, outcome, extended, onTime, doneAt = closedAt }) => {
    const done = parseInstant(doneAt);
    const days = dates.receivedDate.until(civilDate(done), { largestUnit: 'days' }).days;
    return {
      schemaVersion: 1,
      month: monthOf(parseInstant(closedAt)),
      requestType,
      counts: {
        closed: 1,
        onTime: one(onTime),
        withinFourWeeks: one(isBefore(done, dates.promisedUntil)),
        withinOneMonth: one(isBefore(done, dates.statutoryUntil)),
        withinThreeMonths: one(isBefore(done, dates.extendedUntil)),
        extended: one(extended),
        refused: one(outcome === 'refused'),
        partlyRefused: one(outcome === 'partly_granted'),
        withdrawn: one(outcome === 'withdrawn'),
      },
      days: { [dayKey(days)]: 1 },
    };
  });
}

function one(holds: boolean): number {
  return holds ? 1 : 0;
}

function isBefore(instant: Temporal.Instant, end: Temporal.Instant): boolean {
  return instant.epochMilliseconds < end.epochMilliseconds;
}
