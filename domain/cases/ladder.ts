import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { DUTCH_CALENDAR, type HolidayCalendar } from '../deadlines/calendar.ts';
import { reckonDeadlines } from '../deadlines/deadlines.ts';
import { addWorkingDays, officeOpening } from '../deadlines/working-days.ts';
import type { StaffRole } from '../organisation.ts';
import { REQUEST_TYPE_RULES, type RequestType } from './request-types.ts';

const NAMED_STEPS = [
  'unclaimed',
  'ten_days_left',
  'five_days_left',
  'two_days_left',
  'one_day_left',
  'target_day',
  'promise_missed',
  'limit_missed',
] as const;
const WEEKLY_STEP = /^still_open_[1-9][0-9]{0,5}$/;

/** One rung: a named one, or `still_open_n`, the n-th weekly rung after everything else was missed. */
export const stepIdSchema = z.union([z.enum(NAMED_STEPS), z.string().regex(WEEKLY_STEP)]);
export type StepId = z.infer<typeof stepIdSchema>;

/** What the workflow does at a rung; one state of the state machine each. */
export const stepKindSchema = z.enum(['reminder', 'escalation', 'missed_promise', 'missed_limit']);
export type StepKind = z.infer<typeof stepKindSchema>;

/** One rung with its case instant and the roles it addresses besides the assignee. */
export interface Step {
  readonly step: StepId;
  readonly kind: StepKind;
  readonly at: Temporal.Instant;
  readonly roles: readonly StaffRole[];
  /** A duty of its own: done even when a more urgent rung is due at the same wake. */
  readonly neverOvertaken: boolean;
}

/** What the ladder needs to know of a case. */
export interface LadderSubject {
  readonly receivedAt: Temporal.Instant;
  readonly requestTypes: readonly RequestType[];
}

const WEEK_DAYS = 7;

/**
 * The ladder of a case (docs/workflow.md), named rungs only, in order of their instants. All at 09:00 Amsterdam.
 * The missed promise is reported on the morning after the promised date, the missed limit on the morning after the
 * statutory date; questions and complaints have no statutory limit.
 */
export function ladderOf(subject: LadderSubject, calendar: HolidayCalendar = DUTCH_CALENDAR): readonly Step[] {
  const dates = reckonDeadlines(subject.receivedAt, calendar);
  const beforeTarget = (workingDays: number) => officeOpening(addWorkingDays(dates.targetDate, -workingDays, calendar));
  const hasLimit = subject.requestTypes.some((type) => REQUEST_TYPE_RULES[type].hasStatutoryLimit);

  const rungs: Step[] = [
    rung('unclaimed', 'reminder', officeOpening(addWorkingDays(dates.receivedDate, 2, calendar)), [
      'deputy',
      'team_lead',
    ]),
    rung('ten_days_left', 'reminder', beforeTarget(10), []),
    rung('five_days_left', 'reminder', beforeTarget(5), ['team_lead']),
    rung('two_days_left', 'escalation', beforeTarget(2), ['privacy_officer']),
    rung('one_day_left', 'escalation', beforeTarget(1), ['team_lead', 'privacy_officer']),
    rung('target_day', 'escalation', officeOpening(dates.targetDate), ['team_lead', 'privacy_officer']),
    {
      ...rung('promise_missed', 'missed_promise', officeOpening(dates.promisedDate.add({ days: 1 })), [
        'privacy_officer',
        'director',
      ]),
      neverOvertaken: true,
    },
  ];
  if (hasLimit) {
    rungs.push({
      ...rung('limit_missed', 'missed_limit', officeOpening(dates.statutoryDate.add({ days: 1 })), [
        'privacy_officer',
        'director',
        'data_protection_officer',
      ]),
      neverOvertaken: true,
    });
  }
  return rungs.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
}

/** The n-th weekly rung (n from 1), counted from the last named rung. */
export function weeklyStep(ladder: readonly Step[], n: number): Step {
  const last = ladder.at(-1);
  if (last === undefined) throw new RangeError('a ladder has rungs');
  const morning = last.at
    .toZonedDateTimeISO('Europe/Amsterdam')
    .toPlainDate()
    .add({ days: WEEK_DAYS * n });
  return rung(`still_open_${n}`, 'escalation', officeOpening(morning), ['privacy_officer', 'director']);
}

function rung(step: StepId, kind: StepKind, at: Temporal.Instant, roles: readonly StaffRole[]): Step {
  return { step, kind, at, roles, neverOvertaken: false };
}
