import type { Temporal } from 'temporal-polyfill';
import { RuleRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { Case, DismissalGround, UnconfirmedCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { type ChangeDependencies, commitChange } from '../commit-change.ts';
import { type StaffAct, usedLink } from '../staff-of-case.ts';

/**
 * Puts aside what never was a request: spam, a test, a duplicate, no request at all, or a mail that is customer
 * service's, which is sent on to them. Anything else is a refusal and follows its rules. Throws RuleRefusedError and
 * what commitChange throws.
 */
export function dismissRequest(
  dependencies: ChangeDependencies,
  current: UnconfirmedCase,
  act: StaffAct,
  ground: DismissalGround,
  wallNow: Temporal.Instant,
): Promise<Case> {
  const isTheirs = ground === 'customer_service';
  if (isTheirs && current.inbound === null) throw new RuleRefusedError('ground_not_valid', 'ground');
  const { caseNumber } = current;
  const at = instantText(caseTimeOf(current, wallNow));
  const actor = { kind: 'staff', staffId: act.staffId } as const;
  return commitChange(
    dependencies,
    current,
    {
      transition: 'dismiss',
      next: { ...current, status: 'dismissed', dismissedAt: at, dismissedBy: actor, ground },
      entries: [{ type: 'request_dismissed', at, actor, details: { ground } }],
      ...(isTheirs && { orders: [{ kind: 'mail', mail: { template: 'to_customer_service', caseNumber } }] }),
      ...usedLink(act),
    },
    wallNow,
  );
}
