import type { Temporal } from 'temporal-polyfill';
import { instantText } from '../../instants.ts';
import { type OrganisationProfile, staffOfRoles } from '../../organisation.ts';
import type { OutboxOrder } from '../../outbox/outbox-row.ts';
import type { Actor, Case, UnconfirmedCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { type ChangeDependencies, commitChange } from '../commit-change.ts';

export interface OpenDependencies extends ChangeDependencies {
  readonly organisation: OrganisationProfile;
}

/**
 * Opens an unconfirmed case in the transaction that consumes the link: acknowledgement, mail to the handlers and the
 * start of the workflow are ordered with it, and the apology when the promise has been missed already. Throws what
 * commitChange throws.
 */
export async function openCase(
  dependencies: OpenDependencies,
  current: UnconfirmedCase,
  by: Exclude<Actor, { kind: 'desk' }>,
  tokenHash: string,
  wallNow: Temporal.Instant,
): Promise<Case> {
  const at = instantText(caseTimeOf(current, wallNow));
  const { caseNumber } = current;
  const handlers = staffOfRoles(dependencies.organisation, ['handler']);
  // While nobody had proven the address, only staff were told that the promise was missed.
  const isLate = current.steps.some(({ step }) => step === 'promise_missed');
  const orders: OutboxOrder[] = [
    { kind: 'mail', mail: { template: 'acknowledgement', caseNumber } },
    ...(isLate ? [{ kind: 'mail', mail: { template: 'promise_missed', caseNumber } } as const] : []),
    ...handlers.map(({ staffId }): OutboxOrder => ({
      kind: 'mail',
      mail: { template: 'staff_new_case', caseNumber, staffId },
    })),
  ];
  return commitChange(
    dependencies,
    current,
    {
      transition: by.kind === 'staff' ? 'accept' : 'confirm',
      next: { ...current, status: 'open', openedAt: at, openedBy: by, assignee: null },
      entries: [{ type: by.kind === 'staff' ? 'request_accepted' : 'request_confirmed', at, actor: by, details: {} }],
      orders,
      consumeTokenHash: tokenHash,
    },
    wallNow,
  );
}
