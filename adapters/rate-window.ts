import { Temporal } from 'temporal-polyfill';
import type { RateLimit } from '../domain/ports.ts';

/** The fixed window of wall time that an instant falls into: windows are counted from the epoch. */
export function rateWindow({ windowSeconds }: RateLimit, now: Temporal.Instant) {
  const length = windowSeconds * 1000;
  const start = Math.floor(now.epochMilliseconds / length) * length;
  return {
    start: Temporal.Instant.fromEpochMilliseconds(start),
    end: Temporal.Instant.fromEpochMilliseconds(start + length),
  };
}
