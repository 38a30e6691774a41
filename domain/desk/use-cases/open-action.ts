import type { Case, CaseContent } from '../../cases/case.ts';
import type { CaseEvent } from '../../cases/case-events.ts';
import { CaseNotFoundError, TokenNotUsableError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import { findStaff, type StaffMember } from '../../organisation.ts';
import type { CaseStore, SessionStore, TokenStore } from '../../ports.ts';
import { type StaffActionToken, tokenHash } from '../action-token.ts';
import { findStaffToken } from './find-staff-token.ts';
import { orderSignInMail, type RequestSignInDependencies } from './request-sign-in.ts';

export interface OpenActionDependencies extends RequestSignInDependencies {
  readonly cases: CaseStore;
  readonly tokens: TokenStore;
  readonly sessions: SessionStore;
}

export type OpenedAction =
  | {
      readonly outcome: 'show';
      readonly token: StaffActionToken;
      readonly member: StaffMember;
      readonly case: Case;
      readonly content: CaseContent;
      readonly events: readonly CaseEvent[];
    }
  | { readonly outcome: 'sign_in_sent' };

/**
 * Opens a staff link. It shows content only in its addressee's session; anywhere else a sign-in mail goes to the
 * addressee, so a forwarded mail opens nothing. Changes nothing of the case. Throws TokenNotUsableError.
 */
export async function openAction(
  dependencies: OpenActionDependencies,
  secret: string,
  sessionSecret: string | undefined,
): Promise<OpenedAction> {
  const token = await findStaffToken(dependencies, tokenHash(secret));
  const member = token === undefined ? undefined : findStaff(dependencies.organisation, token.staffId);
  if (token === undefined || member === undefined) throw new TokenNotUsableError();

  const subject = await dependencies.cases.find(token.caseNumber);
  const rehearsal = subject?.clock.kind === 'rehearsal';
  if (!(await isInSession(dependencies, member, sessionSecret, rehearsal))) {
    await orderSignInMail(dependencies, member, { hash: token.hash, rehearsal });
    return { outcome: 'sign_in_sent' };
  }
  const content = await dependencies.cases.findContent(token.caseNumber);
  if (subject === undefined || content === undefined) throw new CaseNotFoundError(token.caseNumber);
  const events = await dependencies.cases.listEvents(token.caseNumber);
  return { outcome: 'show', token, member, case: subject, content, events };
}

async function isInSession(
  dependencies: OpenActionDependencies,
  member: StaffMember,
  sessionSecret: string | undefined,
  rehearsal: boolean,
): Promise<boolean> {
  if (sessionSecret === undefined) return false;
  const session = await dependencies.sessions.find(tokenHash(sessionSecret));
  if (session?.staffId !== member.staffId || session.expiresAt <= instantText(dependencies.clock.now())) return false;
  return rehearsal || !session.rehearsal;
}
