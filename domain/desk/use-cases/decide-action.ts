import type { Case, DismissalGround } from '../../cases/case.ts';
import { type ChangeDependencies, retryOnConflict } from '../../cases/commit-change.ts';
import { answerPart } from '../../cases/use-cases/answer-part.ts';
import { dismissRequest } from '../../cases/use-cases/dismiss-request.ts';
import { openCase } from '../../cases/use-cases/open-case.ts';
import { takeCase } from '../../cases/use-cases/take-case.ts';
import type { StaffActionToken } from '../action-token.ts';
import { doneBefore, type DoneBefore } from '../done-before.ts';
import { openAction, type OpenActionDependencies, type OpenedAction } from './open-action.ts';

export interface DecideDependencies extends OpenActionDependencies, ChangeDependencies {}

/** What the person filled in; which of it is needed depends on the link's action. */
export interface ActionInput {
  readonly text?: string | undefined;
  readonly ground?: DismissalGround | undefined;
}

export type DecidedAction =
  | { readonly outcome: 'done'; readonly action: StaffActionToken['action']; readonly case: Case }
  /** Done before, by this person or another. */
  | ({
      readonly outcome: 'done_before';
      readonly action: StaffActionToken['action'];
      readonly case: Case;
    } & DoneBefore)
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
