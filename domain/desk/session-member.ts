import { instantText } from '../instants.ts';
import { findStaff, type OrganisationProfile, type StaffMember } from '../organisation.ts';
import type { Clock, SessionStore } from '../ports.ts';
import type { Case } from '../cases/case.ts';
import { tokenHash } from './action-token.ts';

export interface SessionDependencies {
  readonly organisation: OrganisationProfile;
  readonly clock: Clock;
  readonly sessions: SessionStore;
}

/** Who sits behind a browser's session, and whether it shows rehearsals only. */
export interface SignedInMember {
  readonly member: StaffMember;
  readonly rehearsalOnly: boolean;
}

/** The staff member of a session that has not expired, or undefined. */
export async function findSessionMember(
  { organisation, clock, sessions }: SessionDependencies,
  sessionSecret: string | undefined,
): Promise<SignedInMember | undefined> {
  if (sessionSecret === undefined) return undefined;
  const session = await sessions.find(tokenHash(sessionSecret));
  if (session === undefined || session.expiresAt <= instantText(clock.now())) return undefined;
  const member = findStaff(organisation, session.staffId);
  return member === undefined ? undefined : { member, rehearsalOnly: session.rehearsal };
}

/**
 * Whether a member may see a case on the desk: never one whose complaint is about them; a handler their own cases and
 * those nobody has; everyone above, all. The data protection officer advises, and so sees all.
 */
export function maySee({ member, rehearsalOnly }: SignedInMember, subject: Case): boolean {
  if (subject.excludedStaff.includes(member.staffId)) return false;
  if (rehearsalOnly && subject.clock.kind !== 'rehearsal') return false;
  if (member.role !== 'handler') return true;
  const assignee = 'assignee' in subject ? subject.assignee : null;
  return assignee === null || assignee.staffId === member.staffId;
}
