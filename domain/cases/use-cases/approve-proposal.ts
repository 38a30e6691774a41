import type { Temporal } from 'temporal-polyfill';
import { RuleRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import { findStaff } from '../../organisation.ts';
import type { Approval } from '../approval.ts';
import { approvedDecision } from '../approved-decision.ts';
import { approvedExtension } from '../approved-extension.ts';
import type { Case, OpenCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import type { CaseText } from '../case-text.ts';
import { commitChange, newText, type ProposedChange } from '../commit-change.ts';
import { mayApprove } from '../propose.ts';
import type { Proposal } from '../proposal.ts';
import { retyped } from '../retyped.ts';
import { directoryOf, noticesTo, type StaffAct, type StaffDependencies, usedLink } from '../staff-of-case.ts';

export interface ApprovalInput {
  readonly approved: boolean;
  /** Why it is sent back; needed for that only. */
  readonly note: string;
}

/**
 * The second person approves a proposal, and it happens in the same transaction; or sends it back with a note. Never
 * who proposed it, and only somebody of the right role. Throws RuleRefusedError, and what commitChange throws.
 */
export async function approveProposal(
  dependencies: StaffDependencies,
  current: OpenCase,
  act: StaffAct,
  input: ApprovalInput,
  wallNow: Temporal.Instant,
): Promise<Case> {
  const proposal = current.proposals.find(({ proposalId }) => proposalId === act.on);
  if (proposal === undefined) throw new RuleRefusedError('case_not_possible');
  if (proposal.proposedBy === act.staffId) throw new RuleRefusedError('second_person');
  const directory = await directoryOf(dependencies, wallNow);
  if (!mayApprove(directory, current, proposal, act.staffId)) throw new RuleRefusedError('not_approver');
  const at = caseTimeOf(current, wallNow);
  const proposer = findStaff(dependencies.organisation, proposal.proposedBy);
  const answerTo = (notice: 'approved' | 'sent_back') =>
    proposer === undefined ? [] : noticesTo([proposer], current, notice, proposal.proposalId);
  const actor = { kind: 'staff', staffId: act.staffId } as const;

  if (!input.approved) {
    if (input.note.trim() === '') throw new RuleRefusedError('reason_required', 'note');
    const note: CaseText = newText(current, {
      kind: 'note',
      from: actor,
      at: instantText(at),
      texts: { note: input.note },
    });
    return commitChange(
      dependencies,
      current,
      {
        transition: 'handle',
        next: without(current, proposal),
        entries: [
          {
            type: 'proposal_sent_back',
            at: instantText(at),
            actor,
            details: { proposalId: proposal.proposalId, kind: proposal.kind },
          },
        ],
        orders: answerTo('sent_back'),
        texts: [note],
        ...usedLink(act),
      },
      wallNow,
    );
  }

  const text = (await dependencies.cases.listTexts(current.caseNumber)).find(
    ({ textId }) => textId === proposal.textId,
  );
  if (text === undefined) throw new RuleRefusedError('case_not_possible');
  const approval: Approval = {
    dependencies,
    current: without(current, proposal),
    text,
    approver: act.staffId,
    at,
    wallNow,
  };
  const change = carriedOut(approval, proposal);
  return commitChange(
    dependencies,
    current,
    {
      ...change,
      entries: [
        {
          type: 'proposal_approved',
          at: instantText(at),
          actor,
          details: { proposalId: proposal.proposalId, kind: proposal.kind },
        },
        ...change.entries,
      ],
      orders: [...(change.orders ?? []), ...answerTo('approved')],
      ...usedLink(act),
    },
    wallNow,
  );
}

function without(current: OpenCase, { proposalId }: Proposal): OpenCase {
  return { ...current, proposals: current.proposals.filter((other) => other.proposalId !== proposalId) };
}

function carriedOut(approval: Approval, proposal: Proposal): ProposedChange {
  switch (proposal.kind) {
    case 'refusal':
    case 'release':
      return approvedDecision(approval, proposal);
    case 'extension':
      return approvedExtension(approval, proposal);
    case 'retyping': {
      const { current, approver, at, wallNow } = approval;
      const actor = { kind: 'staff', staffId: approver } as const;
      const change = retyped(current, proposal.partId, proposal.to, actor, instantText(at), instantText(wallNow));
      const { caseNumber } = current;
      const { partId, textId } = proposal;
      return {
        transition: 'handle',
        ...change,
        orders: [...change.orders, { kind: 'mail', mail: { template: 'retyped', caseNumber, partId, textId } }],
      };
    }
  }
}
