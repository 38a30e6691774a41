import type { Temporal } from 'temporal-polyfill';
import type { HolidayCalendar } from '../deadlines/calendar.ts';
import { type Deadlines, reckonDeadlines } from '../deadlines/deadlines.ts';
import { parseInstant } from '../instants.ts';
import type { Case } from './case.ts';
import { toCaseTime } from './case-clock.ts';
import { REQUEST_TYPE_RULES } from './request-types.ts';

/** The dates of a case: reckoned from its receipt every time, never stored, so they cannot drift apart. */
export function datesOf(subject: Case, calendar: HolidayCalendar): Deadlines {
  return reckonDeadlines(parseInstant(subject.receivedAt), calendar);
}

/** Case time at a wall instant. */
export function caseTimeOf(subject: Case, wallNow: Temporal.Instant): Temporal.Instant {
  return toCaseTime(subject.clock, wallNow);
}

/** Whether the statutory month runs for at least one part. */
export function hasStatutoryLimit(subject: Case): boolean {
  return subject.parts.some((part) => REQUEST_TYPE_RULES[part.requestType].hasStatutoryLimit);
}
