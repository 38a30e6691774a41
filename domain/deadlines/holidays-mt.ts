import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { calendarOfYears, type HolidayCalendar } from './calendar.ts';
import { easterSunday } from './easter.ts';

/** What an organisation in Malta says of its calendar: the Act leaves nothing to choose. */
export const malteseRulesSchema = z.strictObject({ rules: z.literal('mt') });

/** Month and day of the national holidays (Cap. 252 art. 2) and of the other public holidays (its Schedule). */
const EVERY_YEAR = [
  [1, 1], // New Year's Day
  [2, 10], // St Paul's Shipwreck
  [3, 19], // St Joseph
  [3, 31], // Freedom Day, national
  [5, 1], // Workers' Day
  [6, 7], // Sette Giugno, national
  [6, 29], // St Peter and St Paul
  [8, 15], // Assumption
  [9, 8], // Victory Day, national
  [9, 21], // Independence Day, national
  [12, 8], // Immaculate Conception
  [12, 13], // Republic Day, national
  [12, 25], // Christmas Day
] as const;

/**
 * The Maltese calendar: the National Holidays and Other Public Holidays Act (Cap. 252), as it stands now and for every
 * year asked about. Good Friday is the one movable day; Easter Monday and 26 December are ordinary days. A holiday in a
 * weekend moves to no other day: it is made up in leave (Act IV of 2021), which each employee takes when they like.
 */
export function malteseHolidayCalendar(): HolidayCalendar {
  return calendarOfYears((year) => {
    const days = new Set([
      ...EVERY_YEAR.map(([month, day]) => Temporal.PlainDate.from({ year, month, day }).toString()),
      easterSunday(year).subtract({ days: 2 }).toString(),
    ]);
    return { publicHolidays: days, officeClosed: days };
  });
}
