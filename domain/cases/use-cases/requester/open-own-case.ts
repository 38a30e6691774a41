import type { Clock, KeyRing, RateLimiter } from '../../../ports.ts';
import type { Case } from '../../case.ts';
import { normaliseCaseNumber } from '../../case-number.ts';
import { isCollectionCode } from '../../collection-code.ts';
import type { StaffDependencies } from '../../staff-of-case.ts';

export interface OwnCaseDependencies extends StaffDependencies {
  readonly clock: Clock;
  readonly keys: KeyRing;
  readonly limiter: RateLimiter;
}

/** What shows that a case is one's own: both are on the receipt. As typed. */
export interface OwnCaseKey {
  readonly caseNumber: string;
  readonly collectionCode: string;
}

/** `unknown`: no such case, or not this code; which of them is not told. */
export type OwnCase =
  | { readonly outcome: 'show'; readonly case: Case }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'too_many_tries' };

const TRIES = { atMost: 10, windowSeconds: 900 };

/**
 * Opens a case for its requester. Wrong tries are counted for each number, whether there is such a case or not, so that
 * the answer tells a stranger nothing. The right code is never counted: a stranger who knows the number could keep its
 * owner out, and 60 bits cannot be guessed.
 */
export async function openOwnCase(dependencies: OwnCaseDependencies, key: OwnCaseKey): Promise<OwnCase> {
  const caseNumber = normaliseCaseNumber(key.caseNumber);
  if (caseNumber === undefined) return { outcome: 'unknown' };
  const found = await dependencies.cases.find(caseNumber);
  if (found !== undefined && isCollectionCode(dependencies.keys, found, key.collectionCode)) {
    return { outcome: 'show', case: found };
  }
  const limit = { subject: `own-case-${caseNumber}`, ...TRIES };
  const withinLimit = await dependencies.limiter.take(limit, dependencies.clock.now());
  return { outcome: withinLimit ? 'unknown' : 'too_many_tries' };
}
