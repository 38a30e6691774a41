import type { Temporal } from 'temporal-polyfill';
import { tokenHash } from '../../desk/action-token.ts';
import { CaseNotFoundError, TokenNotUsableError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { Clock, TokenStore } from '../../ports.ts';
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
  readonly promisedDate: Temporal.PlainDate;
}

/**
 * The requester proves the address: opens the case. Pressing again, or after staff accepted the request as it is,
 * answers the same and changes nothing. Throws TokenNotUsableError.
 */
export function confirmRequest(dependencies: ConfirmDependencies, secret: string): Promise<Confirmation> {
  return retryOnConflict(async () => {
    const now = dependencies.clock.now();
    const token = await dependencies.tokens.find(tokenHash(secret));
    if (token === undefined || token.action !== 'confirm' || token.expiresAt <= instantText(now)) {
      throw new TokenNotUsableError();
    }
    const current = await dependencies.cases.find(token.caseNumber);
    if (current === undefined) throw new CaseNotFoundError(token.caseNumber);
    if (current.status === 'dismissed') throw new TokenNotUsableError();
    if (current.status === 'unconfirmed') {
      await openCase(dependencies, current, { kind: 'requester' }, token.hash, now);
    }
    // Staff had opened it already: the address is proven all the same.
    if (current.status === 'open' && current.addressConfirmedAt === null) {
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
    return { caseNumber: current.caseNumber, promisedDate: datesOf(current, dependencies.calendar).promisedDate };
  });
}
