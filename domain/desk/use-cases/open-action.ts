import type { Answer, Case, CaseContent } from '../../cases/case.ts';
import type { CaseEvent } from '../../cases/case-events.ts';
import type { CaseText } from '../../cases/case-text.ts';
import type { StaffAct } from '../../cases/staff-of-case.ts';
import { CaseNotFoundError, TokenNotUsableError } from '../../errors.ts';
import { findStaff, type StaffMember } from '../../organisation.ts';
import { instantText } from '../../instants.ts';
import type { CaseStore, CaseViewLog, SessionStore, TokenStore } from '../../ports.ts';
import { tokenHash } from '../action-token.ts';
import { doneBefore, type DoneBefore } from '../done-before.ts';
import { isExpired, onClockOf } from '../link-over.ts';
import { findSessionMember, maySee } from '../session-member.ts';
import type { StaffAction } from '../staff-actions.ts';
import { findStaffToken } from './find-staff-token.ts';
import { orderSignInMail, type RequestSignInDependencies } from './request-sign-in.ts';

export interface OpenActionDependencies extends RequestSignInDependencies {
  readonly cases: CaseStore;
  readonly tokens: TokenStore;
  readonly sessions: SessionStore;
  readonly views: CaseViewLog;
}

/** How somebody comes to an action: by the link of a mail, or from the case on the desk. */
export type ActionDoor =
  | { readonly kind: 'link'; readonly secret: string }
  | {
      readonly kind: 'desk';
      readonly action: StaffAction;
      readonly caseNumber: string;
      /** The part, proposal or task it is about. */
      readonly on: string | null;
    };

/** An action with all that its page shows. */
export interface ShownAction {
  readonly outcome: 'show';
  readonly act: StaffAct & { readonly action: StaffAction; readonly caseNumber: string };
  readonly member: StaffMember;
  readonly case: Case;
  readonly content: CaseContent;
  readonly texts: readonly CaseText[];
  readonly answers: readonly Answer[];
  readonly events: readonly CaseEvent[];
  /** Who did it before, or made it pointless; null while it can be done. */
  readonly done: DoneBefore | null;
}

export type OpenedAction =
  | ShownAction
  /** By a link, without a session: a mail to sign in is on its way to the addressee. */
  | { readonly outcome: 'sign_in_sent' }
  /** By a link, in a session that it does not open in: nothing was mailed. */
  | {
      readonly outcome: 'wrong_session';
      readonly addressee: StaffMember;
      readonly signedInAs: StaffMember;
      readonly rehearsalOnly: boolean;
      /** The case, where this session may see it on the desk all the same. */
      readonly caseNumber: string | null;
    }
  /** By a link of this member whose time is over. `expiredAt` by the clock of the case (text). */
  | {
      readonly outcome: 'link_expired';
      readonly act: Pick<ShownAction['act'], 'action' | 'caseNumber' | 'on'>;
      readonly expiredAt: string;
      /** Whether the same can be done from the case on the desk. */
      readonly mayAct: boolean;
    }
  /** From the desk, without a session. */
  | { readonly outcome: 'sign_in_needed' };

/** An action that was not opened, and why. */
export type ClosedDoor = Exclude<OpenedAction, { outcome: 'show' }>;

/** Who does what on which case, before anything of it was read but the case itself. */
interface Entered {
  readonly act: ShownAction['act'];
  readonly member: StaffMember;
  readonly subject: Case;
  readonly usedAt: string | null;
}

/**
 * Opens an action. A link shows content only in its addressee's session: without one a sign-in mail goes to the
 * addressee, and in another it is told whose link it is, so a forwarded mail opens nothing. Whoever a complaint is about
 * has no links to it any more. The data protection officer advises and never acts. That the case was looked at is
 * recorded apart from it; nothing of it changes. Throws TokenNotUsableError.
 */
export async function openAction(
  dependencies: OpenActionDependencies,
  door: ActionDoor,
  sessionSecret: string | undefined,
): Promise<OpenedAction> {
  const entered =
    door.kind === 'link'
      ? await enterByLink(dependencies, tokenHash(door.secret), sessionSecret)
      : await enterFromDesk(dependencies, door, sessionSecret);
  return openEntered(dependencies, entered);
}

