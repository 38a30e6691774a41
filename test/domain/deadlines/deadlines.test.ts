import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import type { HolidayCalendar } from '../../../domain/deadlines/calendar.ts';
import { reckonDeadlines } from '../../../domain/deadlines/deadlines.ts';
import { DUTCH_CALENDAR } from '../../support/fixtures/dutch-calendar.ts';
import vectors from './deadline-vectors.json' with { type: 'json' };

const at = (instant: string) => Temporal.Instant.from(instant);

function reckoned(instant: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(reckonDeadlines(at(instant), DUTCH_CALENDAR)).map(([field, value]) => [field, String(value)]),
  );
}

describe('the dates that follow from a receipt', () => {
  it.each(vectors.vectors)('$id: $why', ({ received, expect: expected }) => {
    expect(expected).toMatchObject(reckoned(received));
  });

  it.each([
    ['29 February', '2028-02-29T12:00:00+01:00', { promisedDate: '2028-03-28', statutoryDate: '2028-03-29' }],
    ['29 November before a short February', '2026-11-29T12:00:00+01:00', { extendedRawDate: '2027-02-28' }],
    ['29 November before a leap day', '2027-11-29T12:00:00+01:00', { extendedRawDate: '2028-02-29' }],
    ['31 October', '2028-10-31T12:00:00+01:00', { statutoryRawDate: '2028-11-30', extendedTargetDate: '2029-01-30' }],
    ['the widest gap between promise and limit', '2038-03-24T12:00:00+01:00', { statutoryDate: '2038-04-28' }],
    ["King's Day on Saturday 26 April 2059", '2059-03-26T12:00:00+01:00', { statutoryDate: '2059-04-28' }],
  ])('hold for %s', (_, received, expected) => {
    expect(reckoned(received)).toMatchObject(expected);
  });

  it.each([
    ['the skipped hour, written with the winter offset', '2026-03-29T02:30:00+01:00', '2026-03-29T03:30:00+02:00'],
    ['the repeated hour, first time', '2026-10-25T02:30:00+02:00', '2026-10-25T00:30:00Z'],
    ['the repeated hour, second time', '2026-10-25T02:30:00+01:00', '2026-10-25T00:30:00Z'],
    ['the far east', '2026-06-10T12:00:00+14:00', '2026-06-09T22:00:00Z'],
    ['the far west', '2026-06-09T10:30:00-12:00', '2026-06-09T22:30:00Z'],
  ])('take the civil day in Amsterdam for %s', (_, received, same) => {
    expect(reckoned(received)).toEqual(reckoned(same));
  });
});

describe('another organisation', () => {
  const never: HolidayCalendar = { isPublicHoliday: () => false, isWorkingDay: () => true };
  const received = at('2026-12-01T09:00:00+01:00');

  it('can bring its own calendar', () => {
    const { statutoryDate, targetDate } = reckonDeadlines(received, never);
    expect(statutoryDate.toString()).toBe('2027-01-01');
    expect(targetDate.toString()).toBe('2026-12-29');
  });

  it('can bring its own zone', () => {
    const { receivedDate, promisedUntil } = reckonDeadlines(at('2026-06-09T20:00:00Z'), never, 'Asia/Tokyo');
    expect(receivedDate.toString()).toBe('2026-06-10');
    expect(promisedUntil.toString()).toBe('2026-07-08T15:00:00Z');
  });
});
