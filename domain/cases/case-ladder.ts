import { Temporal } from 'temporal-polyfill';
import type { HolidayCalendar } from '../deadlines/calendar.ts';
import { civilDate } from '../deadlines/deadlines.ts';
import { addWorkingDays, officeOpening } from '../deadlines/working-days.ts';
import { parseInstant } from '../instants.ts';
import type { Case } from './case.ts';
import { datesOf } from './case-dates.ts';
import { isExtended } from './extension-in-force.ts';
import type { Inquiry } from './inquiry.ts';
import { extendedLadderOf, extendedTargetOf, ladderOf, type Step } from './ladder.ts';
import type { Part } from './part.ts';
import { type StepId, taskOfStep } from './step-id.ts';
import type { Task } from './task.ts';

/** Before half of the promise is over, and a week before its end. */
const INQUIRY_FIRST_DAY = 13;
const INQUIRY_LAST_DAYS = 7;
/** Working days before the target on which staff hear that nobody answered: time for the letter and a second person. */
const UNANSWERED_WORKING_DAYS = 3;
const WEEK_DAYS = 7;

/** Parts nobody has decided yet, apart by whether their limit was extended. */
export function undecidedParts(subject: Case): {
  readonly promised: readonly Part[];
  readonly extended: readonly Part[];
} {
  const open = subject.parts.filter((part) => part.decision === null);
  return {
    promised: open.filter((part) => !isExtended(subject, part)),
    extended: open.filter((part) => isExtended(subject, part)),
  };
}

/** One of the ladders a case climbs; weekly rungs follow its last one. */
export interface Ladder {
  readonly extended: boolean;
  /** Named rungs, in order. */
  readonly rungs: readonly Step[];
}

/**
 * The ladders that follow from the dates of an undecided case: that of the promise for parts that keep it, and that of
 * the extension for parts that were extended.
 */
export function laddersOf(subject: Case, calendar: HolidayCalendar): readonly Ladder[] {
  const receivedAt = parseInstant(subject.receivedAt);
  const { promised, extended } = undecidedParts(subject);
  const requestTypes = (promised.length > 0 ? promised : subject.parts).map((part) => part.requestType);
  const ladders: Ladder[] = [];
  if (promised.length > 0 || extended.length === 0) {
    ladders.push({ extended: false, rungs: ladderOf({ receivedAt, requestTypes }, calendar) });
  }
  if (extended.length > 0 && subject.extension !== null) {
    const until = Temporal.PlainDate.from(subject.extension.until);
    ladders.push({ extended: true, rungs: extendedLadderOf(receivedAt, until, calendar) });
  }
  return ladders;
}

/** All named rungs of a case's ladders, in order of their instants. */
export function deadlineRungs(subject: Case, calendar: HolidayCalendar): readonly Step[] {
  return inOrder(laddersOf(subject, calendar).flatMap(({ rungs }) => rungs));
}

/** Reminders of questions the requester has not answered, and the word to staff that nobody answered. */
export function inquiryRungs(subject: Case, calendar: HolidayCalendar): readonly Step[] {
  const { receivedDate } = datesOf(subject, calendar);
  const { last, target } = answerDates(subject, calendar);
  const rungsOf = ({ inquiryId, askedAt }: Inquiry): readonly Step[] =>
    [
      aside(`inquiry_${inquiryId}_reminder_1`, receivedDate.add({ days: INQUIRY_FIRST_DAY }), askedAt),
      aside(`inquiry_${inquiryId}_reminder_2`, last.subtract({ days: INQUIRY_LAST_DAYS }), askedAt),
      aside(`inquiry_${inquiryId}_unanswered`, addWorkingDays(target, -UNANSWERED_WORKING_DAYS, calendar), askedAt),
    ].flatMap((step) => (step === undefined ? [] : [step]));
  return subject.inquiries.filter((inquiry) => inquiry.answeredAt === null).flatMap(rungsOf);
}

/** By when the person has the next answer, and by when staff work to it: the promise while one part still has it. */
function answerDates(subject: Case, calendar: HolidayCalendar) {
  const { promisedDate, targetDate } = datesOf(subject, calendar);
  const { promised, extended } = undecidedParts(subject);
  if (promised.length > 0 || extended.length === 0 || subject.extension === null) {
    return { last: promisedDate, target: targetDate };
  }
  const last = Temporal.PlainDate.from(subject.extension.until);
  return { last, target: extendedTargetOf(parseInstant(subject.receivedAt), last, calendar) };
}

/** A reminder that would come on the day of the question itself, or before it, is none. */
function aside(step: string, morning: Temporal.PlainDate, askedAt: string): Step | undefined {
  const at = officeOpening(morning);
  const dayAfter = parseInstant(askedAt).add({ hours: 24 });
  return Temporal.Instant.compare(at, dayAfter) < 0 ? undefined : reminder(step, at);
}

/** The next rung of every task that is not ended; a week after the one before was done, without end, since a task is not forgotten either. */
export function taskRungs(subject: Case): readonly Step[] {
  const doneOf = (task: Task) => subject.steps.filter(({ step }) => step.startsWith(`task_${task.taskId}_`)).length;
  return subject.tasks
    .filter((task) => task.ended === null)
    .map((task) => {
      const done = doneOf(task);
      const last = subject.steps.findLast(({ step }) => taskOfStep(step) === task.taskId);
      const at =
        last === undefined
          ? parseInstant(task.dueAt)
          : officeOpening(civilDate(parseInstant(last.at)).add({ days: WEEK_DAYS }));
      return reminder(`task_${task.taskId}_${done + 1}`, at);
    });
}

/** Beside the ladder: none makes another pointless, and each speaks to people of its own. */
function reminder(step: StepId, at: Temporal.Instant): Step {
  return { step, at, kind: 'reminder', roles: [], neverOvertaken: true };
}

/** Steps in order of their instants. */
export function inOrder(steps: readonly Step[]): readonly Step[] {
  return steps.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
}
