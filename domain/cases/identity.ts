import * as z from 'zod';
import { instantSchema } from '../instants.ts';
import type { StaffRole } from '../organisation.ts';
import { actorSchema } from './actor.ts';

/**
 * How sure the desk is of the person (GDPR art. 12(6)). L0: not at all. L1: the contact address given is theirs. L2:
 * tied to an address, number or account that was on file before. L3: an extra step the privacy officer approved.
 */
export const identityLevelSchema = z.enum(['L0', 'L1', 'L2', 'L3']);
export type IdentityLevel = z.infer<typeof identityLevelSchema>;

/** How a level was reached. Only this is kept, with by whom and when: never a document, a number or a copy. */
export const identityMethodSchema = z.enum([
  'address_on_file_unchanged', // the confirmed address is the one on file, unchanged for 30 days
  'code_to_address_on_file', // a code sent by the desk to an address that was on file
  'letter_to_address_on_file', // the same by post
  'call_to_number_on_file', // staff called the number on file
  'account_login', // asked while signed in to the account
  'contact_confirmed_by_call', // the caller was called back on the number given
  'officer_checked', // the extra step: counter, video, masked card shown and not kept
]);
export type IdentityMethod = z.infer<typeof identityMethodSchema>;

interface IdentityMethodRules {
  readonly reaches: IdentityLevel;
  /** Whose word it is: staff record it, or the requester reaches it by typing the code. */
  readonly recordedBy: 'staff' | 'requester';
  /** Only these roles may record it; null for everyone who handles cases. */
  readonly roles: readonly StaffRole[] | null;
  /** Worth something only for an address the requester has confirmed. */
  readonly needsConfirmedAddress: boolean;
}

const byStaff: IdentityMethodRules = { reaches: 'L2', recordedBy: 'staff', roles: null, needsConfirmedAddress: false };

export const IDENTITY_METHODS: Readonly<Record<IdentityMethod, IdentityMethodRules>> = {
  address_on_file_unchanged: { ...byStaff, needsConfirmedAddress: true },
  code_to_address_on_file: { ...byStaff, recordedBy: 'requester' },
  letter_to_address_on_file: byStaff,
  call_to_number_on_file: byStaff,
  account_login: byStaff,
  contact_confirmed_by_call: { ...byStaff, reaches: 'L1' },
  officer_checked: { ...byStaff, reaches: 'L3', roles: ['privacy_officer', 'director'] },
};

/** What was established about the person. */
export const identitySchema = z.strictObject({
  level: identityLevelSchema,
  method: identityMethodSchema,
  by: actorSchema,
  at: instantSchema,
});

/** Whether `level` is at least `needed`. */
export function reaches(level: IdentityLevel, needed: IdentityLevel): boolean {
  return identityLevelSchema.options.indexOf(level) >= identityLevelSchema.options.indexOf(needed);
}

/** Why the desk asks who somebody is: a doubt that has a name (art. 12(6)), never a routine. */
export const identityDoubtSchema = z.enum([
  'address_not_on_file',
  'address_changed_lately',
  'name_differs',
  'asks_for_another',
  'signs_of_fraud',
]);
export type IdentityDoubt = z.infer<typeof identityDoubtSchema>;
