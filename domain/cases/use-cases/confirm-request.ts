import type { Temporal } from 'temporal-polyfill';
import { tokenHash } from '../../desk/action-token.ts';
import { CaseNotFoundError, TokenNotUsableError } from '../../errors.ts';
import { expiredLink, isExpired, overLink } from '../../desk/link-over.ts';
import { instantText, parseInstant } from '../../instants.ts';
import type { Clock, TokenStore } from '../../ports.ts';
import type { Case } from '../case.ts';
import { caseTimeOf, datesOf } from '../case-dates.ts';
import { commitChange, retryOnConflict } from '../commit-change.ts';
import type { StaffDependencies } from '../staff-of-case.ts';
import { openCase } from './open-case.ts';

export interface ConfirmDependencies extends StaffDependencies {
  readonly clock: Clock;
  readonly tokens: TokenStore;
}

export interface Confirmation {
  readonly caseNumber: string;
  /** Null for a case that is closed: it has its answer. */
  readonly promisedDate: Temporal.PlainDate | null;
  /** When it was confirmed (case time), for a press that changed nothing. */
  readonly before: Temporal.Instant | null;
}

/**
 * The requester proves the address: opens the case. Pressing again, even after the link has expired, changes nothing
 * and tells since when it is confirmed. Throws TokenNotUsableError.
 */
export function confirmRequest(dependencies: ConfirmDependencies, secret: string): Promise<Confirmation> {
  return retryOnConflict(async () => {
    const now = dependencies.clock.now();
    const token = await dependencies.tokens.find(tokenHash(secret));
    if (token?.action !== 'confirm') throw new TokenNotUsableError();
    const current = await dependencies.cases.find(token.caseNumber);
    if (current === undefined) throw new CaseNotFoundError(token.caseNumber);
    if (current.status === 'dismissed') throw overLink({ kind: 'confirm', why: 'laid_aside', at: null });
    if (current.addressConfirmedAt !== null) return confirmationOf(current, dependencies, true);
    if (isExpired(token, now)) throw expiredLink('confirm', token, current);
    if (current.status === 'unconfirmed') {
      await openCase(dependencies, current, { kind: 'requester' }, token.hash, now);
    }
    // Staff had opened it already: the address is proven all the same.
    if (current.status === 'open') {
      const at = instantText(caseTimeOf(current, now));
      await commitChange(
        dependencies,
        current,
        {
          transition: 'handle',
          next: { ...current, addressConfirmedAt: at },
          entries: [{ type: 'address_confirmed', at, actor: { kind: 'requester' }, details: {} }],
        },
        now,
      );
    }
    return confirmationOf(current, dependencies, false);
  });
}

function confirmationOf(current: Case, { calendar }: ConfirmDependencies, isRepeated: boolean): Confirmation {
  const { caseNumber, status, addressConfirmedAt } = current;
  return {
    caseNumber,
    promisedDate: status === 'closed' ? null : datesOf(current, calendar).promisedDate,
    before: isRepeated && addressConfirmedAt !== null ? parseInstant(addressConfirmedAt) : null,
  };
}
