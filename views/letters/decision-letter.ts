import { REQUEST_TYPE_RULES } from '../../domain/cases/request-types.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import type { Language } from '../../domain/languages.ts';
import { facts, heading, paragraph, type Block } from '../mails/blocks.ts';
import { authorityBlocks, wayToCourt, type MailContext } from '../mails/mail-parts.ts';
import { textsOf } from '../texts/texts-of.ts';
import { type DecisionLetterModel, keptBlocks, toldBlocks } from './letter-sections.ts';
import { refusalBlocks } from './refusal-blocks.ts';
import { writtenBlocks } from './written-blocks.ts';

/**
 * The letter about one decided part, as blocks for a page, a text or a print; without greeting and sender. An answer
 * that began as a draft names the authority and the court itself: they are not said twice. A refusal says them as they
 * were approved. Throws RangeError for a refusal of a type that has none, or without its parts.
 */
export function decisionLetter(model: DecisionLetterModel, language: Language): readonly Block[] {
  const context: MailContext = { organisation: model.organisation, language, texts: textsOf(language) };
  const [lead, ...body] = bodyOf(model, context);
  const about = facts([
    { label: context.texts.words.labels.caseNumber, value: model.caseNumber },
    { label: context.texts.letters.labels.decidedOn, value: formatDate(model.decidedOn, language) },
  ]);
  return [
    heading(context.texts.words.asks[model.requestType]),
    ...(lead === undefined || isWholeLetter(model, context) ? [about] : [lead, about]),
    ...body,
  ];
}

function bodyOf(model: DecisionLetterModel, context: MailContext): readonly Block[] {
  switch (model.outcome) {
    case 'refused':
    case 'partly_granted':
      return refusalBlocks(model, context);
    case 'withdrawn': {
      const { withdrawn, again } = context.texts.letters;
      return [paragraph(withdrawn), paragraph(again)];
    }
    case 'answered':
    case 'granted':
    case 'nothing_held':
      return answerBlocks(model, context);
  }
}

/** An answer that began as a draft is a whole letter: its own first sentence is the main message. */
function isWholeLetter({ text, refusal }: DecisionLetterModel, { texts }: MailContext): boolean {
  return refusal === null && text.includes(texts.requesterMails.regards);
}

function answerBlocks(model: DecisionLetterModel, context: MailContext): readonly Block[] {
  const { letters } = context.texts;
  const lead = model.outcome === 'nothing_held' ? letters.nothingHeld : letters.done[model.requestType];
  return [
    paragraph(lead),
    ...(model.text === '' ? carriedOutBlocks(model, context) : writtenBlocks(model.text)),
    ...keptBlocks(model, context),
    ...toldBlocks(model, context),
    ...remedies(model, context),
  ];
}

/** What the desk carried out at once, without anybody writing (GDPR art. 7(3), 21(3)). */
function carriedOutBlocks({ decidedOn, requestType }: DecisionLetterModel, { texts, language }: MailContext) {
  if (!REQUEST_TYPE_RULES[requestType].carriedOutAtOnce) return [];
  const { serviceHeading, service, returnHeading, return: back } = texts.requesterMails.marketingStopped;
  return [
    paragraph(texts.letters.since(formatDate(decidedOn, language))),
    heading(serviceHeading),
    paragraph(service),
    heading(returnHeading),
    paragraph(back),
  ];
}

function remedies({ requestType, text }: DecisionLetterModel, context: MailContext): readonly Block[] {
  const { organisation, language, texts } = context;
  const { supervisoryAuthority, marketingAuthority, courtSentence } = organisation;
  const rules = REQUEST_TYPE_RULES[requestType];
  const hasCourt = rules.hasStatutoryLimit && !rules.carriedOutAtOnce;
  const { marketingHeading, marketing } = texts.letters;
  return [
    ...(text.includes(supervisoryAuthority.website) ? [] : authorityBlocks(context)),
    ...(requestType === 'complaint' && marketingAuthority !== null && !text.includes(marketingAuthority.name)
      ? [heading(marketingHeading), paragraph(marketing(marketingAuthority.name), { url: marketingAuthority.website })]
      : []),
    ...(hasCourt && !text.includes(courtSentence[language]) ? wayToCourt(context) : []),
  ];
}
