import type { Temporal } from 'temporal-polyfill';
import { instantText } from '../../instants.ts';
import type { Case, OpenCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { type ChangeDependencies, commitChange } from '../commit-change.ts';

/** Makes a staff member the handler of a case nobody has taken. Throws what commitChange throws. */
export function takeCase(
  dependencies: ChangeDependencies,
  current: OpenCase,
  staffId: string,
  tokenHash: string,
  wallNow: Temporal.Instant,
): Promise<Case> {
  const at = instantText(caseTimeOf(current, wallNow));
  return commitChange(
    dependencies,
    current,
    {
      transition: 'take',
      next: { ...current, assignee: { staffId, since: at } },
      entries: [{ type: 'case_taken', at, actor: { kind: 'staff', staffId }, details: {} }],
      consumeTokenHash: tokenHash,
    },
    wallNow,
  );
}
