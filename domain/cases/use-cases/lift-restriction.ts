import type { Temporal } from 'temporal-polyfill';
import { RuleRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { Case } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { type ChangeDependencies, commitChange } from '../commit-change.ts';
import { type StaffAct, usedLink } from '../staff-of-case.ts';

/**
 * Ends a restriction of processing: the person is told first, and it is lifted once that letter has left (GDPR art.
 * 18(3)). Throws RuleRefusedError, and what commitChange throws.
 */
export async function liftRestriction(
  dependencies: ChangeDependencies,
  current: Case,
  act: StaffAct,
  wallNow: Temporal.Instant,
): Promise<Case> {
  const part = current.parts.find(({ partId }) => partId === act.on);
  if (part === undefined || part.restriction === null || part.restriction.toldAt !== null || part.decision === null) {
    throw new RuleRefusedError('not_restricted');
  }
  const at = instantText(caseTimeOf(current, wallNow));
  const { caseNumber } = current;
  const { partId } = part;
  return commitChange(
    dependencies,
    current,
    {
      transition: 'follow_up',
      next: current,
      entries: [{ type: 'restriction_told', at, actor: { kind: 'staff', staffId: act.staffId }, details: { partId } }],
      orders: [{ kind: 'mail', mail: { template: 'restriction_lifting', caseNumber, partId } }],
      ...usedLink(act),
    },
    wallNow,
  );
}
