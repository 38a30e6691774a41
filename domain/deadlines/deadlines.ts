import { Temporal } from 'temporal-polyfill';

import { type HolidayCalendar, isWeekend, lastWorkingDayUpTo } from './calendar.ts';

/** The zone whose civil dates decide: the receipt day, the end of a last day, the opening of the office. */
export const ZONE = 'Europe/Amsterdam';

/** A promise of four weeks, in civil days: never in hours, which the change of clocks would shift. */
const PROMISED_DAYS = 28;

/**
 * Every date that follows from one receipt. Dates are civil dates in the zone. Each `until` is exclusive: the first
 * instant at which the day, and with it the term, is over.
 */
export interface Deadlines {
  readonly receivedDate: Temporal.PlainDate;
  /** What the requester is told. Never moved later: not for a weekend, a holiday, a pause or an extension. */
  readonly promisedDate: Temporal.PlainDate;
  readonly promisedUntil: Temporal.Instant;
  /** The last working day up to the promise, which staff work to. */
  readonly targetDate: Temporal.PlainDate;
  /** One month after receipt, clipped to the end of the month. Means something for rights requests only. */
  readonly statutoryRawDate: Temporal.PlainDate;
  /** The raw date, moved later past weekends and public holidays: the legal limit (GDPR art. 12(3)). */
  readonly statutoryDate: Temporal.PlainDate;
  readonly statutoryUntil: Temporal.Instant;
  /** Three months after receipt, clipped: the limit once an extension was announced in time. */
  readonly extendedRawDate: Temporal.PlainDate;
  readonly extendedDate: Temporal.PlainDate;
  /**
   * What staff work to after an extension. It starts from the earlier of "three months after receipt" and "two months
   * after the first month", which part for a receipt on day 29 to 31, so that nobody need know which one is right.
   */
  readonly extendedTargetDate: Temporal.PlainDate;
  readonly extendedUntil: Temporal.Instant;
}

/**
 * Reckons every deadline from the receipt instant, whatever the channel and whether or not it was read that day.
 *
 * @param zone IANA name. The civil date of receipt and the end of each last day are taken there.
 */
export function reckonDeadlines(
  receivedAt: Temporal.Instant,
  calendar: HolidayCalendar,
  zone: string = ZONE,
): Deadlines {
  const receivedDate = civilDate(receivedAt, zone);
  const promisedDate = promisedDateOf(receivedAt, zone);
  const statutoryRawDate = receivedDate.add({ months: 1 });
  const statutoryDate = rollLater(statutoryRawDate, calendar);
  const extendedRawDate = receivedDate.add({ months: 3 });
  const extendedDate = rollLater(extendedRawDate, calendar);
  const chained = statutoryRawDate.add({ months: 2 });
  return {
    receivedDate,
    promisedDate,
    promisedUntil: endOf(promisedDate, zone),
    targetDate: lastWorkingDayUpTo(promisedDate, calendar),
    statutoryRawDate,
    statutoryDate,
    statutoryUntil: endOf(statutoryDate, zone),
    extendedRawDate,
    extendedDate,
    extendedTargetDate: lastWorkingDayUpTo(earlierOf(extendedRawDate, chained), calendar),
    extendedUntil: endOf(extendedDate, zone),
  };
}

/** What is promised for a receipt at that instant: no holiday moves it, so it takes no calendar. */
export function promisedDateOf(receivedAt: Temporal.Instant, zone: string = ZONE): Temporal.PlainDate {
  return civilDate(receivedAt, zone).add({ days: PROMISED_DAYS });
}

/** The civil date in the zone at that instant. */
export function civilDate(instant: Temporal.Instant, zone: string = ZONE): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate();
}

/** Moves the last day of a legal term past weekends and public holidays (Reg. 1182/71 art. 3(4)). */
export function rollLater(date: Temporal.PlainDate, calendar: HolidayCalendar): Temporal.PlainDate {
  let day = date;
  while (isWeekend(day) || calendar.isPublicHoliday(day)) day = day.add({ days: 1 });
  return day;
}

/** The first instant after the day is over in the zone. */
function endOf(date: Temporal.PlainDate, zone: string): Temporal.Instant {
  return date.add({ days: 1 }).toZonedDateTime(zone).toInstant();
}

function earlierOf(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) <= 0 ? one : other;
}
