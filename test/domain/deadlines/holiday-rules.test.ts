import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isWeekend } from '../../../domain/deadlines/calendar.ts';
import { reckonDeadlines, ZONE } from '../../../domain/deadlines/deadlines.ts';
import { explainDeadlines } from '../../../domain/deadlines/explain.ts';
import { calendarRulesSchema, holidayCalendarOf } from '../../../domain/deadlines/holiday-rules.ts';
import { DUTCH_CALENDAR } from '../../support/fixtures/dutch-calendar.ts';
import vectors from './maltese-vectors.json' with { type: 'json' };

const MALTESE_CALENDAR = holidayCalendarOf({ rules: 'mt' });

function daysOf(year: number): readonly Temporal.PlainDate[] {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return Array.from({ length: first.daysInYear }, (_, days) => first.add({ days }));
}

describe('the holidays of Malta', () => {
  it.each(Object.entries(vectors.publicHolidays))('are those of the Act in %s', (year, expected) => {
    const found = daysOf(Number(year)).filter((date) => MALTESE_CALENDAR.isPublicHoliday(date));
    expect(found.map(String)).toEqual(expected.map((day) => `${year}-${day}`));
  });

  it('and weekends are all the days on which staff do not work', () => {
    const closed = daysOf(2026).filter((date) => !MALTESE_CALENDAR.isWorkingDay(date) && !isWeekend(date));
    expect(closed.every((date) => MALTESE_CALENDAR.isPublicHoliday(date))).toBe(true);
    // Fourteen, of which one is a Saturday and two are Sundays in that year.
    expect(closed).toHaveLength(11);
  });

  it.each(vectors.vectors)('$why', ({ received, expect: expected }) => {
    const reckoned = reckonDeadlines(Temporal.Instant.from(received), MALTESE_CALENDAR);
    expect(Object.fromEntries(Object.entries(reckoned).map(([name, date]) => [name, String(date)]))).toMatchObject(
      expected,
    );
  });

  it('are told where they move a limit', () => {
    const received = Temporal.Instant.from('2026-03-03T10:00:00+01:00');
    expect(explainDeadlines(received, 'en', MALTESE_CALENDAR)).toContain(
      'A legal limit cannot end on Friday 3 April 2026 (public holiday), Saturday 4 April 2026 (weekend) and Sunday 5 April 2026 (weekend), so the last day is Monday 6 April 2026.',
    );
    expect(explainDeadlines(received, 'en', DUTCH_CALENDAR)).toContain('The last day is Friday 3 April 2026.');
  });
});

describe('a rule set', () => {
  it.each([
    [{ rules: 'nl', officeClosedOn5May: false }, true],
    [{ rules: 'mt' }, true],
    [{ rules: 'nl' }, false],
    [{ rules: 'mt', officeClosedOn5May: true }, false],
    [{ rules: 'xx' }, false],
    [{}, false],
  ])('%o is known: %s', (calendar, known) => {
    expect(calendarRulesSchema.safeParse(calendar).success).toBe(known);
  });

  it('never moves what was promised', () => {
    const received = Temporal.Instant.from('2026-03-03T10:00:00+01:00');
    const [dutch, maltese] = [DUTCH_CALENDAR, MALTESE_CALENDAR].map((calendar) => reckonDeadlines(received, calendar));
    expect(dutch?.promisedDate).toEqual(maltese?.promisedDate);
    expect(dutch?.targetDate.toString()).toBe('2026-03-31');
    expect(maltese?.targetDate.toString()).toBe('2026-03-30');
  });
});

it('the clock in Malta shows what the clock in Amsterdam shows', () => {
  const differing = Array.from({ length: 40 }, (_, index) => 2000 + index)
    .flatMap(daysOf)
    .filter((date) => {
      // Between two and three at night, in UTC about one, the clocks change.
      const instants = ['00:59', '01:01', '12:00'].map((time) =>
        date.toZonedDateTime({ timeZone: 'UTC', plainTime: time }).toInstant(),
      );
      return instants.some(
        (instant) => instant.toZonedDateTimeISO('Europe/Malta').offset !== instant.toZonedDateTimeISO(ZONE).offset,
      );
    });
  expect(differing.map(String)).toEqual([]);
});
