import type { Temporal } from 'temporal-polyfill';
import type { Case } from '../cases/case.ts';
import { caseTimeOf, datesOf, hasStatutoryLimit } from '../cases/case-dates.ts';
import { undecidedParts } from '../cases/case-ladder.ts';
import { extendedTargetOf } from '../cases/ladder.ts';
import type { RequestType } from '../cases/request-types.ts';
import type { HolidayCalendar } from '../deadlines/calendar.ts';
import { civilDate } from '../deadlines/deadlines.ts';
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

/** The staff view of a case at a wall instant. */
export function staffCaseOf(
  subject: Case,
  wallNow: Temporal.Instant,
  context: { readonly calendar: HolidayCalendar; readonly organisation: OrganisationProfile },
): StaffCase {
  const { calendar } = context;
  const dates = datesOf(subject, calendar);
  const today = civilDate(caseTimeOf(subject, wallNow));
  const assignee = 'assignee' in subject ? subject.assignee : null;
  const extendedUntil = extendedUntilOf(subject);
  const { promised, extended } = undecidedParts(subject);
  const onlyExtended = extendedUntil !== null && promised.length === 0 && extended.length > 0;
  const target = onlyExtended
    ? extendedTargetOf(parseInstant(subject.receivedAt), extendedUntil, calendar)
    : dates.targetDate;
  return {
    caseNumber: subject.caseNumber,
    requestTypes: subject.parts.map((part) => part.requestType),
    receivedDate: dates.receivedDate,
    promisedDate: dates.promisedDate,
    extendedUntil,
    statutoryDate: hasStatutoryLimit(subject) ? (onlyExtended ? dates.extendedDate : dates.statutoryDate) : null,
    workingDaysLeft: workingDaysBetween(today, target, calendar),
    assigneeName: assignee === null ? null : (findStaff(context.organisation, assignee.staffId)?.name ?? null),
  };
}
