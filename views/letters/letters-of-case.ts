import { Temporal } from 'temporal-polyfill';
import type { Answer, Case } from '../../domain/cases/case.ts';
import type { Part } from '../../domain/cases/part.ts';
import type { TaskOf } from '../../domain/cases/task.ts';
import { civilDate } from '../../domain/deadlines/deadlines.ts';
import { parseInstant } from '../../domain/instants.ts';
import type { Language } from '../../domain/languages.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import type { DecisionLetterModel, RecipientState } from './letter-sections.ts';

/**
 * The letters of a case, one for each decided part in order of the parts, ready for `decisionLetter`. `language` is that
 * of the names of data categories. Confidential recipients are left out. A refusal whose content has been erased has no
 * letter any more.
 */
export function lettersOfCase(
  subject: Case,
  answers: readonly Answer[],
  organisation: OrganisationProfile,
  language: Language,
): readonly DecisionLetterModel[] {
  return subject.parts.flatMap((part) => {
    const { decision, partId, requestType } = part;
    if (decision === null) return [];
    const answer = answers.find((one) => one.partId === partId);
    const refusal = 'refusal' in decision ? decision.refusal : null;
    if (refusal !== null && (answer?.refusal ?? null) === null) return [];
    return [
      {
        caseNumber: subject.caseNumber,
        requestType,
        outcome: decision.outcome,
        text: answer?.text ?? '',
        refusal: answer?.refusal ?? null,
        ground: refusal?.ground ?? null,
        kept: (refusal?.kept ?? []).map(({ category, ground, until }) => ({
          categoryName:
            organisation.dataCategories.find(({ categoryId }) => categoryId === category)?.name[language] ?? category,
          ground,
          until: Temporal.PlainDate.from(until),
        })),
        recipientsTold: recipientsToldOf(subject, part, organisation),
        decidedOn: civilDate(parseInstant(decision.decidedAt)),
        organisation,
      },
    ];
  });
}

function recipientsToldOf(
  { tasks }: Case,
  { partId }: Part,
  { recipients }: OrganisationProfile,
): DecisionLetterModel['recipientsTold'] {
  return tasks.flatMap((task) => {
    if (task.kind !== 'recipient_notice' || task.partId !== partId) return [];
    const recipient = recipients.find(({ recipientId }) => recipientId === task.recipientId);
    const state = stateOf(task);
    return recipient === undefined || recipient.confidential || state === null ? [] : [{ name: recipient.name, state }];
  });
}

/** Null for a recipient that turned out not to have got the data. */
function stateOf({ ended }: TaskOf<'recipient_notice'>): RecipientState | null {
  if (ended === null) return 'told';
  switch (ended.as) {
    case 'done':
    case 'confirmed':
      return 'confirmed';
    case 'failed':
    case 'impossible':
    case 'disproportionate':
      return ended.as;
    case 'cancelled':
      return null;
  }
}
