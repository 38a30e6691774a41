import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { OrganisationProfile } from '../../../domain/organisation.ts';

export const STATEMENT_URL = 'https://www.harbour-energy.example/privacy';

const statement = readFileSync(new URL('privacy-statement.en.txt', import.meta.url));

/** One newsletter, by consent. Notices of the general meeting are no advertising and need none. */
export const consents: OrganisationProfile['consents'] = {
  topics: [
    {
      topic: 'sunlight',
      name: { nl: 'Sunlight, ons nieuws', en: 'Sunlight, our news' },
      description: {
        nl: 'Vier keer per jaar: nieuwe daken, prijzen en tips om stroom te sparen.',
        en: 'Four times a year: new roofs, prices and ways to save power.',
      },
      wordings: [
        {
          version: '2026-10',
          text: {
            nl: 'Ja, Harbour Energy mag mij Sunlight mailen. Ik kan op elk moment stoppen.',
            en: 'Yes, Harbour Energy may e-mail me Sunlight. I can stop at any time.',
          },
        },
      ],
    },
  ],
  // S.L. 586.11: thirteen, not the sixteen of the GDPR.
  age: 13,
  ageStatement: { nl: 'Ik ben 13 jaar of ouder.', en: 'I am 13 years or older.' },
  notice: {
    noticeId: 'privacy-statement',
    version: '2026-10',
    language: 'en',
    sha256: createHash('sha256').update(statement).digest('hex'),
    url: STATEMENT_URL,
  },
  retention: {
    nl: 'Zolang u Sunlight krijgt en vijf jaar daarna, als bewijs. Uw e-mailadres verdwijnt 35 dagen nadat u stopt.',
    en: 'As long as you get Sunlight and five years after, as proof. Your e-mail address goes 35 days after you stop.',
  },
  recipients: [{ nl: 'Het bedrijf dat Sunlight verstuurt', en: 'The company that sends Sunlight' }],
  storageLocation: { nl: 'Europese Unie (Ierland)', en: 'European Union (Ireland)' },
};
