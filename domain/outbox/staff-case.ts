import type { Temporal } from 'temporal-polyfill';
import type { Case } from '../cases/case.ts';
import { caseTimeOf, datesOf, hasStatutoryLimit } from '../cases/case-dates.ts';
import type { RequestType } from '../cases/request-types.ts';
import type { HolidayCalendar } from '../deadlines/calendar.ts';
import { civilDate } from '../deadlines/deadlines.ts';
import { workingDaysBetween } from '../deadlines/working-days.ts';
import { findStaff, type OrganisationProfile } from '../organisation.ts';

/** What staff see of a case in a mail or on a page: number, types, dates, who has it; nothing of the person. */
export interface StaffCase {
  readonly caseNumber: string;
  readonly requestTypes: readonly RequestType[];
  readonly receivedDate: Temporal.PlainDate;
  readonly promisedDate: Temporal.PlainDate;
  /** Null where no statutory limit runs (questions and complaints only). */
  readonly statutoryDate: Temporal.PlainDate | null;
  /** From today (case time) to the staff target; negative when it has passed. */
  readonly workingDaysLeft: number;
  readonly assigneeName: string | null;
}

/** The staff view of a case at a wall instant. */
export function staffCaseOf(
  subject: Case,
  wallNow: Temporal.Instant,
  context: { readonly calendar: HolidayCalendar; readonly organisation: OrganisationProfile },
): StaffCase {
  const dates = datesOf(subject, context.calendar);
  const today = civilDate(caseTimeOf(subject, wallNow));
  const assignee = 'assignee' in subject ? subject.assignee : null;
  return {
    caseNumber: subject.caseNumber,
    requestTypes: subject.parts.map((part) => part.requestType),
    receivedDate: dates.receivedDate,
    promisedDate: dates.promisedDate,
    statutoryDate: hasStatutoryLimit(subject) ? dates.statutoryDate : null,
    workingDaysLeft: workingDaysBetween(today, dates.targetDate, context.calendar),
    assigneeName: assignee === null ? null : (findStaff(context.organisation, assignee.staffId)?.name ?? null),
  };
}
