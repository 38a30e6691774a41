import type { Language } from '../../domain/languages.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import type { MailModel } from '../../domain/outbox/mail-model.ts';
import { paragraph, type Block } from '../mails/blocks.ts';
import { draftOf } from '../mails/render-mail.ts';
import { textsOf } from '../texts/texts-of.ts';
import { decisionLetter } from './decision-letter.ts';
import { letterSignature } from './letter-parts.ts';
import type { DecisionLetterModel } from './letter-sections.ts';

/**
 * What a mail says, on paper, for a requester without an e-mail address. The answer itself takes the place of the mail
 * that says where to collect it; a button becomes its address, which the person can type.
 */
export function postedLetter(
  model: MailModel,
  answers: readonly DecisionLetterModel[],
  organisation: OrganisationProfile,
  language: Language,
): readonly Block[] {
  const signature = letterSignature(organisation, language);
  if (model.template === 'answer_ready') {
    return [...answers.flatMap((answer) => decisionLetter(answer, language)), ...signature];
  }
  const { blocks } = draftOf(model, { organisation, language, texts: textsOf(language) });
  const onPaper = blocks.map((block) =>
    block.kind === 'action' ? paragraph(`${block.label}:`, { url: block.url }) : block,
  );
  return [...onPaper, ...signature];
}
