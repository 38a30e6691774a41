import type { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../domain/deadlines/format.ts';
import type { Language } from '../../domain/languages.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import { facts, heading, paragraph, type Block } from '../mails/blocks.ts';
import { textsOf } from '../texts/texts-of.ts';

/** A closed case and what becomes of it. Civil dates, each the last day. */
export interface ClosingLetterModel {
  readonly caseNumber: string;
  readonly closedOn: Temporal.PlainDate;
  readonly contentUntil: Temporal.PlainDate;
  readonly proofUntil: Temporal.PlainDate;
  readonly organisation: OrganisationProfile;
}

/** Says that the case is closed, which of its data go when, and how to have it opened again. */
export function closingLetter(model: ClosingLetterModel, language: Language): readonly Block[] {
  const { letters, words } = textsOf(language);
  const { closed } = letters;
  return [
    paragraph(closed.lead(formatDate(model.closedOn, language))),
    facts([{ label: words.labels.caseNumber, value: model.caseNumber }]),
    heading(closed.againHeading),
    paragraph(closed.again(model.organisation.phone)),
    heading(closed.contentHeading),
    paragraph(closed.content(formatDate(model.contentUntil, language))),
    heading(closed.proofHeading),
    paragraph(closed.proof(formatDate(model.proofUntil, language))),
  ];
}