/** The same for a link of which only the hash is known: the one that somebody wanted to open before signing in. */
export async function openActionByHash(
  dependencies: OpenActionDependencies,
  hash: string,
  sessionSecret: string | undefined,
): Promise<OpenedAction> {
  return openEntered(dependencies, await enterByLink(dependencies, hash, sessionSecret));
}

async function openEntered(dependencies: OpenActionDependencies, entered: Entered | ClosedDoor): Promise<OpenedAction> {
  if ('outcome' in entered) return entered;
  const { act, member, subject, usedAt } = entered;
  const { cases, organisation, views, clock } = dependencies;
  await views.record({
    schemaVersion: 1,
    caseNumber: act.caseNumber,
    staffId: act.staffId,
    at: instantText(clock.now()),
  });
  const [content, texts, answers, events] = await Promise.all([
    cases.findContent(act.caseNumber),
    cases.listTexts(act.caseNumber),
    cases.listAnswers(act.caseNumber),
    cases.listEvents(act.caseNumber),
  ]);
  if (content === undefined) throw new CaseNotFoundError(act.caseNumber);
  const done = doneBefore({ ...act, usedAt }, subject, events, organisation) ?? null;
  return { outcome: 'show', act, member, case: subject, content, texts, answers, events, done };
}

async function enterByLink(
  dependencies: OpenActionDependencies,
  hash: string,
  sessionSecret: string | undefined,
): Promise<Entered | ClosedDoor> {
  const token = await findStaffToken(dependencies, hash);
  const member = token === undefined ? undefined : findStaff(dependencies.organisation, token.staffId);
  if (token === undefined || member === undefined) throw new TokenNotUsableError();
  const { action, caseNumber, staffId, on, usedAt } = token;
  const subject = await dependencies.cases.find(caseNumber);
  const rehearsal = subject?.clock.kind === 'rehearsal';
  const session = await findSessionMember(dependencies, sessionSecret);
  if (session === undefined) {
    await orderSignInMail(dependencies, member, { way: 'link', continueTo: hash, rehearsal });
    return { outcome: 'sign_in_sent' };
  }
  const mayLook = subject !== undefined && maySee(session, subject);
  if (session.member.staffId !== member.staffId || (session.rehearsalOnly && !rehearsal)) {
    const { member: signedInAs, rehearsalOnly } = session;
    const shown = mayLook ? caseNumber : null;
    return { outcome: 'wrong_session', addressee: member, signedInAs, rehearsalOnly, caseNumber: shown };
  }
  if (subject === undefined) throw new CaseNotFoundError(caseNumber);
  if (subject.excludedStaff.includes(staffId) || !decides(member)) throw new TokenNotUsableError();
  if (isExpired(token, dependencies.clock.now())) {
    const expiredAt = onClockOf(subject, token.expiresAt);
    return { outcome: 'link_expired', act: { action, caseNumber, on }, expiredAt, mayAct: mayLook };
  }
  return { act: { action, caseNumber, staffId, on, tokenHash: hash }, member, subject, usedAt };
}

async function enterFromDesk(
  dependencies: OpenActionDependencies,
  { action, caseNumber, on }: Extract<ActionDoor, { kind: 'desk' }>,
  sessionSecret: string | undefined,
): Promise<Entered | { readonly outcome: 'sign_in_needed' }> {
  const session = await findSessionMember(dependencies, sessionSecret);
  if (session === undefined) return { outcome: 'sign_in_needed' };
  const subject = await dependencies.cases.find(caseNumber);
  if (subject === undefined || !maySee(session, subject) || !decides(session.member)) throw new TokenNotUsableError();
  const { staffId } = session.member;
  return { act: { action, caseNumber, staffId, on, tokenHash: null }, member: session.member, subject, usedAt: null };
}

function decides({ role }: StaffMember): boolean {
  return role !== 'data_protection_officer';
}
