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
  const next: OpenCase = {
    ...current,
    status: 'open',
    openedAt: at,
    openedBy: by,
    assignee: null,
    addressConfirmedAt: by.kind === 'requester' ? at : current.addressConfirmedAt,
  };
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
