import { findStaff, type OrganisationProfile, type StaffRole, staffOfRoles } from '../../domain/organisation.ts';
import type { Recipient } from '../../domain/organisation/recipients.ts';
import type { Language } from '../../domain/languages.ts';

/** Somebody made up who asks something. */
export interface Requester {
  readonly name: string;
  readonly language: Language;
}

/** Who a mail is for: the requester, an id of the staff or of the register of recipients, or a bare address. */
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

/** A recipient of the register. Throws RangeError for an unknown id. */
export function recipientOf({ recipients }: OrganisationProfile, recipientId: string): Recipient {
  const found = recipients.find((recipient) => recipient.recipientId === recipientId);
  if (found === undefined) throw new RangeError(`nobody in the register is ${recipientId}`);
  return found;
}

/** The name of somebody of the staff or of the register; an address is its own. */
export function nameOf(organisation: OrganisationProfile, id: string): string {
  const recipient = organisation.recipients.find(({ recipientId }) => recipientId === id);
  return findStaff(organisation, id)?.name ?? recipient?.name ?? id;
}

/** `Anna, Sam and Joris`. */
export function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
