import type { Temporal } from 'temporal-polyfill';
import type { Language } from '../languages.ts';
import { ZONE } from './deadlines.ts';

const DATE_FORMATS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  nl: dateFormat('nl-NL'),
  en: dateFormat('en-GB'),
};

/** UTC on both sides: the civil date is fixed already and must not shift with the zone of the process. */
function dateFormat(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    calendar: 'gregory',
    timeZone: 'UTC',
  });
}

/** "dinsdag 7 juli 2026" or "Tuesday 7 July 2026", in that order and without commas on every ICU version. */
export function formatDate(date: Temporal.PlainDate, language: Language): string {
  const parts = DATE_FORMATS[language].formatToParts(date.toZonedDateTime('UTC').epochMilliseconds);
  const valueOf = (wanted: Intl.DateTimeFormatPartTypes) => parts.find(({ type }) => type === wanted)?.value ?? '';
  return `${valueOf('weekday')} ${valueOf('day')} ${valueOf('month')} ${valueOf('year')}`;
}

/** "dinsdag 9 juni 2026 om 14:03 uur" or "Tuesday 9 June 2026 at 14:03", by the clock in the zone, seconds cut off. */
export function formatInstant(instant: Temporal.Instant, language: Language, zone: string = ZONE): string {
  const local = instant.toZonedDateTimeISO(zone);
  const date = formatDate(local.toPlainDate(), language);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute', roundingMode: 'trunc' });
  return language === 'nl' ? `${date} om ${time} uur` : `${date} at ${time}`;
}
