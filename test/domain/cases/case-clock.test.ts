import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type CaseClock, caseClockSchema, toCaseTime, toWallTime } from '../../../domain/cases/case-clock.ts';
import { instantText } from '../../../domain/instants.ts';

const at = (text: string) => Temporal.Instant.from(text);
const REHEARSAL: CaseClock = {
  kind: 'rehearsal',
  wallStart: '2026-05-04T10:00:00.000Z',
  caseStart: '2026-12-20T07:00:00.000Z',
  dayLastsSeconds: 10,
};

const instants = fc
  .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) })
  .map((milliseconds) => Temporal.Instant.fromEpochMilliseconds(milliseconds));
const clocks = fc.record({
  kind: fc.constant('rehearsal' as const),
  wallStart: instants.map(instantText),
  caseStart: instants.map(instantText),
  dayLastsSeconds: fc.double({ min: 0.5, max: 86_400, noNaN: true }),
});
const daysLater = fc.integer({ min: 0, max: 400 * 86_400_000 });

describe('the real clock', () => {
  it('is the wall clock', () => {
    expect(toCaseTime({ kind: 'real' }, at('2026-05-04T10:00:00.123Z'))).toEqual(at('2026-05-04T10:00:00.123Z'));
  });

  it('lets machines wait for whole seconds, never earlier', () => {
    expect(toWallTime({ kind: 'real' }, at('2026-05-04T10:00:00Z'))).toEqual(at('2026-05-04T10:00:00Z'));
    expect(toWallTime({ kind: 'real' }, at('2026-05-04T10:00:00.001Z'))).toEqual(at('2026-05-04T10:00:01Z'));
  });
});

describe('a rehearsal clock', () => {
  it('starts on any day and makes a day as long as it is told', () => {
    expect(toCaseTime(REHEARSAL, at('2026-05-04T10:00:00Z'))).toEqual(at('2026-12-20T07:00:00Z'));
    expect(toCaseTime(REHEARSAL, at('2026-05-04T10:00:05Z'))).toEqual(at('2026-12-20T19:00:00Z'));
    expect(toCaseTime(REHEARSAL, at('2026-05-04T10:04:40Z'))).toEqual(at('2027-01-17T07:00:00Z'));
  });

  it('plays four weeks in less than five minutes when a day lasts ten seconds', () => {
    expect(toWallTime(REHEARSAL, at('2027-01-17T07:00:00Z'))).toEqual(at('2026-05-04T10:04:40Z'));
  });

  it('knows a time before it started', () => {
    expect(toCaseTime(REHEARSAL, at('2026-05-04T09:59:55Z'))).toEqual(at('2026-12-19T19:00:00Z'));
  });

  it('never wakes early, wakes on a whole second, and less than a second late', () => {
    fc.assert(
      fc.property(clocks, daysLater, (clock, later) => {
        const caseInstant = at(clock.caseStart).add({ milliseconds: later });
        const wall = toWallTime(clock, caseInstant);
        expect(wall.epochMilliseconds % 1000).toBe(0);
        expect(toCaseTime(clock, wall).epochMilliseconds).toBeGreaterThanOrEqual(caseInstant.epochMilliseconds);
        const aSecondBefore = toCaseTime(clock, wall.subtract({ milliseconds: 1001 }));
        expect(aSecondBefore.epochMilliseconds).toBeLessThanOrEqual(caseInstant.epochMilliseconds);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the order of instants both ways', () => {
    fc.assert(
      fc.property(clocks, daysLater, daysLater, (clock, one, other) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        const wall = (later: number) => toWallTime(clock, at(clock.caseStart).add({ milliseconds: later }));
        expect(Temporal.Instant.compare(wall(early), wall(late))).toBeLessThanOrEqual(0);
        const cased = (later: number) => toCaseTime(clock, at(clock.wallStart).add({ milliseconds: later }));
        expect(Temporal.Instant.compare(cased(early), cased(late))).toBeLessThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  it('runs as the real one when a day lasts a day', () => {
    const clock = { ...REHEARSAL, caseStart: REHEARSAL.wallStart, dayLastsSeconds: 86_400 } as const;
    expect(toCaseTime(clock, at('2026-06-01T10:00:00.123Z'))).toEqual(at('2026-06-01T10:00:00.123Z'));
  });

  it.each([0, -1, 86_401, Number.NaN, Number.POSITIVE_INFINITY])('has no day of %s seconds', (dayLastsSeconds) => {
    expect(caseClockSchema.safeParse({ ...REHEARSAL, dayLastsSeconds }).success).toBe(false);
  });
});
