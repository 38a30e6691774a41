import type { Temporal } from 'temporal-polyfill';
import { RuleRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import { findStaff } from '../../organisation.ts';
import type { Case, OpenCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { checkExtension, extendableParts } from '../check-extension.ts';
import { newText, newTextId } from '../commit-change.ts';
import type { ExtensionGround } from '../extension.ts';
import { nextProposalId, proposalChange } from '../propose.ts';
import { requireDecider, type StaffAct, type StaffDependencies } from '../staff-of-case.ts';

export interface ExtensionDraft {
  readonly ground: ExtensionGround;
  /** Why, in words the requester reads: the facts of this case. */
  readonly facts: string;
  /** Civil date by which the answer is there. */
  readonly until: string;
}

/**
 * Proposes to extend the limit of every open part that can be extended (GDPR art. 12(3), rules R6 and R6b): once, with
 * a ground and facts, and with a second person. Throws RuleRefusedError, and what commitChange throws.
 */
export async function proposeExtension(
  dependencies: StaffDependencies,
  current: OpenCase,
  act: StaffAct,
  draft: ExtensionDraft,
  wallNow: Temporal.Instant,
): Promise<Case> {
  requireDecider(dependencies, current, act);
  const now = caseTimeOf(current, wallNow);
  const role = findStaff(dependencies.organisation, act.staffId)?.role;
  checkExtension(current, draft.until, role === undefined ? [] : [role], now, dependencies.calendar);
  if (current.proposals.some(({ kind }) => kind === 'extension')) throw new RuleRefusedError('already_waiting');
  if (draft.facts.trim() === '') throw new RuleRefusedError('facts_required', 'facts');
  const at = instantText(now);
  const textId = newTextId(current);
  return proposalChange(
    dependencies,
    current,
    {
      act,
      next: current,
      proposal: {
        kind: 'extension',
        proposalId: nextProposalId(current),
        proposedBy: act.staffId,
        proposedAt: at,
        textId,
        ground: draft.ground,
        partIds: [...extendableParts(current)],
        until: draft.until,
      },
      text: newText(current, {
        kind: 'extension_reasons',
        from: { kind: 'staff', staffId: act.staffId },
        at,
        texts: { facts: draft.facts },
      }),
      at,
    },
    wallNow,
  );
}
