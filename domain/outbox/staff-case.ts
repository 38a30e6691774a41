import type { Temporal } from 'temporal-polyfill';
import type { Case } from '../cases/case.ts';
import { caseTimeOf, datesOf, hasStatutoryLimit } from '../cases/case-dates.ts';
import { undecidedParts } from '../cases/case-ladder.ts';
import { extendedTargetOf } from '../cases/ladder.ts';
import type { RequestType } from '../cases/request-types.ts';
import type { HolidayCalendar } from '../deadlines/calendar.ts';
import { civilDate, type Deadlines } from '../deadlines/deadlines.ts';
import { workingDaysBetween } from '../deadlines/working-days.ts';
import { parseInstant } from '../instants.ts';
import { findStaff, type OrganisationProfile } from '../organisation.ts';
import { extendedUntilOf } from './extended-until.ts';

/** What staff see of a case in a mail or on a page: number, types, dates, who has it; nothing of the person. */
export interface StaffCase {
  readonly caseNumber: string;
  readonly requestTypes: readonly RequestType[];
  readonly receivedDate: Temporal.PlainDate;
  readonly promisedDate: Temporal.PlainDate;
  /** By when extended parts are answered; null while no extension is in force. */
  readonly extendedUntil: Temporal.PlainDate | null;
  /** Null where no statutory limit runs (questions and complaints only). */
  readonly statutoryDate: Temporal.PlainDate | null;
  /**
   * From today (case time) to the staff target; negative when it has passed. The target is that of the promise, and
   * once only extended parts are left to decide that of the extension.
   */
  readonly workingDaysLeft: number;
  readonly assigneeName: string | null;
}

interface StaffCaseContext {
  readonly calendar: HolidayCalendar;
  readonly organisation: OrganisationProfile;
}

/** The staff view of a case at a wall instant. */
export function staffCaseOf(subject: Case, wallNow: Temporal.Instant, context: StaffCaseContext): StaffCase {
  return staffCaseReckoner(wallNow, context)(subject);
}

/**
 * The staff view of many cases at one wall instant. Every date follows from the day of receipt, and there are far fewer
 * days than cases: each is reckoned once.
 */
export function staffCaseReckoner(
  wallNow: Temporal.Instant,
  { calendar, organisation }: StaffCaseContext,
): (subject: Case) => StaffCase {
  const dates = new Map<string, Deadlines>();
  const datesOfDay = (subject: Case): Deadlines => {
    const day = civilDate(parseInstant(subject.receivedAt)).toString();
    const reckoned = dates.get(day) ?? datesOf(subject, calendar);
    dates.set(day, reckoned);
    return reckoned;
  };
  const spans = new Map<string, number>();
  const workingDays = (from: Temporal.PlainDate, to: Temporal.PlainDate): number => {
    const span = `${from.toString()} ${to.toString()}`;
    const counted = spans.get(span) ?? workingDaysBetween(from, to, calendar);
    spans.set(span, counted);
    return counted;
  };
  const wallToday = civilDate(wallNow);

  return (subject) => {
    const { receivedDate, promisedDate, targetDate, extendedDate, statutoryDate } = datesOfDay(subject);
    const today = subject.clock.kind === 'real' ? wallToday : civilDate(caseTimeOf(subject, wallNow));
    const assignee = 'assignee' in subject ? subject.assignee : null;
    const extendedUntil = extendedUntilOf(subject);
    const { promised, extended } = undecidedParts(subject);
    const onlyExtended = extendedUntil !== null && promised.length === 0 && extended.length > 0;
    const target = onlyExtended
      ? extendedTargetOf(parseInstant(subject.receivedAt), extendedUntil, calendar)
      : targetDate;
    return {
      caseNumber: subject.caseNumber,
      requestTypes: subject.parts.map((part) => part.requestType),
      receivedDate,
      promisedDate,
      extendedUntil,
      statutoryDate: hasStatutoryLimit(subject) ? (onlyExtended ? extendedDate : statutoryDate) : null,
      workingDaysLeft: workingDays(today, target),
      assigneeName: assignee === null ? null : (findStaff(organisation, assignee.staffId)?.name ?? null),
    };
  };
}
