import type { Temporal } from 'temporal-polyfill';
import { RuleRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { Case, OpenCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { type ChangeDependencies, commitChange } from '../commit-change.ts';
import { type StaffAct, usedLink } from '../staff-of-case.ts';

/**
 * Records that the mandate of somebody who asks for another person was seen: by whom and when, not the document.
 * Throws RuleRefusedError, and what commitChange throws.
 */
export async function recordMandate(
  dependencies: ChangeDependencies,
  current: OpenCase,
  act: StaffAct,
  wallNow: Temporal.Instant,
): Promise<Case> {
  const { representation } = current;
  if (representation === null || representation.mandate !== null) throw new RuleRefusedError('case_not_possible');
  const at = instantText(caseTimeOf(current, wallNow));
  return commitChange(
    dependencies,
    current,
    {
      transition: 'handle',
      next: { ...current, representation: { ...representation, mandate: { seenBy: act.staffId, seenAt: at } } },
      entries: [
        {
          type: 'mandate_seen',
          at,
          actor: { kind: 'staff', staffId: act.staffId },
          details: { as: representation.as },
        },
      ],
      ...usedLink(act),
    },
    wallNow,
  );
}
