import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requestTypeSchema } from '../../../domain/cases/request-types.ts';
import { dayKey, type Figures, NO_COUNTS } from '../../../domain/figures/figures.ts';
import { monthlyReport, SMALLEST_ROW } from '../../../domain/figures/monthly-report.ts';

const MONTH = '2026-11';

/** Figures of one type, closed after so many days each. */
function figuresOf(
  requestType: Figures['requestType'],
  days: readonly number[],
  more: Partial<Figures['counts']> = {},
): Figures {
  const histogram: Record<string, number> = {};
  for (const key of days.map(dayKey)) histogram[key] = (histogram[key] ?? 0) + 1;
  const counts = { ...NO_COUNTS, closed: days.length, onTime: days.length, ...more };
  return { schemaVersion: 1, month: MONTH, requestType, counts, days: histogram };
}

const times = (count: number, days = 10) => Array.from({ length: count }, () => days);

describe('the monthly report', () => {
  it('tells closings, median, share on time, extensions and refusals of each type with five or more', () => {
    const report = monthlyReport(MONTH, [
      figuresOf('erasure', [1, 30, 12, 3, 20], { onTime: 4, extended: 1, refused: 2, partlyRefused: 3, withdrawn: 1 }),
    ]);
    expect(report.types).toEqual([
      {
        requestType: 'erasure',
        closed: 5,
        medianDays: 12,
        onTimePercent: 80,
        extended: 1,
        refused: 2,
        partlyRefused: 3,
        withdrawn: 1,
      },
    ]);
    expect(report.others).toBeNull();
    expect(report.total).toMatchObject({ closed: 5, medianDays: 12, onTimePercent: 80 });
  });

  it('merges types with fewer than five into one row, which then counts in the total', () => {
    const report = monthlyReport(MONTH, [
      figuresOf('access', times(6)),
      figuresOf('question', times(4, 2)),
      figuresOf('complaint', [8], { onTime: 0 }),
    ]);
    expect(report.types.map(({ requestType }) => requestType)).toEqual(['access']);
    expect(report.others).toMatchObject({ closed: 5, medianDays: 2, onTimePercent: 80 });
    expect(report.total).toMatchObject({ closed: 11, medianDays: 10 });
  });

  it('tells no number of a merged row below five, and leaves it out of the total', () => {
    const report = monthlyReport(MONTH, [figuresOf('access', times(6)), figuresOf('question', times(4, 2))]);
    expect(report.others).toBe('fewer_than_five');
    expect(report.total).toMatchObject({ closed: 6, medianDays: 10 });
  });

  it('tells no total where no row is told', () => {
    const report = monthlyReport(MONTH, [figuresOf('question', times(4, 2))]);
    expect(report).toEqual({ month: MONTH, types: [], others: 'fewer_than_five', total: null });
  });

  it('is empty for a month in which nothing was closed', () => {
    const other = { ...figuresOf('access', times(6)), month: '2026-10' };
    expect(monthlyReport(MONTH, [other])).toEqual({ month: MONTH, types: [], others: null, total: null });
  });

  it('lists types in the order they always have', () => {
    const types = ['complaint', 'access', 'erasure', 'question'] as const;
    const report = monthlyReport(
      MONTH,
      types.map((type) => figuresOf(type, times(5))),
    );
    expect(report.types.map(({ requestType }) => requestType)).toEqual(['access', 'erasure', 'question', 'complaint']);
  });

  it.each([
    [[1, 2, 3, 4, 5], 3],
    [[1, 2, 3, 4, 5, 6], 3.5],
    [[0, 0, 0, 0, 28], 0],
    [[9, 10, 100, 101, 119], 100],
    [[1, 2, 300, 400, 500], 120],
  ])('has the median of %j', (days, median) => {
    expect(monthlyReport(MONTH, [figuresOf('access', days)]).types[0]?.medianDays).toBe(median);
  });

  it('says 100% only when all were on time', () => {
    const report = monthlyReport(MONTH, [figuresOf('access', times(1000), { onTime: 999, withinFourWeeks: 999 })]);
    expect(report.types[0]?.onTimePercent).toBe(99);
    expect(report.total).toMatchObject({ withinFourWeeksPercent: 99 });
  });

  it('never gives away fewer than five, not even by subtraction', () => {
    const types = requestTypeSchema.options;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: types.length }), (counted) => {
        const figures = counted.map((closed, index) => figuresOf(types[index] ?? 'access', times(closed)));
        const report = monthlyReport(MONTH, figures);
        const others = report.others === null || report.others === 'fewer_than_five' ? [] : [report.others];
        const told = [...report.types, ...others].map(({ closed }) => closed);
        const all = counted.reduce((sum, closed) => sum + closed, 0);
        const inTotal = report.total?.closed ?? 0;

        expect(Math.min(SMALLEST_ROW, ...told)).toBe(SMALLEST_ROW);
        expect(inTotal).toBe(told.reduce((sum, closed) => sum + closed, 0));
        expect(all > inTotal).toBe(report.others === 'fewer_than_five');
      }),
    );
  });
});
