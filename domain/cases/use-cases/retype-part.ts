import type { Temporal } from 'temporal-polyfill';
import { RuleRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { Case, OpenCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { commitChange, newText, newTextId } from '../commit-change.ts';
import { noticesOfAccess } from '../opening-orders.ts';
import { nextProposalId, proposalChange } from '../propose.ts';
import { REQUEST_TYPE_RULES, type RequestType } from '../request-types.ts';
import { retyped } from '../retyped.ts';
import { requireDecider, type StaffAct, type StaffDependencies, usedLink } from '../staff-of-case.ts';

export interface RetypingDraft {
  readonly to: RequestType;
  /** Why what was asked is no right: the requester reads it. Needed for that only. */
  readonly reason: string;
}

/**
 * Calls a part what it is. The receipt never changes. From a right to something that is none it waits for a second
 * person, and the requester gets a letter. To a marketing objection or a consent withdrawal it is carried out in the
 * same transaction. On what turns out to be access, data that expire are named at once. Throws RuleRefusedError, and what commitChange throws.
 */
export async function retypePart(
  dependencies: StaffDependencies,
  current: OpenCase,
  act: StaffAct,
  draft: RetypingDraft,
  wallNow: Temporal.Instant,
): Promise<Case> {
  requireDecider(dependencies, current, act);
  const part = current.parts.find(({ partId }) => partId === act.on);
  if (part === undefined || part.decision !== null) throw new RuleRefusedError('not_retypable');
  if (part.requestType === draft.to) throw new RuleRefusedError('same_type', 'to');
  if (current.proposals.some((proposal) => 'partId' in proposal && proposal.partId === part.partId)) {
    throw new RuleRefusedError('already_waiting');
  }
  const mayExercise = current.representation?.as !== 'heir';
  if (!mayExercise && REQUEST_TYPE_RULES[draft.to].isRight) throw new RuleRefusedError('not_retypable', 'to');
  const at = instantText(caseTimeOf(current, wallNow));
  const actor = { kind: 'staff', staffId: act.staffId } as const;

  const losesRight = REQUEST_TYPE_RULES[part.requestType].isRight && !REQUEST_TYPE_RULES[draft.to].isRight;
  if (losesRight) {
    if (draft.reason.trim() === '') throw new RuleRefusedError('reason_required', 'reason');
    const textId = newTextId(current);
    return proposalChange(
      dependencies,
      current,
      {
        act,
        next: current,
        proposal: {
          kind: 'retyping',
          proposalId: nextProposalId(current),
          proposedBy: act.staffId,
          proposedAt: at,
          textId,
          partId: part.partId,
          to: draft.to,
        },
        text: newText(current, { kind: 'retyping_reasons', from: actor, at, texts: { reason: draft.reason } }),
        at,
      },
      wallNow,
    );
  }
  const change = retyped(current, part.partId, draft.to, actor, at, instantText(wallNow));
  const orders = [...change.orders, ...(await noticesOfAccess(dependencies, change.next, draft.to, wallNow))];
  return commitChange(dependencies, current, { transition: 'handle', ...change, orders, ...usedLink(act) }, wallNow);
}
