import { Temporal } from 'temporal-polyfill';
import { civilDate } from '../deadlines/deadlines.ts';
import { parseInstant } from '../instants.ts';
import type { Case } from './case.ts';
import { caseTimeOf } from './case-dates.ts';
import type { Task } from './task.ts';

const DAYS_TO_NEXT_CHASE = 7;

/** By when a recipient or a department is asked to answer: the day of the next rung of its task that is still to come. */
export function answerByOf(subject: Case, { dueAt }: Task, wallNow: Temporal.Instant): Temporal.PlainDate {
  const today = civilDate(caseTimeOf(subject, wallNow));
  let day = civilDate(parseInstant(dueAt));
  while (Temporal.PlainDate.compare(day, today) <= 0) day = day.add({ days: DAYS_TO_NEXT_CHASE });
  return day;
}
