import * as z from 'zod';
import type { HolidayCalendar } from './calendar.ts';
import { malteseHolidayCalendar, malteseRulesSchema } from './holidays-mt.ts';
import { dutchHolidayCalendar, dutchRulesSchema } from './holidays-nl.ts';

/** Whose holidays an organisation reckons with. A further rule set is a file beside these, and a line here and below. */
export const calendarRulesSchema = z.discriminatedUnion('rules', [dutchRulesSchema, malteseRulesSchema]);
export type CalendarRules = z.infer<typeof calendarRulesSchema>;

/** The calendar an organisation's profile asks for. */
export function holidayCalendarOf(calendar: CalendarRules): HolidayCalendar {
  switch (calendar.rules) {
    case 'nl':
      return dutchHolidayCalendar(calendar);
    case 'mt':
      return malteseHolidayCalendar();
  }
}
