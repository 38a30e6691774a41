import { Temporal } from 'temporal-polyfill';
import type { HolidayCalendar } from '../deadlines/calendar.ts';
import type { Case } from './case.ts';
import { inOrder, inquiryRungs, type Ladder, laddersOf, taskRungs } from './case-ladder.ts';
import { type Step, weeklyStep } from './ladder.ts';
import { inquiryOfStep, type StepId, taskOfStep } from './step-id.ts';

/** Rungs of a request nobody confirmed: staff hear of them in one bundled mail. */
const UNCONFIRMED_STEPS: ReadonlySet<StepId> = new Set(['five_days_left', 'two_days_left', 'promise_missed']);

/** The step to do now or next, and the rungs it makes pointless. */
export interface PlannedStep {
  readonly step: Step;
  readonly overtaken: readonly Step[];
}

/**
 * What is to be done next for a case at a case instant; undefined when nothing is due any more: it was dismissed, or
 * closed with no task left. Of several rungs of one ladder that are due at once only the last speaks and the others
 * are overtaken (those of another ladder speak to other people), except those that are a duty of their own (the missed
 * promise, the missed limit, questions, tasks).
 */
export function planNextStep(subject: Case, at: Temporal.Instant, calendar: HolidayCalendar): PlannedStep | undefined {
  const pending = pendingSteps(subject, at, calendar);
  const due = pending.filter((step) => Temporal.Instant.compare(step.at, at) <= 0);
  const last = new Set([isOfPromise, isOfExtension].map((isOf) => due.findLast(({ step }) => isOf(step))));
  const first = due.find((step) => step.neverOvertaken || last.has(step)) ?? pending[0];
  if (first === undefined) return undefined;
  const overtaken = due.slice(0, due.indexOf(first)).filter((step) => !step.neverOvertaken);
  return { step: first, overtaken };
}

/** Undone rungs in order; for a case that is not closed, with weekly ones until the first undone one that lies after `at`. */
function pendingSteps(subject: Case, at: Temporal.Instant, calendar: HolidayCalendar): readonly Step[] {
  switch (subject.status) {
    case 'dismissed':
      return [];
    case 'closed':
      return inOrder(taskRungs(subject));
    case 'unconfirmed':
      return inOrder(ladderRungs(subject, at, calendar));
    case 'open': {
      const done = doneSteps(subject);
      return inOrder([
        ...ladderRungs(subject, at, calendar),
        ...inquiryRungs(subject, calendar).filter(({ step }) => !done.has(step)),
        ...taskRungs(subject),
      ]);
    }
  }
}

function ladderRungs(subject: Case, at: Temporal.Instant, calendar: HolidayCalendar): readonly Step[] {
  return laddersOf(subject, calendar).flatMap((ladder) => rungsOf(ladder, subject, at));
}

function rungsOf(ladder: Ladder, subject: Case, at: Temporal.Instant): readonly Step[] {
  const done = doneSteps(subject);
  const pending = ladder.rungs.filter(({ step }) => !done.has(step) && applies(step, subject));
  if (pending.some((step) => Temporal.Instant.compare(step.at, at) > 0)) return pending;

  const weekly: Step[] = [];
  for (let n = firstWeek(ladder, at); ; n += 1) {
    const step = weeklyStep(ladder.rungs, n, ladder.extended);
    // A ladder that grew counts its weeks from a later rung: the week to come may have been done under its number.
    if (done.has(step.step)) continue;
    weekly.push(step);
    if (Temporal.Instant.compare(step.at, at) > 0) return [...pending, ...weekly];
  }
}

/** Weekly rungs further back than this are passed over: what is done in one change fits into one transaction. */
const WEEKS_BACK = 8;
const WEEK_HOURS = 24 * 7;

function firstWeek({ rungs }: Ladder, at: Temporal.Instant): number {
  const last = rungs.at(-1);
  const hours = last === undefined ? 0 : last.at.until(at, { largestUnit: 'hours' }).hours;
  return Math.max(1, Math.floor(hours / WEEK_HOURS) - WEEKS_BACK);
}

function doneSteps(subject: Case): ReadonlySet<StepId> {
  return new Set(subject.steps.map(({ step }) => step));
}

function isOfPromise(step: StepId): boolean {
  return inquiryOfStep(step) === undefined && taskOfStep(step) === undefined && !isOfExtension(step);
}

function isOfExtension(step: StepId): boolean {
  return step.startsWith('extended_');
}

function applies(step: StepId, subject: Case): boolean {
  if (subject.status === 'unconfirmed') return UNCONFIRMED_STEPS.has(step);
  if (step === 'unclaimed') return subject.status === 'open' && subject.assignee === null;
  return true;
}
