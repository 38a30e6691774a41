import { list, paragraph, type Block } from '../mails/blocks.ts';
import { dateOrGap, namesOf, section, type DraftContext } from './draft-context.ts';

/** Advertising has stopped (GDPR art. 21(3)); there is no other answer. */
export function marketingBody(context: DraftContext): readonly Block[] {
  const words = context.texts.drafts.marketing;
  return [
    paragraph(words.lead(dateOrGap(context.facts.carriedOutDate, context))),
    ...section(words.whatHeading, words.what),
    ...serviceAndReturn(context),
  ];
}

/** Consent has ended (GDPR art. 7(3)); there is no other answer. */
export function withdrawalBody(context: DraftContext): readonly Block[] {
  const words = context.texts.drafts.withdrawal;
  return [
    paragraph(words.lead(dateOrGap(context.facts.carriedOutDate, context))),
    ...section(words.whatHeading, words.what),
    ...section(words.beforeHeading, words.before),
    ...serviceAndReturn(context),
  ];
}

function serviceAndReturn({ texts }: DraftContext): readonly Block[] {
  const words = texts.drafts.marketing;
  return [...section(words.serviceHeading, words.service), ...section(words.returnHeading, words.return)];
}

/** The answer first, then where the privacy statement says so. */
export function questionBody({ organisation, texts }: DraftContext): readonly Block[] {
  const words = texts.drafts.answer;
  return [
    paragraph(words.lead),
    ...section(words.moreHeading, words.more),
    ...section(words.statementHeading, paragraph(words.statement, { url: organisation.statementUrl })),
  ];
}

/** A finding for each point, and what is done about it. */
export function complaintBody({ texts }: DraftContext): readonly Block[] {
  const words = texts.drafts.complaint;
  return [
    paragraph(words.lead),
    ...section(words.complaintHeading, words.complaint),
    ...section(words.pointsHeading, list(words.points), words.sorry),
    ...section(words.measureHeading, words.measure),
  ];
}

/** Nothing was found, and where it was looked for. */
export function nothingHeldBody({ organisation, language, texts }: DraftContext): readonly Block[] {
  const words = texts.drafts.nothingHeld;
  return [
    paragraph(words.lead),
    ...section(
      words.searchedHeading,
      words.searched,
      list(namesOf(organisation.sourceSystems, language)),
      texts.drafts.access.remove,
    ),
    ...section(words.stillHeading, words.still),
    ...section(words.otherHeading, words.other),
  ];
}
