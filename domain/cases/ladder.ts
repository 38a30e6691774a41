import { Temporal } from 'temporal-polyfill';
import { type HolidayCalendar, lastWorkingDayUpTo } from '../deadlines/calendar.ts';
import { reckonDeadlines } from '../deadlines/deadlines.ts';
import { addWorkingDays, officeOpening } from '../deadlines/working-days.ts';
import type { StaffRole } from '../organisation.ts';
import { REQUEST_TYPE_RULES, type RequestType } from './request-types.ts';
import type { StepId, StepKind } from './step-id.ts';

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
export function ladderOf(subject: LadderSubject, calendar: HolidayCalendar): readonly Step[] {
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

/**
 * The rungs of parts whose limit was extended (GDPR art. 12(3)) to `until`, the civil date the person was told. Staff
 * work to the last working day that is in time by every reading. The date is missed on the morning after it, the law's
 * limit on the morning after the rolled date.
 */
export function extendedLadderOf(
  receivedAt: Temporal.Instant,
  until: Temporal.PlainDate,
  calendar: HolidayCalendar,
): readonly Step[] {
  const dates = reckonDeadlines(receivedAt, calendar);
  const target = extendedTargetOf(receivedAt, until, calendar);
  const beforeTarget = (workingDays: number) => officeOpening(addWorkingDays(target, -workingDays, calendar));
  const rungs: Step[] = [
    rung('extended_ten_days_left', 'reminder', beforeTarget(10), []),
    rung('extended_five_days_left', 'reminder', beforeTarget(5), ['team_lead']),
    rung('extended_two_days_left', 'escalation', beforeTarget(2), ['privacy_officer']),
    rung('extended_one_day_left', 'escalation', beforeTarget(1), ['team_lead', 'privacy_officer']),
    rung('extended_target_day', 'escalation', officeOpening(target), ['team_lead', 'privacy_officer']),
    {
      ...rung('extended_date_missed', 'missed_promise', officeOpening(until.add({ days: 1 })), [
        'privacy_officer',
        'director',
      ]),
      neverOvertaken: true,
    },
    {
      ...rung('extended_limit_missed', 'missed_limit', officeOpening(dates.extendedDate.add({ days: 1 })), [
        'privacy_officer',
        'director',
        'data_protection_officer',
      ]),
      neverOvertaken: true,
    },
  ];
  return rungs.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
}

/** The working day staff work to for an extension to `until`: never later than the careful reading of three months. */
export function extendedTargetOf(
  receivedAt: Temporal.Instant,
  until: Temporal.PlainDate,
  calendar: HolidayCalendar,
): Temporal.PlainDate {
  const { extendedTargetDate } = reckonDeadlines(receivedAt, calendar);
  const working = lastWorkingDayUpTo(until, calendar);
  return Temporal.PlainDate.compare(working, extendedTargetDate) < 0 ? working : extendedTargetDate;
}

/** The n-th weekly rung (n from 1), counted from the last named rung. */
export function weeklyStep(ladder: readonly Step[], n: number, extended = false): Step {
  const last = ladder.at(-1);
  if (last === undefined) throw new RangeError('a ladder has rungs');
  const morning = last.at
    .toZonedDateTimeISO('Europe/Amsterdam')
    .toPlainDate()
    .add({ days: WEEK_DAYS * n });
  const step = extended ? `extended_still_open_${n}` : `still_open_${n}`;
  return rung(step, 'escalation', officeOpening(morning), ['privacy_officer', 'director']);
}

function rung(step: StepId, kind: StepKind, at: Temporal.Instant, roles: readonly StaffRole[]): Step {
  return { step, kind, at, roles, neverOvertaken: false };
}
