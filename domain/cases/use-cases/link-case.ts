import type { Temporal } from 'temporal-polyfill';
import { RuleRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import { type Case, MAX_LINKED_CASES } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { type ChangeDependencies, commitChange } from '../commit-change.ts';
import { type StaffAct, usedLink } from '../staff-of-case.ts';

/**
 * Links two cases of one person, each of which keeps its receipt and its code. Either way round is stored; were this to
 * stop in between, linking again stores what is missing. Throws RuleRefusedError, and what commitChange throws.
 */
export async function linkCase(
  dependencies: ChangeDependencies,
  current: Case,
  act: StaffAct,
  otherNumber: string,
  wallNow: Temporal.Instant,
): Promise<Case> {
  const other = await dependencies.cases.find(otherNumber);
  const isPossible =
    other !== undefined &&
    other.caseNumber !== current.caseNumber &&
    other.clock.kind === current.clock.kind &&
    other.status !== 'dismissed' &&
    !other.excludedStaff.includes(act.staffId) &&
    hasRoomFor(current, otherNumber) &&
    hasRoomFor(other, current.caseNumber);
  if (!isPossible) throw new RuleRefusedError('case_not_possible', 'caseNumber');
  if (!other.linkedCases.includes(current.caseNumber)) {
    await link(dependencies, other, current.caseNumber, act, false, wallNow);
  }
  return link(dependencies, current, otherNumber, act, true, wallNow);
}

function hasRoomFor({ linkedCases }: Case, caseNumber: string): boolean {
  return linkedCases.includes(caseNumber) || linkedCases.length < MAX_LINKED_CASES;
}

function link(
  dependencies: ChangeDependencies,
  subject: Case,
  to: string,
  act: StaffAct,
  consume: boolean,
  wallNow: Temporal.Instant,
): Promise<Case> {
  const at = instantText(caseTimeOf(subject, wallNow));
  return commitChange(
    dependencies,
    subject,
    {
      transition: 'follow_up',
      next: { ...subject, linkedCases: [...new Set([...subject.linkedCases, to])] },
      entries: [{ type: 'cases_linked', at, actor: { kind: 'staff', staffId: act.staffId }, details: { to } }],
      ...(consume && usedLink(act)),
    },
    wallNow,
  );
}
