import { Temporal } from 'temporal-polyfill';
import { checkDecision } from '../../domain/cases/check-decision.ts';
import { refusalLetter } from '../../domain/cases/decision-letter.ts';
import { civilDate } from '../../domain/deadlines/deadlines.ts';
import type { StaffInputOf } from '../../domain/desk/staff-input.ts';
import { RuleRefusedError, type Rule } from '../../domain/errors.ts';
import { instantText } from '../../domain/instants.ts';
import { decisionLetter } from '../../views/letters/decision-letter.ts';
import { letterHtml } from '../../views/letters/letter-parts.ts';
import type { PageContext } from '../../views/pages/page-context.ts';
import type { StaffActionModel } from '../../views/pages/staff-action-page.ts';
import { partOf } from '../../views/pages/staff-form-options.ts';

/** What is checked behind the parts of a refusal: a letter can be looked at before it may be given. */
const NOT_ABOUT_THE_LETTER: ReadonlySet<Rule> = new Set([
  'identity_needed',
  'mandate_needed',
  'access_first',
  'files_attached',
]);

/**
 * The letter of the answer that is filled in, as the requester would read it today, in the requester's language.
 * Throws RuleRefusedError when what is filled in makes no letter.
 */
export function previewOf(
  { draft }: StaffInputOf<'answer'>,
  model: StaffActionModel,
  { organisation }: PageContext,
): StaffActionModel['preview'] {
  const { case: subject, at } = model.view;
  const part = partOf(model);
  if (part === undefined || subject.status !== 'open') return undefined;
  try {
    checkDecision(subject, part, draft, instantText(at));
  } catch (error) {
    if (!(error instanceof RuleRefusedError) || !NOT_ABOUT_THE_LETTER.has(error.rule)) throw error;
  }
  const { caseNumber, language } = subject;
  const { outcome, text, ground = null, scope = '', facts = '', kept = [] } = draft;
  const isRefusal = outcome === 'refused' || outcome === 'partly_granted';
  const categoryNames = new Map(
    organisation.dataCategories.map(({ categoryId, name }) => [categoryId, name[language]]),
  );
  const letter = decisionLetter(
    {
      caseNumber,
      requestType: part.requestType,
      outcome,
      text,
      refusal: isRefusal ? refusalLetter(organisation, language, { scope, facts }) : null,
      ground: isRefusal ? ground : null,
      kept:
        ground === null || !isRefusal
          ? []
          : kept.map(({ category, until }) => ({
              categoryName: categoryNames.get(category) ?? category,
              ground,
              until: Temporal.PlainDate.from(until),
            })),
      recipientsTold: [],
      decidedOn: civilDate(at),
      organisation,
    },
    language,
  );
  return letterHtml(letter);
}
