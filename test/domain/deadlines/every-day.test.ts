import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, it } from 'vitest';

import { DUTCH_CALENDAR } from '../../support/fixtures/dutch-calendar.ts';
import { ZONE, reckonDeadlines } from '../../../domain/deadlines/deadlines.ts';
import type { Deadlines } from '../../../domain/deadlines/deadlines.ts';
import { addWorkingDays, officeOpening } from '../../../domain/deadlines/working-days.ts';
import vectors from './deadline-vectors.json' with { type: 'json' };

const { properties } = vectors;
const compare = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other);

interface Day {
  readonly date: string;
  readonly deadlines: Deadlines;
  readonly slackDays: number;
}

/** Every civil date of forty years, reckoned from its first instant. */
const days: Day[] = [];

beforeAll(() => {
  const last = Temporal.PlainDate.from(properties.to);
  for (let date = Temporal.PlainDate.from(properties.from); compare(date, last) <= 0; date = date.add({ days: 1 })) {
    const deadlines = reckonDeadlines(date.toZonedDateTime(ZONE).toInstant(), DUTCH_CALENDAR);
    const slackDays = deadlines.promisedDate.until(deadlines.statutoryDate, { largestUnit: 'days' }).days;
    days.push({ date: date.toString(), deadlines, slackDays });
  }
});

/** The dates that break the rule, so that a failure names them. */
const breaking = (holds: (deadlines: Deadlines, index: number) => boolean) =>
  days.filter(({ deadlines }, index) => !holds(deadlines, index)).map(({ date }) => date);

const nonDecreasing = (field: 'statutoryRawDate' | 'statutoryDate' | 'extendedRawDate' | 'extendedDate') =>
  breaking((deadlines, index) => {
    const before = days[index - 1]?.deadlines ?? deadlines;
    return compare(before[field], deadlines[field]) <= 0;
  });

const mayEnd = (date: Temporal.PlainDate) => date.dayOfWeek <= 5 && !DUTCH_CALENDAR.isPublicHoliday(date);

const endsRight = (until: Temporal.Instant, date: Temporal.PlainDate) =>
  [`${date.toString()}T22:00:00Z`, `${date.toString()}T23:00:00Z`].includes(until.toString());

const asText = (deadlines: Deadlines) => Object.values(deadlines).join(' ');

describe('on every date from 2020 to 2059', () => {
  it('was reckoned', () => {
    expect(days).toHaveLength(properties.sweptCivilDates);
    expect(breaking(({ receivedDate }, index) => receivedDate.toString() === days[index]?.date)).toEqual([]);
  });

  it('the promise is never after the raw month, nor that after the legal limit', () => {
    expect(
      breaking(
        ({ promisedDate, statutoryRawDate, statutoryDate }) =>
          compare(promisedDate, statutoryRawDate) <= 0 && compare(statutoryRawDate, statutoryDate) <= 0,
      ),
    ).toEqual([]);
  });

  it('the promise meets the raw month on 31 January and in February of common years only', () => {
    const equal = days.filter(({ deadlines }) => deadlines.promisedDate.equals(deadlines.statutoryRawDate));
    const commonYears = new Set(
      days.filter(({ deadlines }) => !deadlines.receivedDate.inLeapYear).map(({ date }) => date.slice(0, 4)),
    );
    const expected = [...commonYears].flatMap((year) =>
      properties.promisedEqualsStatutoryRawOn.nonleap.map((monthAndDay) => `${year}-${monthAndDay}`),
    );
    expect(equal.map(({ date }) => date)).toEqual(expected);
  });

  it('the legal limit lies no more than seven days after the promise', () => {
    const { min, max, exampleMax } = properties.slackDaysPromiseToStatutory;
    const slacks = days.map(({ slackDays }) => slackDays);
    expect(Math.min(...slacks)).toBe(min);
    expect(Math.max(...slacks)).toBe(max);
    expect(days.find(({ slackDays }) => slackDays === max)?.date).toBe(exampleMax);
  });

  it('the gap is spread over 2026 to 2035 as counted beforehand', () => {
    const spread = new Map<number, number>();
    for (const { date, slackDays } of days) {
      if (date >= '2026' && date < '2036') spread.set(slackDays, (spread.get(slackDays) ?? 0) + 1);
    }
    expect(Object.fromEntries(spread)).toEqual({ 0: 165, 1: 80, 2: 895, 3: 1684, 4: 495, 5: 317, 6: 16 });
  });

  it('the promise is exactly 28 civil days after receipt and grows by one each day', () => {
    expect(
      breaking(
        ({ receivedDate, promisedDate }) => receivedDate.until(promisedDate, { largestUnit: 'days' }).days === 28,
      ),
    ).toEqual([]);
  });

  it.each(['statutoryRawDate', 'statutoryDate', 'extendedRawDate', 'extendedDate'] as const)(
    '%s never goes back',
    (field) => {
      expect(nonDecreasing(field)).toEqual([]);
    },
  );

  it('the targets are working days, not after the promise or any reading of the extension', () => {
    expect(
      breaking(
        (deadlines) =>
          compare(deadlines.targetDate, deadlines.promisedDate) <= 0 &&
          compare(deadlines.extendedTargetDate, deadlines.extendedRawDate) <= 0 &&
          compare(deadlines.extendedTargetDate, deadlines.statutoryRawDate.add({ months: 2 })) <= 0 &&
          DUTCH_CALENDAR.isWorkingDay(deadlines.targetDate) &&
          DUTCH_CALENDAR.isWorkingDay(deadlines.extendedTargetDate),
      ),
    ).toEqual([]);
  });

  it('no legal limit ends on a Saturday, Sunday or public holiday', () => {
    expect(breaking(({ statutoryDate, extendedDate }) => mayEnd(statutoryDate) && mayEnd(extendedDate))).toEqual([]);
  });

  it('every end of a day is 22:00 or 23:00 UTC on that day', () => {
    expect(
      breaking(
        (deadlines) =>
          endsRight(deadlines.promisedUntil, deadlines.promisedDate) &&
          endsRight(deadlines.statutoryUntil, deadlines.statutoryDate) &&
          endsRight(deadlines.extendedUntil, deadlines.extendedDate),
      ),
    ).toEqual([]);
  });

  it('the last nanosecond of the day gives what the first instant gave, and the next instant does not', () => {
    expect(
      breaking((deadlines) => {
        const nextDay = deadlines.receivedDate.add({ days: 1 }).toZonedDateTime(ZONE).toInstant();
        const lastInstant = nextDay.subtract({ nanoseconds: 1 });
        return (
          asText(reckonDeadlines(lastInstant, DUTCH_CALENDAR)) === asText(deadlines) &&
          !reckonDeadlines(nextDay, DUTCH_CALENDAR).receivedDate.equals(deadlines.receivedDate)
        );
      }),
    ).toEqual([]);
  });

  it('reminders strictly follow each other from the receipt to the opening of the target day', () => {
    expect(
      breaking(({ targetDate, receivedDate }) => {
        const dates = [-10, -5, -2, -1, 0].map((n) => addWorkingDays(targetDate, n, DUTCH_CALENDAR));
        const instants = dates.map((date) => officeOpening(date).epochMilliseconds);
        const [first] = dates;
        return (
          first !== undefined &&
          compare(receivedDate, first) < 0 &&
          instants.every((instant, index) => index === 0 || instant > (instants[index - 1] ?? Infinity))
        );
      }),
    ).toEqual([]);
  });
});
