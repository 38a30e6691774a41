import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import { dutchHolidayCalendar } from '../../../domain/deadlines/holidays-nl.ts';
import { DUTCH_CALENDAR } from '../../support/fixtures/dutch-calendar.ts';
import { easterSunday } from '../../../domain/deadlines/easter.ts';
import vectors from './deadline-vectors.json' with { type: 'json' };

const { atwArt3Lid1, goodFriday, easterSunday: knownEasters, equatedByRoyalDecree } = vectors.calendar;

const day = (date: string) => Temporal.PlainDate.from(date);

function daysOf(year: number): readonly Temporal.PlainDate[] {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return Array.from({ length: first.daysInYear }, (_, offset) => first.add({ days: offset }));
}

/** Knuth, The Art of Computer Programming 1.3.2, exercise 14: by golden number and epact, not by Meeus' shortcut. */
function easterByEpact(year: number): string {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const droppedLeapYears = Math.floor((3 * century) / 4) - 12;
  const moonCorrection = Math.floor((8 * century + 5) / 25) - 5;
  let epact = (11 * golden + 20 + moonCorrection - droppedLeapYears + 300) % 30;
  if ((epact === 25 && golden > 11) || epact === 24) epact += 1;
  const fullMoon = 44 - epact < 21 ? 74 - epact : 44 - epact;
  let sunday = Temporal.PlainDate.from({ year, month: 3, day: 1 }).add({ days: fullMoon });
  while (sunday.dayOfWeek !== 7) sunday = sunday.add({ days: 1 });
  return sunday.toString();
}

describe('Easter', () => {
  it.each(Object.entries(knownEasters))('of %s is %s', (year, date) => {
    expect(easterSunday(Number(year)).toString()).toBe(date);
  });

  it('agrees with a second algorithm from 1900 to 2199', () => {
    const years = Array.from({ length: 300 }, (_, index) => 1900 + index);
    expect(years.map((year) => easterSunday(year).toString())).toEqual(years.map(easterByEpact));
  });
});

describe('the Dutch calendar', () => {
  it.each(Object.entries(atwArt3Lid1))('knows exactly the public holidays of %s', (year, holidays) => {
    const found = daysOf(Number(year)).filter((date) => DUTCH_CALENDAR.isPublicHoliday(date));
    expect(found.map(String)).toEqual(Object.keys(holidays));
  });

  it.each(Object.values(goodFriday))('has staff off on Good Friday %s, which is no public holiday', (date) => {
    expect(DUTCH_CALENDAR.isWorkingDay(day(date))).toBe(false);
    expect(DUTCH_CALENDAR.isPublicHoliday(day(date))).toBe(false);
  });

  it.each(equatedByRoyalDecree)('has staff off on decree day %s, which is no public holiday', (date) => {
    expect(DUTCH_CALENDAR.isWorkingDay(day(date))).toBe(false);
    expect(DUTCH_CALENDAR.isPublicHoliday(day(date))).toBe(false);
  });

  it('lets staff work from Monday to Friday on every other day, and on no weekend', () => {
    for (const [year, holidays] of Object.entries(atwArt3Lid1)) {
      const closed = new Set<string>([...Object.keys(holidays), ...Object.values(goodFriday), ...equatedByRoyalDecree]);
      const expected = daysOf(Number(year)).filter((date) => date.dayOfWeek <= 5 && !closed.has(date.toString()));
      const found = daysOf(Number(year)).filter((date) => DUTCH_CALENDAR.isWorkingDay(date));
      expect(found.map(String)).toEqual(expected.map(String));
    }
  });

  it("keeps King's Day on Saturday 26 April when the 27th is a Sunday, with no Monday in its place", () => {
    const years = Array.from({ length: 46 }, (_, index) => 2014 + index);
    const moved = years.filter((year) => !DUTCH_CALENDAR.isPublicHoliday(day(`${year}-04-27`)));
    expect(moved).toEqual(vectors.calendar.kingsdaySundayYears);
    expect(moved.filter((year) => !DUTCH_CALENDAR.isPublicHoliday(day(`${year}-04-26`)))).toEqual([]);
    expect(moved.filter((year) => !DUTCH_CALENDAR.isWorkingDay(day(`${year}-04-28`)))).toEqual([]);
  });
});

describe('a Dutch office that works on 5 May', () => {
  const calendar = dutchHolidayCalendar({ equatedByRoyalDecree: [], officeClosedOn5May: false });

  it('counts the day for staff while a legal limit still may not end on it', () => {
    expect(calendar.isWorkingDay(day('2026-05-05'))).toBe(true);
    expect(calendar.isPublicHoliday(day('2026-05-05'))).toBe(true);
  });

  it.each([
    ['2016-05-05', 'Ascension Day'],
    ['2029-05-05', 'a Saturday'],
  ])('is closed on %s, which is also %s', (date) => {
    expect(calendar.isWorkingDay(day(date))).toBe(false);
  });

  it('keeps no decree days but its own', () => {
    expect(calendar.isWorkingDay(day('2026-05-15'))).toBe(true);
    const withDecree = dutchHolidayCalendar({ equatedByRoyalDecree: ['2031-05-23'], officeClosedOn5May: false });
    expect(withDecree.isWorkingDay(day('2031-05-23'))).toBe(false);
  });

  it('refuses a decree day that is no date', () => {
    expect(() => dutchHolidayCalendar({ equatedByRoyalDecree: ['2031-02-30'], officeClosedOn5May: true })).toThrow(
      RangeError,
    );
  });
});
