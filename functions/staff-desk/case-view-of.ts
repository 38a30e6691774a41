import { caseTimeOf } from '../../domain/cases/case-dates.ts';
import type { HolidayCalendar } from '../../domain/deadlines/calendar.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import { staffCaseOf } from '../../domain/outbox/staff-case.ts';
import type { Clock } from '../../domain/ports.ts';
import type { CaseView } from '../../views/pages/case-view.ts';

/** What views of a case are reckoned with. */
export interface ViewDependencies {
  readonly organisation: OrganisationProfile;
  readonly calendar: HolidayCalendar;
  readonly clock: Clock;
}

/** A case as it was read, with its dates as of now. */
export function caseViewOf(
  { organisation, calendar, clock }: ViewDependencies,
  read: Omit<CaseView, 'staffCase' | 'at' | 'calendar'>,
): CaseView {
  const wallNow = clock.now();
  const { case: subject, content, texts, answers, events, member } = read;
  return {
    case: subject,
    content,
    texts,
    answers,
    events,
    member,
    staffCase: staffCaseOf(subject, wallNow, { calendar, organisation }),
    at: caseTimeOf(subject, wallNow),
    calendar,
  };
}
