import { Temporal } from 'temporal-polyfill';

const ZONE = 'Europe/Amsterdam';
const WITH_OFFSET =
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})$/;
const YEAR_FIRST = /^([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?))?$/;
const DAY_FIRST = /^([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})(?: ([0-9]{2}:[0-9]{2}(?::[0-9]{2})?))?$/;
/** No list of mail addresses is older; a date before it is a mistake of the list. */
const OLDEST = Temporal.Instant.from('1990-01-01T00:00:00Z');

/**
 * When consent was given, as a list has it: RFC 3339 with its offset, or `2024-03-01` or `01-03-2024` in Amsterdam, with
 * or without ` 14:30` or ` 14:30:05`. A day without a time is taken from its first moment: of two readings the one that
 * lets a later withdrawal count. Undefined for anything else, and for a date before 1990.
 */
export function parseGivenAt(text: string): Temporal.Instant | undefined {
  const instant = read(text);
  return instant === undefined || Temporal.Instant.compare(instant, OLDEST) < 0 ? undefined : instant;
}

function read(text: string): Temporal.Instant | undefined {
  try {
    if (WITH_OFFSET.test(text)) return Temporal.Instant.from(text);
    const [, year, month, day, time] = YEAR_FIRST.exec(text) ?? [];
    if (year !== undefined) return inAmsterdam(`${year}-${month}-${day}`, time);
    const [, dayFirst = '', monthSecond = '', yearLast, timeLast] = DAY_FIRST.exec(text) ?? [];
    if (yearLast === undefined) return undefined;
    return inAmsterdam(`${yearLast}-${monthSecond.padStart(2, '0')}-${dayFirst.padStart(2, '0')}`, timeLast);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Of an hour that comes twice, the first. Throws RangeError for a day or time that does not exist. */
function inAmsterdam(date: string, time = '00:00'): Temporal.Instant {
  return Temporal.PlainDateTime.from(`${date}T${time}`)
    .toZonedDateTime(ZONE, { disambiguation: 'earlier' })
    .toInstant();
}
