import type { Temporal } from 'temporal-polyfill';
import { civilDate } from '../deadlines/deadlines.ts';
import { staffDirectory, type StaffDirectory } from '../desk/staff-directory.ts';
import { RuleRefusedError } from '../errors.ts';
import { findStaff, type OrganisationProfile, type StaffMember, type StaffRole } from '../organisation.ts';
import type { OutboxOrder, StaffNotice } from '../outbox/outbox-row.ts';
import type { AbsenceStore } from '../ports.ts';
import type { Case } from './case.ts';
import type { ChangeDependencies } from './commit-change.ts';

/** What a use case needs that staff work with or that tells staff something. */
export interface StaffDependencies extends ChangeDependencies {
  readonly organisation: OrganisationProfile;
  readonly absences: AbsenceStore;
}

/** What a staff member does: who, on what within the case, and the used link, if it came by one. */
export interface StaffAct {
  readonly staffId: string;
  readonly on: string | null;
  readonly tokenHash: string | null;
}

/** The part of a change that marks the link of an act as used. */
export function usedLink({ tokenHash }: StaffAct): { readonly consumeTokenHash?: string } {
  return tokenHash === null ? {} : { consumeTokenHash: tokenHash };
}

/** The staff as they are there today (wall time). */
export async function directoryOf(
  { organisation, absences }: Pick<StaffDependencies, 'organisation' | 'absences'>,
  wallNow: Temporal.Instant,
): Promise<StaffDirectory> {
  return staffDirectory(organisation, await absences.list(), civilDate(wallNow));
}

/** Whoever works on a case: its assignee or, while nobody has it, the handlers; and the roles named. */
export function workersOf(
  directory: StaffDirectory,
  subject: Case,
  roles: readonly StaffRole[] = [],
): readonly StaffMember[] {
  const assignee = 'assignee' in subject ? (subject.assignee?.staffId ?? null) : null;
  return directory.addressees({
    roles: assignee === null ? ['handler', ...roles] : roles,
    excluded: subject.excludedStaff,
    assignee,
  });
}

/** Orders of one notice to several people. */
export function noticesTo(
  people: readonly StaffMember[],
  subject: Pick<Case, 'caseNumber'>,
  notice: StaffNotice,
  about: string | null = null,
): readonly OutboxOrder[] {
  return people.map(({ staffId }) => ({
    kind: 'mail',
    mail: { template: 'staff_notice', caseNumber: subject.caseNumber, staffId, notice, about },
  }));
}

/**
 * Whoever decides about a case is in the profile, is not the data protection officer, who advises, and is nobody the
 * complaint is about: asked here too, whatever door the act came by. Throws RuleRefusedError.
 */
export function requireDecider(
  { organisation }: Pick<StaffDependencies, 'organisation'>,
  { excludedStaff }: Pick<Case, 'excludedStaff'>,
  { staffId }: StaffAct,
): void {
  const role = findStaff(organisation, staffId)?.role;
  if (role === undefined || role === 'data_protection_officer' || excludedStaff.includes(staffId)) {
    throw new RuleRefusedError('colleague_not_possible');
  }
}
