import { RuleRefusedError } from '../../../errors.ts';
import { instantText } from '../../../instants.ts';
import { THE_REQUESTER } from '../../actor.ts';
import type { Case, OpenCase } from '../../case.ts';
import { caseTimeOf } from '../../case-dates.ts';
import { commitChange } from '../../commit-change.ts';
import type { Decision } from '../../decision.ts';
import { settleParts } from '../../settle-part.ts';
import { directoryOf, noticesTo, workersOf } from '../../staff-of-case.ts';
import type { OwnCaseDependencies } from './open-own-case.ts';

/**
 * The requester withdraws parts, or with null everything that is still open. Nobody else can. A request that was never
 * confirmed is withdrawn as a whole only. Throws RuleRefusedError, and what commitChange throws.
 */
export async function withdrawParts(
  dependencies: OwnCaseDependencies,
  current: Case,
  partIds: readonly string[] | null,
): Promise<Case> {
  const wallNow = dependencies.clock.now();
  const at = instantText(caseTimeOf(current, wallNow));
  const open = openedForThis(current, at);
  if (open === undefined) throw new RuleRefusedError('case_not_possible');
  const wanted = open.parts.filter(
    ({ partId, decision }) => decision === null && (partIds === null || partIds.includes(partId)),
  );
  const leavesSome = open.parts.some((part) => part.decision === null && !wanted.includes(part));
  if (wanted.length === 0 || (current.status === 'unconfirmed' && leavesSome)) {
    throw new RuleRefusedError('case_not_possible', 'parts');
  }
  const withdrawn: Decision = { outcome: 'withdrawn', decidedAt: at, decidedBy: THE_REQUESTER };
  const settled = settleParts(
    open,
    Object.fromEntries(wanted.map(({ partId }) => [partId, withdrawn])),
    THE_REQUESTER,
    at,
  );
  const directory = await directoryOf(dependencies, wallNow);
  const told =
    current.status === 'open' ? noticesTo(workersOf(directory, current), current, 'withdrawn_by_requester') : [];
  return commitChange(dependencies, current, { ...settled, orders: [...settled.orders, ...told] }, wallNow);
}

function openedForThis(current: Case, at: string): OpenCase | undefined {
  if (current.status === 'open') return current;
  if (current.status !== 'unconfirmed') return undefined;
  return { ...current, status: 'open', openedAt: at, openedBy: THE_REQUESTER, assignee: null };
}
