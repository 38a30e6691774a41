import type { OrganisationProfile } from '../../../domain/organisation.ts';

/** What CT Telecom's statement rests on consent: its newsletter and its mailing. How often they come is made up. */
export const consents: OrganisationProfile['consents'] = {
  topics: [
    {
      topic: 'nieuwsbrief',
      name: { nl: 'Nieuwsbrief', en: 'Newsletter' },
      description: {
        nl: 'Nieuws over onze diensten. U krijgt hem hoogstens één keer per maand.',
        en: 'News about our services. You get it once a month at most.',
      },
      wordings: [
        {
          version: '2026-11',
          text: {
            nl: 'Ja, CT Telecom B.V. mag mij de nieuwsbrief mailen, met nieuws over de ontwikkeling van haar diensten. Ik kan mij op elk moment afmelden.',
            en: 'Yes, CT Telecom B.V. may e-mail me the newsletter, with news about the development of its services. I can unsubscribe at any time.',
          },
        },
      ],
    },
    {
      topic: 'mailing',
      name: { nl: 'Aanbiedingen', en: 'Offers' },
      description: {
        nl: 'Speciale aanbiedingen en acties. U krijgt ze hoogstens twee keer per maand.',
        en: 'Special offers and promotions. You get them twice a month at most.',
      },
      wordings: [
        {
          version: '2026-11',
          text: {
            nl: 'Ja, CT Telecom B.V. mag mij mails sturen met speciale aanbiedingen en acties. Ik kan mij op elk moment afmelden.',
            en: 'Yes, CT Telecom B.V. may send me e-mails with special offers and promotions. I can unsubscribe at any time.',
          },
        },
      ],
    },
  ],
  age: 16,
  ageStatement: { nl: 'Ik ben 16 jaar of ouder.', en: 'I am 16 years or older.' },
  notice: {
    noticeId: 'privacyverklaring',
    version: '2026',
    language: 'nl',
    sha256: 'a051896250ee02239977e67fb373c9567c7113f2595d982912379b4383aa725a',
    url: 'https://www.cttelecom.nl/privacyverklaring',
  },
  retention: {
    nl: 'Zolang uw toestemming geldt en vijf jaar daarna, als bewijs. Uw e-mailadres verdwijnt 35 dagen na uw afmelding.',
    en: 'As long as your consent is in force and five years after, as proof. Your e-mail address goes 35 days after you unsubscribe.',
  },
  recipients: [
    {
      nl: 'Het bedrijf dat onze nieuwsbrieven verstuurt',
      en: 'The company that sends our newsletters',
    },
  ],
  storageLocation: { nl: 'Europese Unie (Ierland)', en: 'European Union (Ireland)' },
};
