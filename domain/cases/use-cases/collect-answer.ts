import { tokenHash } from '../../desk/action-token.ts';
import { expiredLink, isExpired } from '../../desk/link-over.ts';
import { CaseNotFoundError, TokenNotUsableError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { Clock, KeyRing, RateLimiter, TokenStore } from '../../ports.ts';
import type { Answer, ClosedCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { isCollectionCode } from '../collection-code.ts';
import { type ChangeDependencies, commitChange, retryOnConflict } from '../commit-change.ts';
import { endTask } from '../new-task.ts';

export interface CollectDependencies extends ChangeDependencies {
  readonly clock: Clock;
  readonly keys: KeyRing;
  readonly tokens: TokenStore;
  readonly limiter: Pick<RateLimiter, 'take'>;
}

export type Collection =
  | { readonly outcome: 'collected'; readonly case: ClosedCase; readonly answers: readonly Answer[] }
  /** Link and code are right, and the case was opened again since: there is no answer to collect now. */
  | { readonly outcome: 'reopened' }
  | { readonly outcome: 'wrong_code' }
  | { readonly outcome: 'too_many_tries' };

const TRIES = 5;
const TRIES_WINDOW_SECONDS = 900;

/**
 * The requester collects the answer with the link from the mail and the collection code shown at submission: one
 * without the other opens nothing (rule R10). May be repeated while the link lives; the first time is recorded.
 * Five tries per link in a quarter of an hour. Throws TokenNotUsableError.
 */
export function collectAnswer(
  dependencies: CollectDependencies,
  secret: string,
  typedCode: string,
): Promise<Collection> {
  return retryOnConflict(async () => {
    const now = dependencies.clock.now();
    const token = await dependencies.tokens.find(tokenHash(secret));
    if (token?.action !== 'collect') throw new TokenNotUsableError();
    if (isExpired(token, now)) {
      throw expiredLink('collect', token, await dependencies.cases.find(token.caseNumber));
    }
    const limit = { subject: `collect-${token.hash}`, atMost: TRIES, windowSeconds: TRIES_WINDOW_SECONDS };
    if (!(await dependencies.limiter.take(limit, now))) return { outcome: 'too_many_tries' };

    const current = await dependencies.cases.find(token.caseNumber);
    if (current === undefined) throw new CaseNotFoundError(token.caseNumber);
    if (!isCollectionCode(dependencies.keys, current, typedCode)) return { outcome: 'wrong_code' };
    if (current.status !== 'closed') return { outcome: 'reopened' };

    const answers = await dependencies.cases.listAnswers(current.caseNumber);
    if (current.collectedAt !== null) return { outcome: 'collected', case: current, answers };
    const at = instantText(caseTimeOf(current, now));
    const collected: ClosedCase = { ...withoutReminder(current, at), collectedAt: at };
    await commitChange(
      dependencies,
      current,
      {
        transition: 'collect',
        next: collected,
        entries: [{ type: 'answer_collected', at, actor: { kind: 'requester' }, details: {} }],
      },
      now,
    );
    return { outcome: 'collected', case: collected, answers };
  });
}

/** Nobody is reminded of what was collected. */
function withoutReminder(current: ClosedCase, at: string): ClosedCase {
  return current.tasks
    .filter(({ kind }) => kind === 'collect')
    .reduce(
      (left, { taskId }) => endTask(left, taskId, { as: 'done', at, by: { kind: 'requester' }, textId: null }),
      current,
    );
}
