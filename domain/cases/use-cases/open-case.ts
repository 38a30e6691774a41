import type { Temporal } from 'temporal-polyfill';
import { instantText } from '../../instants.ts';
import type { Actor } from '../actor.ts';
import type { Case, OpenCase, UnconfirmedCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { commitChange } from '../commit-change.ts';
import { ordersOnOpening } from '../opening-orders.ts';
import { directoryOf, type StaffDependencies } from '../staff-of-case.ts';

/**
 * Opens an unconfirmed case in the transaction that consumes the link: acknowledgement, mail to whoever can take it and
 * the start of the workflow are ordered with it, and the apology when the promise has been missed already. Throws what
 * commitChange throws.
 */
export async function openCase(
  dependencies: StaffDependencies,
  current: UnconfirmedCase,
  by: Exclude<Actor, { kind: 'desk' }>,
  tokenHash: string | null,
  wallNow: Temporal.Instant,
): Promise<Case> {
  const at = instantText(caseTimeOf(current, wallNow));
  const next = openedBy(current, by, at);
  return commitChange(
    dependencies,
    current,
    {
      transition: by.kind === 'staff' ? 'accept' : 'confirm',
      next,
      entries: [{ type: by.kind === 'staff' ? 'request_accepted' : 'request_confirmed', at, actor: by, details: {} }],
      orders: ordersOnOpening(next, await directoryOf(dependencies, wallNow), dependencies),
      ...(tokenHash !== null && { consumeTokenHash: tokenHash }),
    },
    wallNow,
  );
}

/** The case as it is once it is open; confirmed by its requester, the address is proven. `at` is case time text. */
export function openedBy(current: UnconfirmedCase, by: Exclude<Actor, { kind: 'desk' }>, at: string): OpenCase {
  return {
    ...current,
    status: 'open',
    openedAt: at,
    openedBy: by,
    assignee: null,
    addressConfirmedAt: by.kind === 'requester' ? at : current.addressConfirmedAt,
  };
}
