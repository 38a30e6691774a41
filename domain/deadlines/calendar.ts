import { Temporal } from 'temporal-polyfill';

import { easterSunday } from './easter.ts';

/**
 * The days a jurisdiction and an office do not work. Two questions, because they answer differently on purpose:
 * a legal limit may move later only on firm ground, while staff plan with every day the office may be closed.
 */
export interface HolidayCalendar {
  /** Whether a legal limit ending on this day moves later (Reg. 1182/71 art. 2(1) and 3(4)). Weekends aside. */
  isPublicHoliday(date: Temporal.PlainDate): boolean;
  /** Whether staff work on this day. False in weekends. */
  isWorkingDay(date: Temporal.PlainDate): boolean;
}

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

interface HolidaysOfYear {
  readonly publicHolidays: ReadonlySet<string>;
  /** Public holidays on which the office is closed whatever is agreed about 5 May. */
  readonly closedInAnyCase: ReadonlySet<string>;
}

function holidaysOf(year: number): HolidaysOfYear {
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
  const goodFriday = easter.subtract({ days: 2 }).toString();
  return {
    publicHolidays: new Set([...withoutLiberationDay, on(5, 5).toString()]),
    closedInAnyCase: new Set([...withoutLiberationDay, goodFriday]),
  };
}

/** On a Sunday it is kept the day before, and no Monday takes its place. */
function kingsDay(year: number): Temporal.PlainDate {
  const date = Temporal.PlainDate.from({ year, month: 4, day: 27 });
  return date.dayOfWeek === 7 ? date.subtract({ days: 1 }) : date;
}

/**
 * The Dutch calendar. Public holidays are those of Algemene termijnenwet art. 3(1), as the law stands now and for
 * every year asked about. Good Friday (art. 3(2)) and the decree days (art. 3(3)) never move a legal limit, since
 * it is doubtful that they may, but staff do not count on them.
 *
 * @param options.equatedByRoyalDecree ISO dates; a RangeError is thrown for one that is no date.
 * @param options.officeClosedOn5May   Whether staff are free on Liberation Day every year. It stays a public holiday.
 */
export function dutchHolidayCalendar(options: {
  readonly officeClosedOn5May: boolean;
  /** Those published, unless told otherwise. */
  readonly equatedByRoyalDecree?: readonly string[];
}): HolidayCalendar {
  const equated = options.equatedByRoyalDecree ?? EQUATED_BY_ROYAL_DECREE;
  const decreeDays = new Set(equated.map((day) => Temporal.PlainDate.from(day).toString()));
  const years = new Map<number, HolidaysOfYear>();
  const inYear = (year: number): HolidaysOfYear => {
    const known = years.get(year) ?? holidaysOf(year);
    years.set(year, known);
    return known;
  };
  const isPublicHoliday = (date: Temporal.PlainDate) => inYear(date.year).publicHolidays.has(date.toString());
  const isClosed = (date: Temporal.PlainDate) =>
    inYear(date.year).closedInAnyCase.has(date.toString()) ||
    decreeDays.has(date.toString()) ||
    (options.officeClosedOn5May && isPublicHoliday(date));

  return { isPublicHoliday, isWorkingDay: (date) => !isWeekend(date) && !isClosed(date) };
}

/** The Dutch calendar with the decree days published so far and the office closed on 5 May. */
export const DUTCH_CALENDAR: HolidayCalendar = dutchHolidayCalendar({ officeClosedOn5May: true });

/** Saturday or Sunday, the days named in Reg. 1182/71 art. 3(4). */
export function isWeekend(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek >= 6;
}

/** The date itself when staff work on it, else the last day before it on which they do. */
export function lastWorkingDayUpTo(date: Temporal.PlainDate, calendar: HolidayCalendar): Temporal.PlainDate {
  let day = date;
  while (!calendar.isWorkingDay(day)) day = day.subtract({ days: 1 });
  return day;
}
