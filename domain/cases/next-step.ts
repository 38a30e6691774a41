import { Temporal } from 'temporal-polyfill';
import type { HolidayCalendar } from '../deadlines/calendar.ts';
import { parseInstant } from '../instants.ts';
import type { Case } from './case.ts';
import { ladderOf, type Step, type StepId, weeklyStep } from './ladder.ts';

/** Rungs of a request nobody confirmed: staff hear of them in one bundled mail. */
const UNCONFIRMED_STEPS: ReadonlySet<StepId> = new Set(['five_days_left', 'two_days_left', 'promise_missed']);

/** The step to do now or next, and the rungs it makes pointless. */
export interface PlannedStep {
  readonly step: Step;
  readonly overtaken: readonly Step[];
}

/**
 * What the ladder asks next of a case at a case instant; undefined when nothing is due any more (closed or dismissed).
 * Of several rungs that are due at once only the last speaks and the others are overtaken, except those that are a
 * duty of their own (the missed promise, the missed limit).
 */
export function planNextStep(subject: Case, at: Temporal.Instant, calendar: HolidayCalendar): PlannedStep | undefined {
  if (subject.status === 'closed' || subject.status === 'dismissed') return undefined;
  const pending = pendingSteps(subject, at, calendar);
  const due = pending.filter((step) => Temporal.Instant.compare(step.at, at) <= 0);
  const speaking = due.filter((step, index) => step.neverOvertaken || index === due.length - 1);
  const first = speaking[0] ?? pending[0];
  if (first === undefined) throw new RangeError('an open case always has a next rung');
  const overtaken = speaking.length === 0 ? [] : due.slice(0, due.indexOf(first));
  return { step: first, overtaken };
}

/** Undone rungs in order, with weekly ones until the first that lies after `at`. */
function pendingSteps(subject: Case, at: Temporal.Instant, calendar: HolidayCalendar): readonly Step[] {
  const ladder = ladderOf(
    { receivedAt: parseInstant(subject.receivedAt), requestTypes: subject.parts.map((part) => part.requestType) },
    calendar,
  );
  const done = new Set<string>(subject.steps.map((step) => step.step));
  const pending = ladder.filter((step) => !done.has(step.step) && applies(step.step, subject));
  if (pending.some((step) => Temporal.Instant.compare(step.at, at) > 0)) return pending;

  const weekly: Step[] = [];
  for (let n = 1; ; n += 1) {
    const step = weeklyStep(ladder, n);
    if (!done.has(step.step)) weekly.push(step);
    if (Temporal.Instant.compare(step.at, at) > 0) return [...pending, ...weekly];
  }
}

function applies(step: StepId, subject: Case): boolean {
  if (subject.status === 'unconfirmed') return UNCONFIRMED_STEPS.has(step);
  if (step === 'unclaimed') return subject.status === 'open' && subject.assignee === null;
  return true;
}
