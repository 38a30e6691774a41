import { REQUEST_TYPE_RULES, requestTypeSchema, type RequestType } from '../../domain/cases/request-types.ts';
import type { Language } from '../../domain/languages.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import { draftAnswer } from '../../views/letters/draft-answer.ts';
import type { DecisionLetterModel } from '../../views/letters/letter-sections.ts';
import { filledDraft } from './filled-gaps.ts';
import { CASE_NUMBER, date, REQUESTER_NAME } from './sample-case.ts';
import { sampleRefusals } from './sample-refusals.ts';

const decidedOn = date('2026-07-01');

/** Letters of a language: every type as it was asked, every other outcome, and every ground of refusal once. */
export function sampleLetters(organisation: OrganisationProfile, language: Language): readonly DecisionLetterModel[] {
  const withoutRefusal = {
    caseNumber: CASE_NUMBER,
    refusal: null,
    ground: null,
    kept: [],
    recipientsTold: [],
    decidedOn,
    organisation,
  };
  const question = { nl: 'Wij bewaren uw rekeningen zeven jaar.', en: 'We keep your invoices for seven years.' };
  return [
    ...requestTypeSchema.options.map((requestType) => done(requestType, organisation, language)),
    {
      ...withoutRefusal,
      requestType: 'access',
      outcome: 'nothing_held',
      text: finished('access', organisation, language, true),
    },
    { ...withoutRefusal, requestType: 'question', outcome: 'answered', text: question[language] },
    { ...withoutRefusal, requestType: 'erasure', outcome: 'withdrawn', text: '' },
    ...sampleRefusals(organisation, language),
  ];
}

/** What was asked is done, in the words of the draft for that type. */
function done(requestType: RequestType, organisation: OrganisationProfile, language: Language): DecisionLetterModel {
  const { outcomes, carriedOutAtOnce, told } = REQUEST_TYPE_RULES[requestType];
  const names = told === 'recipients' ? organisation.recipients.slice(0, 3).map(({ name }) => name) : [];
  return {
    caseNumber: CASE_NUMBER,
    requestType,
    outcome: outcomes.includes('granted') ? 'granted' : 'answered',
    text: carriedOutAtOnce ? '' : finished(requestType, organisation, language, false),
    refusal: null,
    ground: null,
    kept: [],
    recipientsTold: names.map((name, index) => ({ name, state: index === 0 ? 'confirmed' : 'told' })),
    decidedOn,
    organisation,
  };
}

function finished(
  requestType: RequestType,
  organisation: OrganisationProfile,
  language: Language,
  nothingHeld: boolean,
): string {
  const draft = draftAnswer(organisation, requestType, language, {
    caseNumber: CASE_NUMBER,
    requesterName: REQUESTER_NAME,
    receivedDate: date('2026-06-09'),
    today: decidedOn,
    nothingHeld,
  });
  return filledDraft(draft, language);
}
