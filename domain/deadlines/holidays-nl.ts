import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { calendarOfYears, type HolidayCalendar, type HolidaysOfYear } from './calendar.ts';
import { easterSunday } from './easter.ts';

/** What an organisation in the Netherlands says of its calendar. */
export const dutchRulesSchema = z.strictObject({
  rules: z.literal('nl'),
  /** Whether staff are free on Liberation Day every year. It stays a public holiday. */
  officeClosedOn5May: z.boolean(),
});

/** Days equated with a public holiday by royal decree (Algemene termijnenwet art. 3(3)), as published up to 2028. */
const EQUATED_BY_ROYAL_DECREE: readonly string[] = [
  '2023-04-28',
  '2023-05-19',
  '2024-05-10',
  '2024-12-27',
  '2025-05-30',
  '2026-01-02',
  '2026-05-15',
  '2027-05-07',
  '2028-04-28',
  '2028-05-26',
];

/**
 * The Dutch calendar. Public holidays are those of Algemene termijnenwet art. 3(1), as the law stands now and for
 * every year asked about. Good Friday (art. 3(2)) and the decree days (art. 3(3)) never move a legal limit, since
 * it is doubtful that they may, but staff do not count on them.
 *
 * @param options.equatedByRoyalDecree ISO dates; a RangeError is thrown for one that is no date.
 */
export function dutchHolidayCalendar(options: {
  readonly officeClosedOn5May: boolean;
  /** Those published, unless told otherwise. */
  readonly equatedByRoyalDecree?: readonly string[];
}): HolidayCalendar {
  const equated = options.equatedByRoyalDecree ?? EQUATED_BY_ROYAL_DECREE;
  const decreeDays = equated.map((day) => Temporal.PlainDate.from(day).toString());
  return calendarOfYears((year) => holidaysOf(year, options.officeClosedOn5May, decreeDays));
}

function holidaysOf(year: number, closedOn5May: boolean, decreeDays: readonly string[]): HolidaysOfYear {
  const easter = easterSunday(year);
  const on = (month: number, day: number) => Temporal.PlainDate.from({ year, month, day });
  const withoutLiberationDay = [
    on(1, 1),
    easter.add({ days: 1 }),
    kingsDay(year),
    easter.add({ days: 39 }),
    easter.add({ days: 50 }),
    on(12, 25),
    on(12, 26),
  ].map(String);
  const liberationDay = on(5, 5).toString();
  const goodFriday = easter.subtract({ days: 2 }).toString();
  return {
    publicHolidays: new Set([...withoutLiberationDay, liberationDay]),
    officeClosed: new Set([
      ...withoutLiberationDay,
      ...(closedOn5May ? [liberationDay] : []),
      goodFriday,
      ...decreeDays,
    ]),
  };
}

/** On a Sunday it is kept the day before, and no Monday takes its place. */
function kingsDay(year: number): Temporal.PlainDate {
  const date = Temporal.PlainDate.from({ year, month: 4, day: 27 });
  return date.dayOfWeek === 7 ? date.subtract({ days: 1 }) : date;
}
