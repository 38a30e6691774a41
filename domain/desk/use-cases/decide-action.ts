import type { Actor, Case, DismissalGround } from '../../cases/case.ts';
import { type ChangeDependencies, retryOnConflict } from '../../cases/commit-change.ts';
import { isPossible } from '../../cases/transitions.ts';
import { answerPart } from '../../cases/use-cases/answer-part.ts';
import { dismissRequest } from '../../cases/use-cases/dismiss-request.ts';
import { openCase } from '../../cases/use-cases/open-case.ts';
import { takeCase } from '../../cases/use-cases/take-case.ts';
import type { StaffActionToken } from '../action-token.ts';
import { openAction, type OpenActionDependencies, type OpenedAction } from './open-action.ts';

export interface DecideDependencies extends OpenActionDependencies, ChangeDependencies {}

/** What the person filled in; which of it is needed depends on the link's action. */
export interface ActionInput {
  readonly text?: string | undefined;
  readonly ground?: DismissalGround | undefined;
}

export type DecidedAction =
  | { readonly outcome: 'done'; readonly action: StaffActionToken['action']; readonly case: Case }
  /** Done before, by this person or another. `staffId` is null when the requester or the desk did it. */
  | {
      readonly outcome: 'done_before';
      readonly action: StaffActionToken['action'];
      readonly case: Case;
      readonly staffId: string | null;
      readonly at: string;
    }
  | {
      readonly outcome: 'input_missing';
      readonly missing: 'text' | 'ground';
      readonly opened: Extract<OpenedAction, { outcome: 'show' }>;
    }
  | { readonly outcome: 'sign_in_sent' };

/**
 * Carries out a staff link's action: one transaction with the case's version, the used link, the event and the outbox
 * rows (rule R1). Only in the addressee's session. Pressing again, or after somebody else did it, changes nothing and
 * tells who did it when. Throws TokenNotUsableError.
 */
export function decideAction(
  dependencies: DecideDependencies,
  secret: string,
  sessionSecret: string | undefined,
  input: ActionInput,
): Promise<DecidedAction> {
  return retryOnConflict(async () => {
    const opened = await openAction(dependencies, secret, sessionSecret);
    if (opened.outcome === 'sign_in_sent') return opened;
    const { token, case: current } = opened;
    const before = doneBefore(token, current);
    if (before !== undefined) return { outcome: 'done_before', action: token.action, case: current, ...before };

    const now = dependencies.clock.now();
    const { staffId, hash } = token;
    const done = (stored: Case): DecidedAction => ({ outcome: 'done', action: token.action, case: stored });
    if (token.action === 'take' && current.status === 'open') {
      return done(await takeCase(dependencies, current, staffId, hash, now));
    }
    if (token.action === 'accept' && current.status === 'unconfirmed') {
      return done(await openCase(dependencies, current, { kind: 'staff', staffId }, hash, now));
    }
    if (token.action === 'dismiss' && current.status === 'unconfirmed') {
      if (input.ground === undefined) return { outcome: 'input_missing', missing: 'ground', opened };
      return done(await dismissRequest(dependencies, current, { staffId, ground: input.ground, tokenHash: hash }, now));
    }
    if (token.action === 'answer' && current.status === 'open') {
      if (input.text === undefined) return { outcome: 'input_missing', missing: 'text', opened };
      const answer = { partId: token.partId, text: input.text, staffId, tokenHash: hash };
      return done(await answerPart(dependencies, current, answer, now));
    }
    throw new RangeError(`${token.action} met ${current.status}`);
  });
}

/** Who made the action pointless and when; undefined while it can still be done. */
function doneBefore(
  token: StaffActionToken,
  current: Case,
): { readonly staffId: string | null; readonly at: string } | undefined {
  switch (token.action) {
    case 'take':
      if (current.status !== 'open' && current.status !== 'closed') return undefined;
      if (current.assignee !== null) return { staffId: current.assignee.staffId, at: current.assignee.since };
      return current.status === 'closed' ? { staffId: null, at: current.closedAt } : undefined;
    case 'answer': {
      const decision = current.parts.find((part) => part.partId === token.partId)?.decision ?? null;
      return decision === null ? undefined : byWhom(decision.decidedBy, decision.decidedAt);
    }
    case 'accept':
    case 'dismiss':
      if (isPossible(token.action, current)) return undefined;
      if (current.status === 'dismissed') return byWhom(current.dismissedBy, current.dismissedAt);
      return current.status === 'open' || current.status === 'closed'
        ? byWhom(current.openedBy, current.openedAt)
        : undefined;
  }
}

function byWhom(actor: Actor, at: string): { readonly staffId: string | null; readonly at: string } {
  return { staffId: actor.kind === 'staff' ? actor.staffId : null, at };
}
