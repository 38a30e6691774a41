import { Temporal } from 'temporal-polyfill';
import { civilDate } from '../../deadlines/deadlines.ts';
import { RuleRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { Case } from '../../cases/case.ts';
import { type IncomingRequest, type LateReason } from '../../cases/new-case.ts';
import { retryOnConflict } from '../../cases/commit-change.ts';
import { linkCase } from '../../cases/use-cases/link-case.ts';
import { ordersOnOpening } from '../../cases/opening-orders.ts';
import type { RequestDraft } from '../../cases/request-draft.ts';
import { directoryOf, type StaffDependencies } from '../../cases/staff-of-case.ts';
import { type Receipt, type SubmitDependencies, submitRequest } from '../../cases/use-cases/submit-request.ts';
import { findSessionMember, maySee, type SessionDependencies } from '../session-member.ts';

export interface IntakeDependencies extends SubmitDependencies, StaffDependencies, SessionDependencies {
  /** Clock of the cases that staff make: as the public's. */
  readonly publicClock: 'real' | { readonly dayLastsSeconds: number };
}

/** A request that came by post, phone, counter or ticket, as staff type it in. */
export interface TypedInRequest {
  readonly draft: RequestDraft;
  readonly through: Exclude<IncomingRequest['receivedThrough'], 'form' | 'api'>;
  /** When it arrived at the company: now or in the past. */
  readonly receivedAt: Temporal.Instant;
  /** Needed when that was another day. */
  readonly lateReason: LateReason | null;
  /** A case of the same person: what was first mentioned there later has a receipt, and so a case, of its own. */
  readonly linkTo: string | null;
  /** Drawn with the form, so that a second press makes no second case. */
  readonly formId: string;
}

export type TypedIn = { readonly outcome: 'done'; readonly receipt: Receipt } | { readonly outcome: 'sign_in_needed' };

/**
 * Takes in what did not come by the form: the receipt is when it arrived at the company, read or not (EDPB 01/2022
 * §52). The case is open at once. A session for rehearsals takes in nothing real. Throws RuleRefusedError: a receipt in the future, one on another day without a
 * reason, or nobody to answer to.
 */
export async function intakeByStaff(
  dependencies: IntakeDependencies,
  sessionSecret: string | undefined,
  request: TypedInRequest,
): Promise<TypedIn> {
  const session = await findSessionMember(dependencies, sessionSecret);
  if (session === undefined || session.member.role === 'data_protection_officer') return { outcome: 'sign_in_needed' };
  const { publicClock } = dependencies;
  if (session.rehearsalOnly && publicClock === 'real') return { outcome: 'sign_in_needed' };
  const now = dependencies.clock.now();
  if (Temporal.Instant.compare(request.receivedAt, now) > 0)
    throw new RuleRefusedError('received_in_future', 'receivedAt');
  const isToday = civilDate(request.receivedAt).equals(civilDate(now));
  if (!isToday && request.lateReason === null) throw new RuleRefusedError('reason_required', 'lateReason');
  const { email, postalAddress, phone } = request.draft.requester;
  if (email === undefined && postalAddress === undefined && phone === undefined) {
    throw new RuleRefusedError('contact_required', 'email');
  }
  if (request.linkTo !== null) {
    const other = await dependencies.cases.find(request.linkTo);
    if (other === undefined || other.status === 'dismissed' || !maySee(session, other)) {
      throw new RuleRefusedError('case_not_possible', 'linkTo');
    }
  }
  const receipt = await submitRequest(
    dependencies,
    {
      draft: request.draft,
      receivedThrough: request.through,
      rehearsal: publicClock === 'real' ? null : { caseStart: null, dayLastsSeconds: publicClock.dayLastsSeconds },
      typedIn: {
        staffId: session.member.staffId,
        receivedAt: instantText(request.receivedAt),
        reason: request.lateReason,
      },
      idempotencyKey: `typed-in-${session.member.staffId}-${request.formId}`,
    },
    undefined,
    async (fresh: Case, wallNow) =>
      fresh.status === 'open' ? ordersOnOpening(fresh, await directoryOf(dependencies, wallNow), dependencies) : [],
  );
  if (request.linkTo !== null) await linkTo(dependencies, receipt.caseNumber, request.linkTo, session.member.staffId);
  return { outcome: 'done', receipt };
}

/** After the case is stored: were this to fail, it is there all the same, and linking by hand does what is missing. */
function linkTo(
  dependencies: IntakeDependencies,
  caseNumber: string,
  other: string,
  staffId: string,
): Promise<Case | undefined> {
  return retryOnConflict(async () => {
    const made = await dependencies.cases.find(caseNumber);
    const act = { staffId, on: null, tokenHash: null };
    return made && linkCase(dependencies, made, act, other, dependencies.clock.now());
  });
}
