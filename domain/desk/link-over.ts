import type { Temporal } from 'temporal-polyfill';
import type { Case } from '../cases/case.ts';
import { caseTimeOf } from '../cases/case-dates.ts';
import { type LinkKind, type LinkOver, TokenNotUsableError } from '../errors.ts';
import { instantText, parseInstant } from '../instants.ts';
import type { ActionToken } from './action-token.ts';

/** Whether a token's time is over at `now` (wall time). */
export function isExpired({ expiresAt }: Pick<ActionToken, 'expiresAt'>, now: Temporal.Instant): boolean {
  return expiresAt <= instantText(now);
}

/** The error for a genuine link whose time is over. The instant is told by the clock of `subject`, if it has a case. */
export function expiredLink(kind: LinkKind, { expiresAt }: ActionToken, subject?: Case): TokenNotUsableError {
  return overLink({ kind, why: 'expired', at: onClockOf(subject, expiresAt) });
}

/** The error for a genuine link that opens nothing any more. */
export function overLink(over: LinkOver): TokenNotUsableError {
  return new TokenNotUsableError('the link opens nothing any more', over);
}

/** A wall instant (text) as the clock of a case shows it (text). */
export function onClockOf(subject: Case | undefined, wallAt: string): string {
  return subject === undefined ? wallAt : instantText(caseTimeOf(subject, parseInstant(wallAt)));
}
