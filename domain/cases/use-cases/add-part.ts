import type { Temporal } from 'temporal-polyfill';
import { RuleRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { Case, OpenCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { commitChange } from '../commit-change.ts';
import { noticesOfAccess } from '../opening-orders.ts';
import { MAX_PARTS } from '../request-draft.ts';
import { REQUEST_TYPE_RULES, type RequestType } from '../request-types.ts';
import { withPart } from '../retyped.ts';
import { requireDecider, type StaffAct, type StaffDependencies, usedLink } from '../staff-of-case.ts';

/**
 * Adds something the requester also asked for in the same message: it has the receipt of the case. What was first
 * mentioned later has a receipt of its own, and so a case of its own. Throws RuleRefusedError, and what commitChange
 * throws.
 */
export async function addPart(
  dependencies: StaffDependencies,
  current: OpenCase,
  act: StaffAct,
  requestType: RequestType,
  wallNow: Temporal.Instant,
): Promise<Case> {
  requireDecider(dependencies, current, act);
  if (current.parts.length >= MAX_PARTS) throw new RuleRefusedError('too_many_parts');
  if (current.representation?.as === 'heir' && REQUEST_TYPE_RULES[requestType].isRight) {
    throw new RuleRefusedError('not_retypable', 'to');
  }
  const actor = { kind: 'staff', staffId: act.staffId } as const;
  const change = withPart(current, requestType, actor, instantText(caseTimeOf(current, wallNow)), instantText(wallNow));
  const orders = [...change.orders, ...(await noticesOfAccess(dependencies, change.next, requestType, wallNow))];
  return commitChange(dependencies, current, { transition: 'handle', ...change, orders, ...usedLink(act) }, wallNow);
}
