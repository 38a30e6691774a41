import type { Temporal } from 'temporal-polyfill';
import { RuleRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import { findStaff } from '../../organisation.ts';
import type { Case, OpenCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { commitChange } from '../commit-change.ts';
import {
  directoryOf,
  noticesTo,
  type StaffAct,
  type StaffDependencies,
  usedLink,
  workersOf,
} from '../staff-of-case.ts';

/**
 * Takes a colleague whom a complaint is about out of a case: no ladder, approval, search or digest reaches them, and
 * their links to it die. Whoever works on it instead is told. Throws RuleRefusedError, and what commitChange throws.
 */
export async function excludeColleague(
  dependencies: StaffDependencies,
  current: OpenCase,
  act: StaffAct,
  staffId: string,
  wallNow: Temporal.Instant,
): Promise<Case> {
  const isKnown = findStaff(dependencies.organisation, staffId) !== undefined;
  if (!isKnown || current.excludedStaff.includes(staffId)) {
    throw new RuleRefusedError('colleague_not_possible', 'staffId');
  }
  const at = instantText(caseTimeOf(current, wallNow));
  const next: OpenCase = {
    ...current,
    excludedStaff: [...current.excludedStaff, staffId],
    assignee: current.assignee?.staffId === staffId ? null : current.assignee,
    // What somebody proposed about their own case does not stand.
    proposals: current.proposals.filter(({ proposedBy }) => proposedBy !== staffId),
  };
  const directory = await directoryOf(dependencies, wallNow);
  return commitChange(
    dependencies,
    current,
    {
      transition: 'handle',
      next,
      entries: [{ type: 'staff_excluded', at, actor: { kind: 'staff', staffId: act.staffId }, details: { staffId } }],
      orders: noticesTo(workersOf(directory, next, ['privacy_officer']), next, 'conflict_of_interest'),
      ...usedLink(act),
    },
    wallNow,
  );
}
