import { Temporal } from 'temporal-polyfill';
import { type CaseEventType, caseEventTypeSchema } from '../../domain/cases/case-events.ts';
import { ZONE } from '../../domain/deadlines/deadlines.ts';
import { textsOf } from '../../views/texts/texts-of.ts';
import { type Page, wordsOf } from './browser.ts';

/** One line of a case's history, as the page of a staff link shows it: case time, to the minute. */
export interface ShownEvent {
  readonly at: Temporal.Instant;
  readonly type: CaseEventType;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const LINE = /^\w+ (?<day>\d{1,2}) (?<month>\w+) (?<year>\d{4}) at (?<time>\d{2}:\d{2}): (?<what>.+)$/;

/** What has happened so far, oldest first, from the English page of a staff link or of a case on the desk. Throws RangeError for a line it cannot read. */
export function eventsOn(page: Page): readonly ShownEvent[] {
  const lists = [...page.html.matchAll(/<ol class="events"[^>]*>(.*?)<\/ol>/gs)].map(([, list = '']) => list);
  return [...lists.join('').matchAll(/<li>(.*?)<\/li>/gs)]
    .map(([, line = '']) => eventOf(wordsOf(withoutPeople(line))))
    .toReversed();
}

/** A line says behind what happened who did it. */
function withoutPeople(line: string): string {
  return line.replaceAll(/<span class="by">.*?<\/span>/gs, '');
}

function eventOf(line: string): ShownEvent {
  const { day, month = '', year, time, what } = LINE.exec(line)?.groups ?? {};
  const words = textsOf('en').words.events;
  const type = caseEventTypeSchema.options.find((option) => words[option] === what);
  if (type === undefined || time === undefined) throw new RangeError(`"${line}" is no line of a case's history`);
  const date = Temporal.PlainDate.from({ year: Number(year), month: MONTHS.indexOf(month) + 1, day: Number(day) });
  return { type, at: date.toZonedDateTime({ timeZone: ZONE, plainTime: time }).toInstant() };
}
