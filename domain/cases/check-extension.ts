import { Temporal } from 'temporal-polyfill';
import type { HolidayCalendar } from '../deadlines/calendar.ts';
import { ZONE } from '../deadlines/deadlines.ts';
import { RuleRefusedError } from '../errors.ts';
import type { StaffRole } from '../organisation.ts';
import { datesOf } from './case-dates.ts';
import type { Case, OpenCase } from './case.ts';
import { REQUEST_TYPE_RULES } from './request-types.ts';

/** Until when a case can still be extended, and by whom. */
export interface ExtensionWindow {
  /** Civil date: until its end everyone who handles the case may propose one. */
  readonly freelyUntil: Temporal.PlainDate;
  /** Civil date: until its end the privacy officer may, with the promise recorded as missed; never later. */
  readonly officerUntil: Temporal.PlainDate;
}

/** The window of GDPR art. 12(3): the first month is reckoned unrolled, so that no reading of the law can object. */
export function extensionWindowOf(subject: Case, calendar: HolidayCalendar): ExtensionWindow {
  const { promisedDate, statutoryRawDate } = datesOf(subject, calendar);
  return { freelyUntil: promisedDate, officerUntil: statutoryRawDate };
}

/** Undecided parts whose limit can be extended. */
export function extendableParts(current: OpenCase): readonly string[] {
  return current.parts
    .filter(({ decision, requestType }) => decision === null && REQUEST_TYPE_RULES[requestType].extendable)
    .map(({ partId }) => partId);
}

/**
 * Whether an extension to `until` (civil date) is possible at a case instant. `roles` are those of the people behind
 * it: after the promised date the privacy officer is one of them. Throws RuleRefusedError with the date until which it
 * was possible.
 */
export function checkExtension(
  current: OpenCase,
  until: string,
  roles: readonly StaffRole[],
  at: Temporal.Instant,
  calendar: HolidayCalendar,
): void {
  if (extendableParts(current).length === 0) throw new RuleRefusedError('not_extendable');
  // A letter that bounced told nobody anything, so it used up nothing.
  if (current.extension !== null && current.extension.state !== 'bounced')
    throw new RuleRefusedError('extended_before');
  const window = extensionWindowOf(current, calendar);
  if (!isBeforeEndOf(window.officerUntil, at)) {
    throw new RuleRefusedError('extension_too_late', null, window.officerUntil.toString());
  }
  if (!isBeforeEndOf(window.freelyUntil, at) && !roles.includes('privacy_officer')) {
    throw new RuleRefusedError('extension_officer_only', null, window.freelyUntil.toString());
  }
  const { promisedDate, extendedRawDate } = datesOf(current, calendar);
  const date = Temporal.PlainDate.from(until);
  const isPossible =
    Temporal.PlainDate.compare(date, promisedDate) > 0 && Temporal.PlainDate.compare(date, extendedRawDate) <= 0;
  if (!isPossible) throw new RuleRefusedError('extension_date', 'until', extendedRawDate.toString());
}

/** Whether a case instant lies before the end of a civil date. */
export function isBeforeEndOf(date: Temporal.PlainDate, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, date.add({ days: 1 }).toZonedDateTime(ZONE).toInstant()) < 0;
}
