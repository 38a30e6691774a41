import type { Temporal } from 'temporal-polyfill';
import { ZONE } from '../../domain/deadlines/deadlines.ts';

const FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** `Wed 4 Mar 2026 09:00`, by the clock in Amsterdam. */
export function formatCaseTime(instant: Temporal.Instant): string {
  const parts = Object.fromEntries(
    FORMAT.formatToParts(instant.epochMilliseconds).map(({ type, value }) => [type, value]),
  );
  const { weekday = '', day = '', month = '', year = '', hour = '', minute = '' } = parts;
  return `${weekday} ${day.padStart(2)} ${month.slice(0, 3)} ${year} ${hour}:${minute}`;
}
