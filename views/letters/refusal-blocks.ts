import type { RequestType } from '../../domain/cases/request-types.ts';
import { heading, paragraph, type Block } from '../mails/blocks.ts';
import type { MailContext } from '../mails/mail-parts.ts';
import type { Texts } from '../texts/nl.ts';
import { groundWords } from './ground-words.ts';
import { keptBlocks, toldBlocks, type DecisionLetterModel } from './letter-sections.ts';
import { writtenBlocks } from './written-blocks.ts';

/**
 * A refusal, in whole or in part: first what is not done, then its ground in normal words, the facts, what is done, and
 * the ways on: a second look, the authority, the court (GDPR art. 12(4)). Throws RangeError when a part is
 * missing.
 */
export function refusalBlocks(model: DecisionLetterModel, context: MailContext): readonly Block[] {
  const { refusal, ground, outcome, requestType, text } = model;
  if (refusal === null || ground === null) throw new RangeError('a refusal has its parts');
  const { organisation, texts } = context;
  const { letters, requesterMails, shared } = texts;
  const { sentence, rule } = groundWords(ground, context);
  const leads = outcome === 'refused' ? letters.refused : letters.partlyRefused;
  return [
    paragraph(leads[refusable(requestType)]),
    ...section(letters.scopeHeading, writtenBlocks(refusal.scope)),
    ...section(letters.groundHeading, [paragraph(sentence)]),
    ...section(letters.factsHeading, writtenBlocks(refusal.facts)),
    ...section(letters.doneHeading, writtenBlocks(text)),
    ...(ground === 'gdpr_11_2_not_identifiable' ? section(letters.restartHeading, [paragraph(letters.restart)]) : []),
    ...keptBlocks(model, context),
    ...toldBlocks(model, context),
    ...section(letters.reconsiderHeading, [
      paragraph(letters.reconsider(organisation.phone, organisation.supportEmail)),
    ]),
    ...section(requesterMails.authorityHeading, [
      paragraph(shared.authoritySentence(organisation.supervisoryAuthority.name)),
      paragraph(refusal.authority),
    ]),
    ...section(requesterMails.promiseMissed.courtHeading, [paragraph(refusal.court)]),
    ...section(letters.rulesHeading, [paragraph(rule), paragraph(letters.privacyLaw)]),
  ];
}

function section(question: string, answer: readonly Block[]): readonly Block[] {
  return answer.length === 0 ? [] : [heading(question), ...answer];
}

type Refusable = keyof Texts['letters']['refused'];

function refusable(requestType: RequestType): Refusable {
  switch (requestType) {
    case 'access':
    case 'rectification':
    case 'erasure':
    case 'portability':
    case 'restriction':
    case 'objection':
    case 'automated_decision':
      return requestType;
    case 'marketing_objection':
    case 'consent_withdrawal':
    case 'question':
    case 'complaint':
      throw new RangeError('a request of this type is never refused');
  }
}
