import { parseArgs } from 'node:util';

import { Temporal } from 'temporal-polyfill';

import type { HolidayCalendar } from '../domain/deadlines/calendar.ts';
import { ZONE, reckonDeadlines } from '../domain/deadlines/deadlines.ts';
import { explainDeadlines } from '../domain/deadlines/explain.ts';
import { holidayCalendarOf } from '../domain/deadlines/holiday-rules.ts';
import { addWorkingDays, officeOpening } from '../domain/deadlines/working-days.ts';
import { DEFAULT_ORGANISATION, organisationIds, organisations } from '../infra/organisations/organisations.ts';

const HELP = `Reckons every date of a case from the instant at which it was received.

Usage: npm run --silent reckon -- [--explain] [--organisation <id>] <instant>

  <instant>            ISO 8601 with an offset or Z, such as 2026-06-09T14:03:00+02:00
  --explain            say it in words, in Dutch and then in English, instead of as JSON
  --organisation <id>  whose holidays count: ${organisationIds} (${DEFAULT_ORGANISATION} unless told otherwise)
  --help               show this text

Dates are civil dates in ${ZONE}; each "until" is the first instant after its day.`;

const EXAMPLE = '2026-06-09T14:03:00+02:00';

interface Outcome {
  readonly exitCode: 0 | 1;
  /** For standard output when the exit code is 0, else one sentence for standard error. */
  readonly text: string;
}

/** The whole tool but for its input and output: takes the arguments after the script's name. Never throws on them. */
export function reckon(args: readonly string[]): Outcome {
  const asked = parse(args);
  if (typeof asked === 'string') return { exitCode: 1, text: asked };
  if (asked.help) return { exitCode: 0, text: HELP };
  const [input, ...others] = asked.instants;
  if (input === undefined || input.trim() === '') {
    return { exitCode: 1, text: `Give the instant of receipt, for example ${EXAMPLE}.` };
  }
  if (others.length > 0) return { exitCode: 1, text: `Give one instant, not ${asked.instants.length}.` };
  const receivedAt = instantFrom(input);
  if (receivedAt === null) {
    return {
      exitCode: 1,
      text: `Not an instant with an offset or Z: ${JSON.stringify(input)}; write it like ${EXAMPLE}.`,
    };
  }
  const organisation = organisations.get(asked.organisation);
  if (organisation === undefined) {
    const named = JSON.stringify(asked.organisation);
    return { exitCode: 1, text: `No organisation is called ${named}: choose from ${organisationIds}.` };
  }
  const calendar = holidayCalendarOf(organisation.calendar);
  try {
    const text = asked.explain
      ? explanation(receivedAt, calendar)
      : JSON.stringify(datesOf(receivedAt, calendar), null, 2);
    return { exitCode: 0, text };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { exitCode: 1, text: `Too far away to reckon with: ${JSON.stringify(input)}.` };
  }
}

interface Asked {
  readonly help: boolean;
  readonly explain: boolean;
  readonly organisation: string;
  readonly instants: readonly string[];
}

/** The arguments, or the sentence that says what is wrong with them. */
function parse(args: readonly string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        explain: { type: 'boolean', default: false },
        organisation: { type: 'string', default: DEFAULT_ORGANISATION },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return { ...values, instants: positionals };
  } catch {
    return 'Unknown option: give --explain, --organisation or --help, or none, and one instant.';
  }
}

function instantFrom(input: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(input.trim());
  } catch {
    return null;
  }
}

function datesOf(receivedAt: Temporal.Instant, calendar: HolidayCalendar) {
  const deadlines = reckonDeadlines(receivedAt, calendar);
  const { receivedDate, promisedDate, promisedUntil, targetDate, statutoryDate } = deadlines;
  const before = (days: number) => addWorkingDays(targetDate, -days, calendar);
  const remindersDate = {
    workdays10: before(10),
    workdays5: before(5),
    workdays2: before(2),
    workdays1: before(1),
  };
  const startOfReceiptDay = receivedDate.toZonedDateTime(ZONE).toInstant();
  return {
    receivedDate,
    promisedDate,
    promisedUntil,
    targetDate,
    statutoryRawDate: deadlines.statutoryRawDate,
    statutoryDate,
    statutoryUntil: deadlines.statutoryUntil,
    extendedRawDate: deadlines.extendedRawDate,
    extendedDate: deadlines.extendedDate,
    extendedUntil: deadlines.extendedUntil,
    extendedTargetDate: deadlines.extendedTargetDate,
    remindersDate,
    remindersAt: {
      workdays10: officeOpening(remindersDate.workdays10),
      workdays5: officeOpening(remindersDate.workdays5),
      workdays2: officeOpening(remindersDate.workdays2),
      workdays1: officeOpening(remindersDate.workdays1),
    },
    elapsedHoursReceiptDayStartToPromisedUntil: startOfReceiptDay.until(promisedUntil).total('hours'),
    slackDaysPromiseToStatutory: promisedDate.until(statutoryDate, { largestUnit: 'days' }).days,
  };
}

function explanation(receivedAt: Temporal.Instant, calendar: HolidayCalendar): string {
  const inDutch = explainDeadlines(receivedAt, 'nl', calendar);
  const inEnglish = explainDeadlines(receivedAt, 'en', calendar);
  return `${inDutch}\n\n${inEnglish}`;
}

if (import.meta.main) {
  const { exitCode, text } = reckon(process.argv.slice(2));
  (exitCode === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exitCode = exitCode;
}
