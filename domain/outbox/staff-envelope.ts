import type { Case } from '../cases/case.ts';
import type { ActionToken } from '../desk/action-token.ts';
import type { StaffMember } from '../organisation.ts';
import type { BuiltMail, MailContext } from './built-mail.ts';
import type { MailModel } from './mail-model.ts';

/** A mail to a member of staff; those of a rehearsal stay within its mail domain, where it has one. */
export function toStaff(
  { rehearsalMailDomain }: MailContext,
  { staffId, email, language }: StaffMember,
  model: MailModel,
  tokens: readonly ActionToken[],
  rehearsal: boolean,
): BuiltMail {
  const to = rehearsal && rehearsalMailDomain !== null ? `${staffId}@${rehearsalMailDomain}` : email;
  return { to, language, model, tokens, rehearsal, unconfirmedContact: null };
}

/**
 * Whether a complaint in the case is about the addressee, so that mails ordered before that was known no longer go
 * there. Were nobody else left to decide, the mail goes all the same: silence is worse.
 */
export function isBarredFrom(
  { organisation }: MailContext,
  { excludedStaff }: Case,
  { staffId }: StaffMember,
): boolean {
  const somebodyElse = organisation.staff.some(
    (other) => other.role !== 'data_protection_officer' && !excludedStaff.includes(other.staffId),
  );
  return excludedStaff.includes(staffId) && somebodyElse;
}
