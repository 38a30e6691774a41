import type { Temporal } from 'temporal-polyfill';
import type { HolidayCalendar } from '../deadlines/calendar.ts';
import type { StaffDirectory } from '../desk/staff-directory.ts';
import { expiringBefore } from '../organisation/expiring-data.ts';
import type { OrganisationProfile } from '../organisation.ts';
import type { OutboxOrder } from '../outbox/outbox-row.ts';
import { datesOf } from './case-dates.ts';
import type { OpenCase } from './case.ts';
import type { RequestType } from './request-types.ts';
import { directoryOf, noticesTo, type StaffDependencies, workersOf } from './staff-of-case.ts';

/**
 * What goes out when a case opens: the acknowledgement, the apology when the promise has been missed already, the mail
 * to whoever can take it, and on a request for access the warning of data that would expire before the answer.
 */
export function ordersOnOpening(
  opened: OpenCase,
  directory: StaffDirectory,
  { organisation, calendar }: { readonly organisation: OrganisationProfile; readonly calendar: HolidayCalendar },
): readonly OutboxOrder[] {
  const { caseNumber } = opened;
  const workers = workersOf(directory, opened);
  const wasAcknowledged = opened.inbound?.acknowledged === true;
  // While nobody had proven the address, only staff were told that the promise was missed.
  const isLate = opened.steps.some(({ step }) => step === 'promise_missed');
  return [
    ...(wasAcknowledged ? [] : [{ kind: 'mail', mail: { template: 'acknowledgement', caseNumber } } as const]),
    ...(isLate ? [{ kind: 'mail', mail: { template: 'promise_missed', caseNumber } } as const] : []),
    ...workers.map(({ staffId }): OutboxOrder => ({
      kind: 'mail',
      mail: { template: 'staff_new_case', caseNumber, staffId },
    })),
    ...expiryNotices(opened, directory, { organisation, calendar }),
  ];
}

/** On a request for access: which data would expire before the answer, to whoever works on it. */
function expiryNotices(
  opened: OpenCase,
  directory: StaffDirectory,
  { organisation, calendar }: { readonly organisation: OrganisationProfile; readonly calendar: HolidayCalendar },
): readonly OutboxOrder[] {
  const { receivedDate, promisedDate } = datesOf(opened, calendar);
  const loses =
    opened.parts.some((part) => part.requestType === 'access' && part.decision === null) &&
    expiringBefore(organisation, receivedDate, promisedDate).length > 0;
  return loses ? noticesTo(workersOf(directory, opened), opened, 'expiring_data') : [];
}

/** The same for a part that only now turns out to be access: what it names goes on expiring meanwhile. */
export async function noticesOfAccess(
  dependencies: StaffDependencies,
  changed: OpenCase,
  requestType: RequestType,
  wallNow: Temporal.Instant,
): Promise<readonly OutboxOrder[]> {
  if (requestType !== 'access') return [];
  return expiryNotices(changed, await directoryOf(dependencies, wallNow), dependencies);
}
