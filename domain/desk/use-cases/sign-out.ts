import { instantText } from '../../instants.ts';
import { tokenHash } from '../action-token.ts';
import { findSessionMember, type SessionDependencies } from '../session-member.ts';

/** Ends the session of one browser at once; does nothing where there is none. Other browsers stay signed in. */
export async function signOut(dependencies: SessionDependencies, sessionSecret: string | undefined): Promise<void> {
  const session = await findSessionMember(dependencies, sessionSecret);
  if (session === undefined || sessionSecret === undefined) return;
  await dependencies.sessions.put({
    schemaVersion: 1,
    hash: tokenHash(sessionSecret),
    staffId: session.member.staffId,
    rehearsal: session.rehearsalOnly,
    expiresAt: instantText(dependencies.clock.now()),
  });
}
