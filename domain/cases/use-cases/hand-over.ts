import type { Temporal } from 'temporal-polyfill';
import { RuleRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import { findStaff } from '../../organisation.ts';
import type { Case, OpenCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { commitChange } from '../commit-change.ts';
import { noticesTo, type StaffAct, type StaffDependencies, usedLink } from '../staff-of-case.ts';

/**
 * Gives a case to a colleague, who is told. Not to somebody the complaint is about, nor to the data protection
 * officer, who never decides. Throws RuleRefusedError, and what commitChange throws.
 */
export async function handOver(
  dependencies: StaffDependencies,
  current: OpenCase,
  act: StaffAct,
  to: string,
  wallNow: Temporal.Instant,
): Promise<Case> {
  const colleague = findStaff(dependencies.organisation, to);
  const isPossible =
    colleague !== undefined &&
    colleague.role !== 'data_protection_officer' &&
    !current.excludedStaff.includes(to) &&
    current.assignee?.staffId !== to;
  if (!isPossible) throw new RuleRefusedError('colleague_not_possible', 'to');
  const at = instantText(caseTimeOf(current, wallNow));
  return commitChange(
    dependencies,
    current,
    {
      transition: 'handle',
      next: { ...current, assignee: { staffId: to, since: at } },
      entries: [{ type: 'case_handed_over', at, actor: { kind: 'staff', staffId: act.staffId }, details: { to } }],
      orders: noticesTo([colleague], current, 'handed_over'),
      ...usedLink(act),
    },
    wallNow,
  );
}
