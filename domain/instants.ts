import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

/** A UTC instant as stored and sent: RFC 3339 with exactly three decimals and `Z`, so that text order is time order. */
export const instantSchema = z.iso.datetime({ precision: 3 });

/** The one way an instant becomes text in rows, events and answers. */
export function instantText(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'millisecond' });
}

/** The instant a stored text stands for. */
export function parseInstant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text);
}
