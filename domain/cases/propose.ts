import type { Temporal } from 'temporal-polyfill';
import { RuleRefusedError } from '../errors.ts';
import type { StaffMember, StaffRole } from '../organisation.ts';
import type { StaffDirectory } from '../desk/staff-directory.ts';
import type { Case, OpenCase } from './case.ts';
import type { EventEntry } from './case-events.ts';
import type { CaseText } from './case-text.ts';
import { commitChange } from './commit-change.ts';
import type { Proposal } from './proposal.ts';
import { REFUSAL_GROUNDS } from './refusal-grounds.ts';
import { directoryOf, noticesTo, type StaffAct, type StaffDependencies, usedLink } from './staff-of-case.ts';

/** The id of the next proposal of a case; ids are never used twice. */
export function nextProposalId(current: OpenCase): string {
  return String(current.version + 1);
}

const LEAD: readonly StaffRole[] = ['team_lead', 'privacy_officer'];

/** The roles that may approve a proposal. */
function approverRolesOf(proposal: Proposal): readonly StaffRole[] {
  switch (proposal.kind) {
    case 'refusal':
      return REFUSAL_GROUNDS[proposal.ground].approvers;
    case 'release':
      return ['handler', 'deputy', ...LEAD];
    case 'extension':
    case 'retyping':
      return LEAD;
  }
}

/** Who may approve a proposal today: of its roles or, when none of them is left, those above; never who proposed it. */
export function approversOf(
  directory: StaffDirectory,
  subject: Pick<Case, 'excludedStaff'>,
  proposal: Proposal,
): readonly StaffMember[] {
  return directory.approvers(approverQuery(subject, proposal));
}

/** Whether somebody may approve a proposal: one of those asked today, or anybody of their roles or above. */
export function mayApprove(
  directory: StaffDirectory,
  subject: Pick<Case, 'excludedStaff'>,
  proposal: Proposal,
  staffId: string,
): boolean {
  return directory.mayApprove(staffId, approverQuery(subject, proposal));
}

function approverQuery({ excludedStaff }: Pick<Case, 'excludedStaff'>, proposal: Proposal) {
  return { roles: approverRolesOf(proposal), notBy: [proposal.proposedBy], excluded: excludedStaff };
}

/**
 * Stores a proposal and asks those who may approve it. Throws RuleRefusedError when there is nobody, and what
 * commitChange throws.
 */
export async function proposalChange(
  dependencies: StaffDependencies,
  current: OpenCase,
  made: {
    readonly act: StaffAct;
    readonly next: OpenCase;
    readonly entries?: readonly EventEntry[];
    readonly proposal: Proposal;
    readonly text: CaseText;
    readonly at: string;
  },
  wallNow: Temporal.Instant,
): Promise<Case> {
  const { act, next, entries = [], proposal, text, at } = made;
  const directory = await directoryOf(dependencies, wallNow);
  const approvers = approversOf(directory, current, proposal);
  if (approvers.length === 0) throw new RuleRefusedError('second_person');
  return commitChange(
    dependencies,
    current,
    {
      transition: 'handle',
      next: { ...next, proposals: [...next.proposals, proposal] },
      entries: [
        ...entries,
        {
          type: 'proposal_made',
          at,
          actor: { kind: 'staff', staffId: act.staffId },
          details: { proposalId: proposal.proposalId, kind: proposal.kind },
        },
      ],
      orders: noticesTo(approvers, current, 'approval_wanted', proposal.proposalId),
      texts: [text],
      ...usedLink(act),
    },
    wallNow,
  );
}
