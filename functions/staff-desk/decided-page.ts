import type { DecidedAction } from '../../domain/desk/use-cases/decide-action.ts';
import { parseInstant } from '../../domain/instants.ts';
import { actionDonePage, doneByPage, type NextStep } from '../../views/pages/action-result-pages.ts';
import type { PageContext } from '../../views/pages/page-context.ts';
import { nameOf } from './name-of.ts';

type Done = Extract<DecidedAction, { outcome: 'done' }>;

/** The page after a decision: what was done and what comes next, or who did it before and when. */
export function decidedPage(
  context: PageContext,
  decided: Done | Extract<DecidedAction, { outcome: 'done_before' }>,
): string {
  if (decided.outcome === 'done') {
    return actionDonePage(context, {
      caseNumber: decided.case.caseNumber,
      action: decided.action,
      nextStep: nextStepOf(decided),
    });
  }
  const byName = nameOf(decided, context.organisation, context.language);
  return doneByPage(context, { what: decided.action, byName, at: parseInstant(decided.at) });
}

function nextStepOf({ action, case: subject }: Done): NextStep {
  if (action === 'take') return 'answer_parts';
  if (action === 'accept') return 'case_opened';
  if (action === 'dismiss') return 'nothing';
  return subject.status === 'closed' ? 'case_closed' : 'parts_remain';
}
