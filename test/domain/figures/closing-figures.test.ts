import { describe, expect, it } from 'vitest';
import { DUTCH_CALENDAR } from '../../support/fixtures/dutch-calendar.ts';
import { closingFigures, type ClosingFiguresInput } from '../../../domain/figures/closing-figures.ts';
import { monthBefore } from '../../../domain/figures/figures.ts';
import { parseInstant } from '../../../domain/instants.ts';

const RECEIVED = '2026-10-05T09:00:00.000Z';
const part = { requestType: 'access', outcome: 'granted', extended: false, onTime: true } as const;

function only(closedAt: string, more: Partial<ClosingFiguresInput['parts'][number]> = {}, receivedAt = RECEIVED) {
  const [figures, ...others] = closingFigures({
    closedAt,
    receivedAt,
    calendar: DUTCH_CALENDAR,
    parts: [{ ...part, ...more }],
  });
  expect(others).toEqual([]);
  if (figures === undefined) throw new Error('a part has figures');
  return figures;
}

describe('the figures of a closing', () => {
  it('are one increment a part, each of its own type', () => {
    const figures = closingFigures({
      calendar: DUTCH_CALENDAR,
      closedAt: '2026-10-20T09:00:00.000Z',
      receivedAt: RECEIVED,
      parts: [part, { ...part, requestType: 'question', outcome: 'answered' }, part],
    });
    expect(figures.map(({ requestType, counts }) => [requestType, counts.closed])).toEqual([
      ['access', 1],
      ['question', 1],
      ['access', 1],
    ]);
  });

  it('hold counters and no word of a case', () => {
    expect(only('2026-10-20T09:00:00.000Z')).toEqual({
      schemaVersion: 1,
      month: '2026-10',
      requestType: 'access',
      counts: {
        closed: 1,
        onTime: 1,
        withinFourWeeks: 1,
        withinOneMonth: 1,
        withinThreeMonths: 1,
        extended: 0,
        refused: 0,
        partlyRefused: 0,
        withdrawn: 0,
      },
      days: { '015': 1 },
    });
  });

  it.each([
    ['the last moment of the month', '2026-10-31T22:59:59.999Z', '2026-10'],
    ['the first moment of the next', '2026-10-31T23:00:00.000Z', '2026-11'],
    ['the first moment of a summer month', '2026-06-30T22:00:00.000Z', '2026-07'],
  ])('belong to the Amsterdam month of the closing: %s', (_, closedAt, month) => {
    expect(only(closedAt, {}, '2026-06-01T09:00:00.000Z').month).toBe(month);
  });

  it.each([
    ['2026-10-05T21:59:00.000Z', '000'],
    ['2026-10-05T22:00:00.000Z', '001'],
    ['2026-10-25T23:30:00.000Z', '021'],
    ['2027-02-01T09:00:00.000Z', '119'],
    ['2027-02-02T09:00:00.000Z', '120plus'],
    ['2028-02-02T09:00:00.000Z', '120plus'],
  ])('count whole civil days from receipt: closed at %s', (closedAt, key) => {
    expect(only(closedAt).days).toEqual({ [key]: 1 });
  });

  it.each([
    ['four weeks', '2026-11-02T22:59:59.999Z', [1, 1, 1]],
    ['a day later', '2026-11-02T23:00:00.000Z', [0, 1, 1]],
    ['the month', '2026-11-05T22:59:59.999Z', [0, 1, 1]],
    ['a day later', '2026-11-05T23:00:00.000Z', [0, 0, 1]],
    ['three months', '2027-01-05T22:59:59.999Z', [0, 0, 1]],
    ['a day later', '2027-01-05T23:00:00.000Z', [0, 0, 0]],
  ])('know the terms of their receipt to the last day: %s', (_, closedAt, within) => {
    const { withinFourWeeks, withinOneMonth, withinThreeMonths } = only(closedAt).counts;
    expect([withinFourWeeks, withinOneMonth, withinThreeMonths]).toEqual(within);
  });

  it('go by the day a part was carried out, in the month its case closed', () => {
    const figures = only('2026-11-30T09:00:00.000Z', { requestType: 'marketing_objection', doneAt: RECEIVED });
    expect(figures).toMatchObject({ month: '2026-11', days: { '000': 1 }, counts: { withinFourWeeks: 1 } });
  });

  it.each([
    ['refused', { outcome: 'refused' }, { refused: 1 }],
    ['refused in part', { outcome: 'partly_granted' }, { partlyRefused: 1 }],
    ['withdrawn', { outcome: 'withdrawn' }, { withdrawn: 1 }],
    ['extended', { extended: true }, { extended: 1 }],
    ['late', { onTime: false }, { onTime: 0 }],
  ] as const)('count a part that was %s', (_, more, counted) => {
    const untouched = { refused: 0, partlyRefused: 0, withdrawn: 0, extended: 0, onTime: 1 };
    expect(only('2026-10-20T09:00:00.000Z', more).counts).toMatchObject({ ...untouched, ...counted });
  });
});

describe('the month before', () => {
  it.each([
    ['2026-12-01T08:00:00.000Z', '2026-11'],
    ['2027-01-01T08:00:00.000Z', '2026-12'],
    ['2026-11-30T23:30:00.000Z', '2026-11'],
  ])('an instant is told by the Amsterdam calendar: %s', (instant, month) => {
    expect(monthBefore(parseInstant(instant))).toBe(month);
  });
});
