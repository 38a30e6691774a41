import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import { reckonDeadlines } from '../../../domain/deadlines/deadlines.ts';
import { SuspensionOrderError, statutoryIfSuspended } from '../../../domain/deadlines/suspension.ts';
import { DUTCH_CALENDAR } from '../../support/fixtures/dutch-calendar.ts';
import vectors from './deadline-vectors.json' with { type: 'json' };

const at = (instant: string) => Temporal.Instant.from(instant);
const RECEIVED = '2026-06-09T14:03:00+02:00';

function suspended(asked: string, answered: string | null, received = RECEIVED) {
  const limit = statutoryIfSuspended(
    at(received),
    { askedAt: at(asked), answeredAt: answered === null ? null : at(answered) },
    DUTCH_CALENDAR,
  );
  return limit === null ? null : [limit.suspendedDays, limit.date.toString()];
}

describe('the legal limit if a question had stopped the clock', () => {
  it.each(vectors.suspensionPolicyVectors)('$id', ({ received, asked, answered, expect: expected }) => {
    const { suspendedDays, statutoryIfSuspendedDate } = expected;
    expect(suspended(asked, answered, received)).toEqual(
      suspendedDays === null ? null : [suspendedDays, statutoryIfSuspendedDate],
    );
    const { promisedDate, statutoryRawDate, statutoryDate } = reckonDeadlines(at(received), DUTCH_CALENDAR);
    expect(expected).toMatchObject({
      promisedDate: promisedDate.toString(),
      statutoryRawDate: statutoryRawDate.toString(),
      statutoryDate: statutoryDate.toString(),
    });
  });

  it('gains nothing from an answer on the same Dutch day', () => {
    expect(suspended('2026-06-10T00:30:00+02:00', '2026-06-10T23:30:00+02:00')).toEqual([0, '2026-07-09']);
  });

  it('counts days in Amsterdam, whatever offset the instants were written with', () => {
    expect(suspended('2026-06-10T21:30:00Z', '2026-06-10T22:30:00Z')).toEqual([1, '2026-07-10']);
  });

  it('moves past weekends after the days were added, not before', () => {
    expect(suspended('2026-06-10T10:00:00Z', '2026-06-12T10:00:00Z')).toEqual([2, '2026-07-13']);
  });

  it('is not revived by a question asked after it passed, answered or not', () => {
    expect(suspended('2026-07-09T22:00:00Z', '2026-07-20T10:00:00Z')).toEqual([0, '2026-07-09']);
    expect(suspended('2026-07-09T22:00:00Z', null)).toEqual([0, '2026-07-09']);
    expect(suspended('2026-07-09T21:59:59Z', null)).toBeNull();
  });

  it('refuses a question from before the request and an answer from before the question', () => {
    expect(() => suspended('2026-06-09T14:02:59+02:00', null)).toThrow(SuspensionOrderError);
    expect(() => suspended('2026-06-11T10:00:00Z', '2026-06-11T09:59:59Z')).toThrow(SuspensionOrderError);
  });
});
