import type { Temporal } from 'temporal-polyfill';

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

/** What a rule set knows of one year, as ISO dates. */
export interface HolidaysOfYear {
  readonly publicHolidays: ReadonlySet<string>;
  /** Days on which staff do not work, weekends aside. A public holiday that is not among them is worked on. */
  readonly officeClosed: ReadonlySet<string>;
}

/** The calendar of a rule set: each year is reckoned once, when it is first asked about. */
export function calendarOfYears(holidaysOf: (year: number) => HolidaysOfYear): HolidayCalendar {
  const years = new Map<number, HolidaysOfYear>();
  const inYear = (year: number): HolidaysOfYear => {
    const known = years.get(year) ?? holidaysOf(year);
    years.set(year, known);
    return known;
  };
  return {
    isPublicHoliday: (date) => inYear(date.year).publicHolidays.has(date.toString()),
    isWorkingDay: (date) => !isWeekend(date) && !inYear(date.year).officeClosed.has(date.toString()),
  };
}

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
