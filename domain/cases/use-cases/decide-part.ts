import type { Temporal } from 'temporal-polyfill';
import { RuleRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import { filesOf, mayAnswer } from '../answer-file.ts';
import type { Answer, Case, OpenCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import type { EventEntry } from '../case-events.ts';
import type { CaseText } from '../case-text.ts';
import { checkDecision, type DecisionDraft } from '../check-decision.ts';
import { commitChange, newText, newTextId } from '../commit-change.ts';
import type { Proposal } from '../proposal.ts';
import { nextProposalId, proposalChange } from '../propose.ts';
import { settleParts } from '../settle-part.ts';
import { requireDecider, type StaffAct, type StaffDependencies, usedLink } from '../staff-of-case.ts';
import { taken } from '../taken.ts';

/**
 * Decides one open part. An answer without personal data is decided at once; a refusal, in whole or in part, and an
 * answer that releases personal data or has files with it wait for a second person. Whoever answers a case nobody has taken has taken it.
 * When it was the last open part, the case closes and the requester's mail is ordered in the same transaction.
 * Throws RuleRefusedError, and what commitChange throws.
 */
export async function decidePart(
  dependencies: StaffDependencies,
  current: OpenCase,
  act: StaffAct,
  draft: DecisionDraft,
  wallNow: Temporal.Instant,
  /** What happens to the case in the same transaction before it is decided. */
  before: readonly EventEntry[] = [],
): Promise<Case> {
  const at = instantText(caseTimeOf(current, wallNow));
  requireDecider(dependencies, current, act);
  const part = current.parts.find(({ partId }) => partId === act.on);
  if (part === undefined || part.decision !== null) throw new RuleRefusedError('case_not_possible');
  if (current.proposals.some((proposal) => 'partId' in proposal && proposal.partId === part.partId)) {
    throw new RuleRefusedError('already_waiting');
  }
  const files = filesOf(current, part.partId);
  // What is in a file nobody can tell from here: it always counts as personal data.
  const personalData = draft.personalData || files.length > 0;
  const allowed = checkDecision(current, part, { ...draft, personalData }, at);
  if (files.length > 0 && allowed.outcome === 'nothing_held') throw new RuleRefusedError('files_attached', 'outcome');
  // The type of the part may have changed since they were attached.
  if (files.some(({ mediaType }) => !mayAnswer(part.requestType, mediaType))) {
    throw new RuleRefusedError('file_not_portable');
  }
  const known = new Set(dependencies.organisation.dataCategories.map(({ categoryId }) => categoryId));
  if ((draft.kept ?? []).some(({ category }) => !known.has(category)))
    throw new RuleRefusedError('kept_required', 'kept');
  const actor = { kind: 'staff', staffId: act.staffId } as const;
  const { case: owned, entries: takenNow } = taken(current, act.staffId, at);
  const taking = [...before, ...takenNow];

  if (allowed.refusal !== null || personalData) {
    const textId = newTextId(current);
    const proposal: Proposal = {
      proposalId: nextProposalId(current),
      proposedBy: act.staffId,
      proposedAt: at,
      textId,
      partId: part.partId,
      ...(allowed.refusal === null
        ? { kind: 'release', outcome: allowed.outcome === 'answered' ? 'answered' : 'granted' }
        : {
            kind: 'refusal',
            outcome: allowed.outcome,
            ground: allowed.refusal.ground,
            personalData,
            kept: (draft.kept ?? []).map(({ category, until }) => ({
              category,
              until,
              ground: allowed.refusal.ground,
            })),
          }),
    };
    const text: CaseText = newText(current, {
      kind: 'draft',
      from: actor,
      at,
      texts: {
        text: draft.text,
        ...(allowed.refusal !== null && { scope: allowed.refusal.scope, facts: allowed.refusal.facts }),
      },
    });
    return proposalChange(dependencies, current, { act, next: owned, entries: taking, proposal, text, at }, wallNow);
  }

  const settled = settleParts(
    owned,
    {
      [part.partId]:
        allowed.outcome === 'nothing_held'
          ? { outcome: allowed.outcome, decidedAt: at, decidedBy: actor }
          : { outcome: allowed.outcome, decidedAt: at, decidedBy: actor, releasedBy: null },
    },
    actor,
    at,
  );
  const answer: Answer = {
    schemaVersion: 1,
    caseNumber: current.caseNumber,
    partId: part.partId,
    text: draft.text,
    refusal: null,
    writtenBy: act.staffId,
    writtenAt: at,
  };
  return commitChange(
    dependencies,
    current,
    { ...settled, entries: [...taking, ...settled.entries], answers: [answer], ...usedLink(act) },
    wallNow,
  );
}
