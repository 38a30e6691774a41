import { REQUEST_TYPE_RULES, type RequestType } from '../../domain/cases/request-types.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import type { Language } from '../../domain/languages.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import { paragraph, type Block } from '../mails/blocks.ts';
import { greeting } from '../mails/greeting.ts';
import { authorityBlocks, closing, courtBlocks } from '../mails/mail-parts.ts';
import { textPart } from '../mails/text-part.ts';
import { textsOf } from '../texts/texts-of.ts';
import { accessBody } from './draft-access.ts';
import { section, type DraftContext, type DraftFacts } from './draft-context.ts';
import { complaintBody, marketingBody, nothingHeldBody, questionBody, withdrawalBody } from './draft-others.ts';
import {
  automatedDecisionBody,
  erasureBody,
  objectionBody,
  portabilityBody,
  rectificationBody,
  restrictionBody,
} from './draft-rights.ts';

const BODIES: Readonly<Record<RequestType, (context: DraftContext) => readonly Block[]>> = {
  access: accessBody,
  rectification: rectificationBody,
  erasure: erasureBody,
  portability: portabilityBody,
  restriction: restrictionBody,
  objection: objectionBody,
  marketing_objection: marketingBody,
  consent_withdrawal: withdrawalBody,
  automated_decision: automatedDecisionBody,
  question: questionBody,
  complaint: complaintBody,
};

/** Articles of the GDPR; a question and a complaint rest on the privacy statement alone. */
const ARTICLES: Readonly<Record<RequestType, string | null>> = {
  access: '15',
  rectification: '16',
  erasure: '17',
  portability: '20',
  restriction: '18',
  objection: '21',
  marketing_objection: '21',
  consent_withdrawal: '7',
  automated_decision: '22',
  question: null,
  complaint: null,
};

/**
 * A draft of the answer that grants a request, in the requester's language, as plain text. It holds every item of
 * `REQUIRED_CONTENTS`; what only the handler knows stands as a gap between square brackets. Confidential recipients
 * are never in it. Refusals have their own letter.
 */
export function draftAnswer(
  organisation: OrganisationProfile,
  requestType: RequestType,
  language: Language,
  facts: DraftFacts,
): string {
  const texts = textsOf(language);
  const context: DraftContext = { organisation, language, texts, facts };
  const nothingHeld = facts.nothingHeld === true && REQUEST_TYPE_RULES[requestType].outcomes.includes('nothing_held');
  const [lead, ...body] = nothingHeld ? nothingHeldBody(context) : BODIES[requestType](context);
  return textPart([
    paragraph(greeting(facts.requesterName, texts)),
    ...(lead === undefined ? [] : [lead]),
    paragraph(texts.drafts.received(formatDate(facts.receivedDate, language))),
    ...body,
    ...section(texts.drafts.questionHeading, texts.drafts.question(organisation.phone, organisation.supportEmail)),
    ...remedies(requestType, context),
    ...rules(requestType, context),
    ...closing(facts.caseNumber, context),
  ]);
}

/** Absolute requests end in what was asked: where to complain, but nothing to take to court. */
function remedies(requestType: RequestType, context: DraftContext): readonly Block[] {
  if (REQUEST_TYPE_RULES[requestType].carriedOutAtOnce) return authorityBlocks(context);
  const { marketingAuthority } = context.organisation;
  const { marketingHeading, marketing } = context.texts.drafts.complaint;
  return [
    ...authorityBlocks(context),
    ...(requestType === 'complaint' && marketingAuthority !== null
      ? section(marketingHeading, paragraph(marketing(marketingAuthority.name), { url: marketingAuthority.website }))
      : []),
    ...courtBlocks([requestType], context),
  ];
}

function rules(requestType: RequestType, { texts }: DraftContext): readonly Block[] {
  const article = ARTICLES[requestType];
  return article === null ? [] : section(texts.drafts.rulesHeading, texts.drafts.rules(article));
}
