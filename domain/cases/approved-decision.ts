import { RuleRefusedError } from '../errors.ts';
import { instantText } from '../instants.ts';
import type { Answer } from './case.ts';
import { checkDecision } from './check-decision.ts';
import type { ProposedChange } from './commit-change.ts';
import type { Decision } from './decision.ts';
import { letterHashOf, refusalLetter } from './decision-letter.ts';
import type { ProposalOf } from './proposal.ts';
import { settleParts } from './settle-part.ts';
import type { Approval } from './approval.ts';

/**
 * Carries out an approved decision. The rules are asked once more: between proposal and approval the case may have
 * changed. Throws RuleRefusedError.
 */
export function approvedDecision(
  { dependencies, current, text, approver, at: instant }: Approval,
  proposal: ProposalOf<'refusal'> | ProposalOf<'release'>,
): ProposedChange {
  const at = instantText(instant);
  const part = current.parts.find(({ partId }) => partId === proposal.partId);
  if (part === undefined || part.decision !== null) throw new RuleRefusedError('case_not_possible');
  const { text: answerText = '', scope, facts } = text.texts;
  const allowed = checkDecision(
    current,
    part,
    {
      outcome: proposal.outcome,
      text: answerText,
      personalData: proposal.kind === 'release' || proposal.personalData,
      ...(proposal.kind === 'refusal' && { ground: proposal.ground, kept: proposal.kept, scope, facts }),
    },
    at,
  );
  const by = { decidedAt: at, decidedBy: { kind: 'staff', staffId: proposal.proposedBy } } as const;
  const letter =
    allowed.refusal === null ? null : refusalLetter(dependencies.organisation, current.language, allowed.refusal);
  const answer: Answer = {
    schemaVersion: 1,
    caseNumber: current.caseNumber,
    partId: part.partId,
    text: answerText,
    refusal: letter,
    writtenBy: proposal.proposedBy,
    writtenAt: at,
  };
  const decision: Decision =
    proposal.kind === 'release'
      ? { outcome: proposal.outcome, ...by, releasedBy: approver }
      : {
          outcome: proposal.outcome,
          ...by,
          refusal: {
            ground: proposal.ground,
            approvedBy: approver,
            approvedAt: at,
            letterHash: letter === null ? '' : letterHashOf(letter, answerText),
            kept: proposal.kept,
          },
        };
  return { ...settleParts(current, { [part.partId]: decision }, by.decidedBy, at), answers: [answer] };
}
