import { type RequestType, requestTypeSchema } from '../cases/request-types.ts';
import { daysOfKey, type Figures, sumByType, sumOf } from './figures.ts';

/** Fewer closings than this are never told by themselves: so few can be recognised. */
export const SMALLEST_ROW = 5;

/** What is told of at least five closings. */
export interface ReportRow {
  readonly closed: number;
  /** Whole or half days; 120 stands for 120 and more. */
  readonly medianDays: number;
  /** Of the closed parts, rounded down: 100 means all of them. */
  readonly onTimePercent: number;
  readonly extended: number;
  readonly refused: number;
  readonly partlyRefused: number;
  readonly withdrawn: number;
}

interface TypeRow extends ReportRow {
  readonly requestType: RequestType;
}

interface ReportTotal extends ReportRow {
  readonly withinFourWeeksPercent: number;
  readonly withinOneMonthPercent: number;
  readonly withinThreeMonthsPercent: number;
}

/** One month in figures without ids, fit for people who may not see cases. */
export interface MonthlyReport {
  /** As `2026-11`. */
  readonly month: string;
  readonly types: readonly TypeRow[];
  /** The types with fewer than five closings taken together; null when there is none. */
  readonly others: ReportRow | 'fewer_than_five' | null;
  /**
   * Of the rows that are told: were those in `fewer_than_five` part of it, subtraction would give them away. Null when
   * no row is told.
   */
  readonly total: ReportTotal | null;
}

/** The report of one month. Figures of other months are left out. */
export function monthlyReport(month: string, figures: readonly Figures[]): MonthlyReport {
  const byType = sumByType(figures.filter((one) => one.month === month && one.counts.closed > 0));
  const large = byType.filter(isTold);
  const small = byType.filter((one) => !isTold(one));
  const merged = sumOf(small);
  const told = isTold(merged) ? byType : large;
  return {
    month,
    types: large.toSorted((a, b) => orderOf(a.requestType) - orderOf(b.requestType)).map(typeRowOf),
    others: othersOf(small.length, merged),
    total: told.length === 0 ? null : totalOf(sumOf(told)),
  };
}

type Sum = Pick<Figures, 'counts' | 'days'>;

function isTold({ counts }: Pick<Sum, 'counts'>): boolean {
  return counts.closed >= SMALLEST_ROW;
}

function othersOf(types: number, merged: Sum): MonthlyReport['others'] {
  if (types === 0) return null;
  return isTold(merged) ? rowOf(merged) : 'fewer_than_five';
}

function rowOf({ counts, days }: Sum): ReportRow {
  const { closed, onTime, extended, refused, partlyRefused, withdrawn } = counts;
  return {
    closed,
    medianDays: medianOf(days),
    onTimePercent: percent(onTime, closed),
    extended,
    refused,
    partlyRefused,
    withdrawn,
  };
}

function typeRowOf(figures: Figures): TypeRow {
  return { requestType: figures.requestType, ...rowOf(figures) };
}

function totalOf(sum: Sum): ReportTotal {
  const { closed, withinFourWeeks, withinOneMonth, withinThreeMonths } = sum.counts;
  return {
    ...rowOf(sum),
    withinFourWeeksPercent: percent(withinFourWeeks, closed),
    withinOneMonthPercent: percent(withinOneMonth, closed),
    withinThreeMonthsPercent: percent(withinThreeMonths, closed),
  };
}

function percent(share: number, closed: number): number {
  return Math.floor((100 * share) / closed);
}

/** With an even count the mean of the two in the middle. */
function medianOf(days: Figures['days']): number {
  const counted = Object.entries(days).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const closed = counted.reduce((sum, [, count]) => sum + count, 0);
  const dayAt = (place: number): number => {
    let passed = 0;
    for (const [key, count] of counted) {
      passed += count;
      if (passed > place) return daysOfKey(key);
    }
    throw new RangeError('a median needs days');
  };
  return (dayAt(Math.floor((closed - 1) / 2)) + dayAt(Math.floor(closed / 2))) / 2;
}

function orderOf(requestType: RequestType): number {
  return requestTypeSchema.options.indexOf(requestType);
}
