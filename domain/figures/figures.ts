import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { requestTypeSchema } from '../cases/request-types.ts';
import { ZONE } from '../deadlines/deadlines.ts';

/** A civil month in the zone, as `2026-11`. */
export const monthSchema = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);

const count = z.int().min(0);

/** How many parts of one type were closed in one month, and how. */
export const figureCountsSchema = z.strictObject({
  closed: count,
  /** Within the promise, or within the limit of an extension that was announced. */
  onTime: count,
  withinFourWeeks: count,
  /** The statutory limit: the month of GDPR art. 12(3), moved past weekends and holidays. */
  withinOneMonth: count,
  withinThreeMonths: count,
  extended: count,
  refused: count,
  partlyRefused: count,
  withdrawn: count,
});
export type FigureCounts = z.infer<typeof figureCountsSchema>;

export const NO_COUNTS: FigureCounts = {
  closed: 0,
  onTime: 0,
  withinFourWeeks: 0,
  withinOneMonth: 0,
  withinThreeMonths: 0,
  extended: 0,
  refused: 0,
  partlyRefused: 0,
  withdrawn: 0,
};

/** From so many days on they are no longer told apart: far beyond the longest term. */
const LAST_DAY = 120;

/** `000` to `119` and `120plus`: text order is the order of days. */
const dayKeySchema = z.string().regex(/^(?:0\d\d|1[01]\d|120plus)$/);

/**
 * The figures of one type in one month. Sums only: nothing in them leads to a case, so they are kept when everything
 * about a case is gone.
 */
export const figuresSchema = z.strictObject({
  schemaVersion: z.literal(1),
  month: monthSchema,
  requestType: requestTypeSchema,
  counts: figureCountsSchema,
  /** How many were closed after so many whole days, by `dayKey`: a median needs no more. */
  days: z.record(dayKeySchema, count),
});
export type Figures = z.infer<typeof figuresSchema>;

/** What one closing adds to the figures of its month. */
export type FigureIncrement = Figures;

/** The key under which a closing after so many whole days is counted. */
export function dayKey(days: number): string {
  return days >= LAST_DAY ? `${LAST_DAY}plus` : String(Math.max(0, days)).padStart(3, '0');
}

/** The days a key stands for: 120 for 120 and more. */
export function daysOfKey(key: string): number {
  return Number.parseInt(key, 10);
}

/** The civil month of an instant in the zone. */
export function monthOf(instant: Temporal.Instant, zone: string = ZONE): string {
  return instant.toZonedDateTimeISO(zone).toPlainDate().toPlainYearMonth().toString();
}

/** The civil month before the one of an instant. */
export function monthBefore(instant: Temporal.Instant, zone: string = ZONE): string {
  return Temporal.PlainYearMonth.from(monthOf(instant, zone)).subtract({ months: 1 }).toString();
}

/** One sum for each month and type, in order of month and type. A transaction must not write an item twice. */
export function sumByType(figures: readonly Figures[]): readonly Figures[] {
  const sums = new Map<string, Figures>();
  for (const one of figures) {
    const key = `${one.month} ${one.requestType}`;
    const before = sums.get(key);
    sums.set(key, before === undefined ? one : { ...one, ...sumOf([before, one]) });
  }
  return [...sums.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}

/** All figures as one, whatever their type. */
export function sumOf(figures: readonly Pick<Figures, 'counts' | 'days'>[]): Pick<Figures, 'counts' | 'days'> {
  const counts: FigureCounts = { ...NO_COUNTS };
  const days: Record<string, number> = {};
  for (const one of figures) {
    for (const name of figureCountsSchema.keyof().options) counts[name] += one.counts[name];
    for (const [key, closed] of Object.entries(one.days)) days[key] = (days[key] ?? 0) + closed;
  }
  return { counts, days };
}
