import { refusalLetter } from '../../domain/cases/decision-letter.ts';
import { REFUSAL_GROUNDS, refusalGroundSchema, type RefusalGround } from '../../domain/cases/refusal-grounds.ts';
import { refusalGroundsOf, requestTypeSchema, type RequestType } from '../../domain/cases/request-types.ts';
import type { Language } from '../../domain/languages.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import type { DecisionLetterModel } from '../../views/letters/letter-sections.ts';
import { CASE_NUMBER, date } from './sample-case.ts';

type Words = Readonly<Record<Language, string>>;

const SCOPES: Readonly<Partial<Record<RequestType, Words>>> = {
  access: { nl: 'Een kopie van onze brieven aan u van 2025.', en: 'A copy of our letters to you of 2025.' },
  rectification: { nl: 'Uw geboortejaar in ons systeem.', en: 'Your year of birth in our system.' },
  erasure: { nl: 'Uw rekeningen van 2024 en 2025.', en: 'Your invoices of 2024 and 2025.' },
  portability: { nl: 'Een bestand met uw gesprekken.', en: 'A file with your calls.' },
  restriction: { nl: 'Het stilzetten van uw betaalgegevens.', en: 'The freezing of your payment data.' },
  objection: { nl: 'Het stoppen met ons onderzoek naar fraude.', en: 'The end of our investigation into fraud.' },
  automated_decision: {
    nl: 'Een nieuw besluit over kopen op rekening.',
    en: 'A new decision about buying on account.',
  },
};

const FACTS: Readonly<Partial<Record<RefusalGround, Words>>> = {
  gdpr_11_2_not_identifiable: {
    nl: 'Wij vroegen u op vrijdag 12 juni 2026 wie u bent. Wij vroegen het nog twee keer. Wij kregen geen antwoord.',
    en: 'On Friday 12 June 2026 we asked who you are. We asked twice more. We had no answer.',
  },
  open_invoice: {
    nl: 'Op 3 maart 2025 kocht u een telefoon. De rekening is nog niet betaald.',
    en: 'On 3 March 2025 you bought a phone. The invoice has not been paid yet.',
  },
  contract_running: {
    nl: 'Uw abonnement loopt tot en met 31 december 2026.',
    en: 'Your subscription runs until 31 December 2026.',
  },
};
const ANY_FACTS: Words = {
  nl: 'Wij bekeken uw zaak op maandag 29 juni 2026. De privacy officer keek mee.',
  en: 'We looked at your case on Monday 29 June 2026. The privacy officer looked as well.',
};
const DONE: Words = {
  nl: 'De rest van uw vraag voeren wij uit. Dat is op woensdag 8 juli 2026 klaar.',
  en: 'We carry out the rest of what you asked. That is ready on Wednesday 8 July 2026.',
};

/** One refusal, whole or partial, on every ground there is. */
export function sampleRefusals(organisation: OrganisationProfile, language: Language): readonly DecisionLetterModel[] {
  return refusalGroundSchema.options.map((ground) => refusalOn(ground, organisation, language));
}

function refusalOn(ground: RefusalGround, organisation: OrganisationProfile, language: Language): DecisionLetterModel {
  const requestType = typeFor(ground);
  const { partialOnly, keepsUntil } = REFUSAL_GROUNDS[ground];
  const [category] = organisation.dataCategories;
  return {
    caseNumber: CASE_NUMBER,
    requestType,
    outcome: partialOnly || keepsUntil ? 'partly_granted' : 'refused',
    text: DONE[language],
    refusal: refusalLetter(organisation, language, {
      scope: SCOPES[requestType]?.[language] ?? '',
      facts: (FACTS[ground] ?? ANY_FACTS)[language],
    }),
    ground,
    kept:
      keepsUntil && category !== undefined
        ? [{ categoryName: category.name[language], ground, until: date('2031-12-31') }]
        : [],
    recipientsTold: [],
    decidedOn: date('2026-07-01'),
    organisation,
  };
}

function typeFor(ground: RefusalGround): RequestType {
  const type = requestTypeSchema.options.findLast((requestType) => refusalGroundsOf(requestType).includes(ground));
  if (type === undefined) throw new RangeError('every ground is for some type');
  return type;
}
