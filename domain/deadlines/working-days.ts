import type { Temporal } from 'temporal-polyfill';

import type { HolidayCalendar } from './calendar.ts';
import { ZONE } from './deadlines.ts';

/** When the office opens and when staff are written to. Far from the hours that a change of clocks skips or repeats. */
const OFFICE_OPENS = '09:00';

/**
 * The n-th working day after the date, or before it when n is negative. With n = 0 the date itself, working day or not.
 *
 * @throws RangeError when n is no whole number.
 */
export function addWorkingDays(date: Temporal.PlainDate, n: number, calendar: HolidayCalendar): Temporal.PlainDate {
  if (!Number.isSafeInteger(n)) throw new RangeError('n must be a whole number of working days');
  const step = { days: Math.sign(n) };
  let day = date;
  for (let left = Math.abs(n); left > 0;) {
    day = day.add(step);
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return day;
}

/**
 * Working days after `from` up to and including `to`. When `to` lies before `from`, minus the working days after `to`
 * up to and including `from`: how many working days late it is.
 */
export function workingDaysBetween(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  calendar: HolidayCalendar,
): number {
  const days = from.until(to, { largestUnit: 'days' }).days;
  const [start, sign] = days < 0 ? [to, -1] : [from, 1];
  let count = 0;
  for (let offset = 1; offset <= Math.abs(days); offset += 1) {
    if (calendar.isWorkingDay(start.add({ days: offset }))) count += sign;
  }
  return count;
}

/** 09:00 in the zone on that date, the hour of every reminder and escalation. */
export function officeOpening(date: Temporal.PlainDate, zone: string = ZONE): Temporal.Instant {
  return date.toZonedDateTime({ timeZone: zone, plainTime: OFFICE_OPENS }).toInstant();
}
