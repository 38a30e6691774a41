import type { Temporal } from 'temporal-polyfill';
import { instantText } from '../../instants.ts';
import type { Case, DismissalGround, UnconfirmedCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { type ChangeDependencies, commitChange } from '../commit-change.ts';
import { type StaffAct, usedLink } from '../staff-of-case.ts';

/**
 * Puts aside what never was a request: spam, a test, a duplicate, no request at all. Anything else is a refusal and
 * follows its rules. Throws what commitChange throws.
 */
export function dismissRequest(
  dependencies: ChangeDependencies,
  current: UnconfirmedCase,
  act: StaffAct,
  ground: DismissalGround,
  wallNow: Temporal.Instant,
): Promise<Case> {
  const at = instantText(caseTimeOf(current, wallNow));
  const actor = { kind: 'staff', staffId: act.staffId } as const;
  return commitChange(
    dependencies,
    current,
    {
      transition: 'dismiss',
      next: { ...current, status: 'dismissed', dismissedAt: at, dismissedBy: actor, ground },
      entries: [{ type: 'request_dismissed', at, actor, details: { ground } }],
      ...usedLink(act),
    },
    wallNow,
  );
}
