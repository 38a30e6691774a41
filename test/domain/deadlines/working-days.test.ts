import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import { DUTCH_CALENDAR } from '../../support/fixtures/dutch-calendar.ts';
import { addWorkingDays, officeOpening, workingDaysBetween } from '../../../domain/deadlines/working-days.ts';
import vectors from './deadline-vectors.json' with { type: 'json' };

const day = (date: string) => Temporal.PlainDate.from(date);
const add = (date: string, n: number) => addWorkingDays(day(date), n, DUTCH_CALENDAR).toString();
const between = (from: string, to: string) => workingDaysBetween(day(from), day(to), DUTCH_CALENDAR);

describe('adding working days', () => {
  it.each(vectors.vectors)('finds the reminders of $id', ({ expect: { targetDate, remindersDate, remindersAt } }) => {
    const reminders = Object.entries(remindersDate).map(([rung]) => {
      const before = Number(rung.replace('workdays', ''));
      return [rung, addWorkingDays(day(targetDate), -before, DUTCH_CALENDAR)] as const;
    });
    expect(Object.fromEntries(reminders.map(([rung, date]) => [rung, date.toString()]))).toEqual(remindersDate);
    expect(Object.fromEntries(reminders.map(([rung, date]) => [rung, officeOpening(date).toString()]))).toEqual(
      remindersAt,
    );
  });

  it.each([
    ['2026-07-03', 1, '2026-07-06'],
    ['2026-12-24', 1, '2026-12-28'],
    ['2026-04-02', 1, '2026-04-07'],
    ['2026-04-07', -1, '2026-04-02'],
    ['2026-07-04', 1, '2026-07-06'],
    ['2026-07-04', -1, '2026-07-03'],
    ['2026-07-04', 0, '2026-07-04'],
  ])('%s %i is %s', (date, n, expected) => {
    expect(add(date, n)).toBe(expected);
  });

  it.each([0.5, Number.NaN, Infinity])('refuses %d days', (n) => {
    expect(() => add('2026-07-03', n)).toThrow(RangeError);
  });
});

describe('counting working days', () => {
  it.each([
    ['2026-07-03', '2026-07-06', 1],
    ['2026-07-03', '2026-07-05', 0],
    ['2026-07-04', '2026-07-06', 1],
    ['2026-07-06', '2026-07-06', 0],
    ['2026-06-09', '2026-07-07', 20],
    ['2026-07-06', '2026-07-03', -1],
    ['2026-07-05', '2026-07-03', 0],
  ])('from %s to %s there are %i', (from, to, expected) => {
    expect(between(from, to) + 0).toBe(expected);
  });

  it('undoes adding them, in both directions', () => {
    for (const n of [-30, -10, -1, 0, 1, 10, 30]) {
      expect(between('2026-12-23', add('2026-12-23', n))).toBe(n);
    }
  });
});

describe('the opening of the office', () => {
  const transitions = Object.values(vectors.calendar.dstTransitionsUtc).flat();

  it.each(transitions)('is 09:00 Dutch time before, on and after the change of clocks at %s', (transition) => {
    const changeDay = Temporal.Instant.from(transition).toZonedDateTimeISO('UTC').toPlainDate();
    const [winter, summer] = ['T08:00:00Z', 'T07:00:00Z'];
    const [before, after] = changeDay.month === 3 ? [winter, summer] : [summer, winter];
    const dayBefore = changeDay.subtract({ days: 1 });
    expect(officeOpening(dayBefore).toString()).toBe(`${dayBefore.toString()}${before}`);
    expect(officeOpening(changeDay).toString()).toBe(`${changeDay.toString()}${after}`);
  });

  it('is in the zone that is asked for', () => {
    expect(officeOpening(day('2026-07-07'), 'America/New_York').toString()).toBe('2026-07-07T13:00:00Z');
  });
});
