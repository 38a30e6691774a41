import type { Temporal } from 'temporal-polyfill';
import { instantText } from '../../instants.ts';
import type { Case, OpenCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { type ChangeDependencies, commitChange } from '../commit-change.ts';
import { type StaffAct, usedLink } from '../staff-of-case.ts';

/** Makes a staff member the handler of a case nobody has, or whose handler has left. Throws what commitChange throws. */
export function takeCase(
  dependencies: ChangeDependencies,
  current: OpenCase,
  act: StaffAct,
  wallNow: Temporal.Instant,
): Promise<Case> {
  const at = instantText(caseTimeOf(current, wallNow));
  const { staffId } = act;
  return commitChange(
    dependencies,
    current,
    {
      transition: 'take',
      next: { ...current, assignee: { staffId, since: at } },
      entries: [{ type: 'case_taken', at, actor: { kind: 'staff', staffId }, details: {} }],
      ...usedLink(act),
    },
    wallNow,
  );
}
