import { Temporal } from 'temporal-polyfill';
import type { StepId } from '../../domain/cases/step-id.ts';
import { ZONE } from '../../domain/deadlines/deadlines.ts';
import { formatCaseTime } from './case-time.ts';
import type { Life } from './life.ts';

/** Dates of a life as they stand in the scenario: reckoned by hand, not by the desk's code. */
export interface HandReckoned {
  readonly promised: string;
  readonly target: string;
  readonly statutory: string;
}

/**
 * Checks the desk's answer and its reckoning against dates from a calendar. The ladder that later checks go by is the
 * one that is held to these dates here.
 * @param rungs the civil date of each rung; all of them are at 09:00 Amsterdam
 */
export function checkDates(life: Life, dates: HandReckoned, rungs: Readonly<Partial<Record<StepId, string>>>): void {
  const { story } = life.stage;
  const reckoned = [
    ['the date in the answer to the request', life.accepted.promisedDate, dates.promised],
    ['the promised date', life.dates.promisedDate.toString(), dates.promised],
    ['the target', life.dates.targetDate.toString(), dates.target],
    ['the statutory date', life.dates.statutoryDate.toString(), dates.statutory],
  ] as const;
  story.check(
    `Promised ${dates.promised}, target ${dates.target}, statutory limit ${dates.statutory}`,
    reckoned.filter(([, is, due]) => is !== due).map(([what, is]) => `It has ${is} for ${what}.`),
  );
  const problems = Object.entries(rungs).flatMap(([step, date = '']) => {
    const nine = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: ZONE, plainTime: '09:00' }).toInstant();
    const rung = life.ladder.find((each) => each.step === step);
    if (rung !== undefined && rung.at.equals(nine)) return [];
    return [`${step} is at ${rung === undefined ? 'no time' : formatCaseTime(rung.at)}, not ${formatCaseTime(nine)}.`];
  });
  story.check('Every rung is at 09:00 on the day that a calendar gives', problems);
}

/** Days on which the office is closed. */
export interface QuietDays {
  readonly name: string;
  readonly from: Temporal.Instant;
  /** The first instant after them. */
  readonly until: Temporal.Instant;
}

/** A mail may be so late on a busy machine. */
const LATE_SECONDS = 10;

/**
 * Checks that no mail to staff arrived on days on which nobody reads it, unless it is the mail of a rung before them
 * that a busy machine sent late.
 */
export async function checkQuietDays(life: Life, quiet: readonly QuietDays[]): Promise<void> {
  const mails = (await life.mails()).filter(({ to }) => to !== life.requester.email);
  for (const { name, from, until } of quiet) {
    const isWithin = (at: Temporal.Instant) =>
      Temporal.Instant.compare(at, from) >= 0 && Temporal.Instant.compare(at, until) < 0;
    const isLate = (arrivedAt: Temporal.Instant) => {
      const rung = life.ladder.findLast(({ at }) => Temporal.Instant.compare(life.wallTime(at), arrivedAt) <= 0);
      if (rung === undefined || isWithin(rung.at)) return false;
      return life.wallTime(rung.at).until(arrivedAt).total('seconds') <= LATE_SECONDS;
    };
    life.stage.story.check(
      `${name}: no mail to staff while the office is closed`,
      mails
        .filter(({ arrivedAt }) => isWithin(life.caseTime(arrivedAt)) && !isLate(arrivedAt))
        .map(({ arrivedAt, subject }) => `“${subject}” came on ${formatCaseTime(life.caseTime(arrivedAt))}.`),
    );
  }
}
