import { findStaff, type OrganisationProfile, type StaffRole, staffOfRoles } from '../../domain/organisation.ts';
import type { Language } from '../../domain/languages.ts';

/** Somebody made up who asks something. */
export interface Requester {
  readonly name: string;
  readonly language: Language;
}

/** Who a mail is for: the requester, or an id of the staff. */
export type Addressee = 'requester' | (string & {});

/** The ids of everybody with one of these roles. */
export function idsOf(organisation: OrganisationProfile, ...roles: readonly StaffRole[]): readonly string[] {
  return staffOfRoles(organisation, roles).map(({ staffId }) => staffId);
}

/** The first with this role. Throws RangeError when there is none. */
export function idOf(organisation: OrganisationProfile, role: StaffRole): string {
  const [first] = idsOf(organisation, role);
  if (first === undefined) throw new RangeError(`the organisation has no ${role}`);
  return first;
}

export function nameOf(organisation: OrganisationProfile, staffId: string): string {
  return findStaff(organisation, staffId)?.name ?? staffId;
}

/** `Anna, Sam and Joris`. */
export function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
