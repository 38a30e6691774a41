import { collectionCodeOf, isCodeTold } from '../../domain/cases/collection-code.ts';
import type { DecidedAction } from '../../domain/desk/use-cases/decide-action.ts';
import type { StaffAction } from '../../domain/desk/staff-actions.ts';
import type { StaffInput } from '../../domain/desk/staff-input.ts';
import { parseInstant } from '../../domain/instants.ts';
import type { KeyRing } from '../../domain/ports.ts';
import { actionDonePage, doneByPage, type NextStep } from '../../views/pages/action-result-pages.ts';
import type { PageContext } from '../../views/pages/page-context.ts';
import { nameOf } from './name-of.ts';

type Done = Extract<DecidedAction, { outcome: 'done' }>;
type DoneBefore = Extract<DecidedAction, { outcome: 'done_before' }>;

/** The page after an action that was carried out: what was done and what comes next. */
export function donePage(context: PageContext, keys: KeyRing, decided: Done, input: StaffInput): string {
  const { action, case: subject } = decided;
  return actionDonePage(context, {
    caseNumber: subject.caseNumber,
    action,
    nextStep: nextStepOf(decided, input),
    ...(input.action === 'issue_code' && {
      newCode: { code: collectionCodeOf(keys, subject), through: input.through },
    }),
    noCodeYet: NEED_A_CODE.has(action) && !isCodeTold(subject),
  });
}

/** After these the requester needs the code, now or soon. */
const NEED_A_CODE: ReadonlySet<StaffAction> = new Set(['accept', 'answer', 'approve']);

/** What came with a press too late, to be given back. */
export interface TypedInVain {
  readonly staffId: string;
  readonly texts: readonly string[];
}

/** The page after a second press: who did it before and when. */
export function doneBeforePage(
  context: PageContext,
  { action, case: subject, ...before }: DoneBefore,
  { staffId, texts: typed }: TypedInVain,
): string {
  const byName = nameOf(before, context.organisation, context.language);
  const { caseNumber } = subject;
  const at = parseInstant(before.at);
  return doneByPage(context, { what: action, caseNumber, byName, at, typed, isOwn: before.staffId === staffId });
}

function nextStepOf({ case: subject }: Done, input: StaffInput): NextStep {
  const { action } = input;
  if (action === 'take') return 'answer_parts';
  if (action === 'accept') return 'case_opened';
  if (action === 'issue_code') return 'pass_code_on';
  if (action === 'approve' && !input.approved) return 'sent_back';
  if (action === 'approve' || action === 'answer') {
    if (subject.status === 'closed') return 'case_closed';
    return action === 'answer' && waits(input, subject.proposals.length) ? 'waiting' : 'parts_remain';
  }
  return (action === 'extend' || action === 'retype') && subject.proposals.length > 0 ? 'waiting' : 'nothing';
}

/** A refusal, in whole or part, and personal data wait for a second person. */
function waits({ draft }: Extract<StaffInput, { action: 'answer' }>, proposals: number): boolean {
  return proposals > 0 && (draft.personalData || draft.outcome === 'refused' || draft.outcome === 'partly_granted');
}
