import { Temporal } from 'temporal-polyfill';
import type { HolidayCalendar } from '../deadlines/calendar.ts';
import { civilDate } from '../deadlines/deadlines.ts';
import { explainPromise } from '../deadlines/explain.ts';
import { explainExtension } from '../deadlines/explain-extension.ts';
import { parseInstant } from '../instants.ts';
import type { Language } from '../languages.ts';
import type { Case } from './case.ts';
import { caseTimeOf, datesOf } from './case-dates.ts';
import { undecidedParts } from './case-ladder.ts';
import type { ExtensionGround } from './extension.ts';
import type { Part } from './part.ts';

/** A day by which the requester has an answer, with the reason why it is that day. */
export interface RequesterDate {
  readonly kind: 'promised' | 'extended';
  readonly date: Temporal.PlainDate;
  /** One sentence to stand right behind the date: how it was reckoned. */
  readonly reason: string;
  /** Why the law allowed more time; null for the promise. */
  readonly ground: ExtensionGround | null;
  /** The undecided parts it is for. */
  readonly parts: readonly Part[];
  /** The day has passed. */
  readonly isOver: boolean;
  /** The day staff gave instead once it had; it is no right to more time. */
  readonly newDate: Temporal.PlainDate | null;
}

/**
 * The dates a requester is shown, each with its reason: the promise for parts that keep it, the new date for parts
 * whose extension is in force. None once everything is decided. The statutory limit is not among them: one date each.
 */
export function requesterDates(
  subject: Case,
  calendar: HolidayCalendar,
  language: Language,
  wallNow: Temporal.Instant,
): readonly RequesterDate[] {
  if (subject.status === 'closed' || subject.status === 'dismissed') return [];
  const { promised, extended } = undecidedParts(subject);
  const receivedAt = parseInstant(subject.receivedAt);
  const today = civilDate(caseTimeOf(subject, wallNow));
  const late = (date: Temporal.PlainDate) => {
    const isOver = isBefore(date, today);
    return { isOver, newDate: isOver ? dateToCome(subject, today) : null };
  };
  const dates: RequesterDate[] = [];
  if (promised.length > 0) {
    const { promisedDate: date } = datesOf(subject, calendar);
    const reason = explainPromise(receivedAt, language);
    dates.push({ kind: 'promised', date, reason, ground: null, parts: promised, ...late(date) });
  }
  if (extended.length > 0 && subject.extension !== null) {
    const date = Temporal.PlainDate.from(subject.extension.until);
    const reason = explainExtension(receivedAt, language);
    const { ground } = subject.extension;
    dates.push({ kind: 'extended', date, reason, ground, parts: extended, ...late(date) });
  }
  return dates;
}

function dateToCome({ delay }: Case, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const until = delay === null || delay.until === null ? null : Temporal.PlainDate.from(delay.until);
  return until === null || isBefore(until, today) ? null : until;
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}
