import type { OrganisationProfile } from '../../domain/organisation.ts';
import { consents } from './ct-telecom/consents.ts';
import { dataCategories, processing } from './ct-telecom/processing.ts';
import { recipients } from './ct-telecom/recipients.ts';
import { departments, sourceSystems } from './ct-telecom/search.ts';
import { readLogo } from './read-logo.ts';

/** CT Telecom B.V., as its privacy statement introduces it. The staff are made up: put your own people here. */
export const ctTelecom: OrganisationProfile = {
  organisationId: 'ct-telecom',
  legalName: 'CT Telecom B.V.',
  brandName: 'CT Telecom',
  postalAddress: 'Rooseveltstraat 76, 2321BM Leiden',
  registrationNumber: '27321932',
  phone: '088-2350000',
  supportEmail: 'support@cleartalk.nl',
  // The statement's second address: a mailbox that is read, so that a reply reaches an official channel.
  mailFrom: { name: 'CT Telecom privacy', address: 'support@cttelecom.nl' },
  defaultLanguage: 'nl',
  // The statement names both pages without their addresses.
  statementUrl: 'https://www.cttelecom.nl/privacyverklaring',
  faqUrl: 'https://www.cttelecom.nl/vraag-en-antwoord',
  supervisoryAuthority: {
    name: 'Autoriteit Persoonsgegevens',
    website: 'https://autoriteitpersoonsgegevens.nl',
    postalAddress: 'Postbus 93374, 2509 AJ Den Haag',
    phone: '088-1805 250',
  },
  // Telecommunicatiewet art. 11.7.
  marketingAuthority: { name: 'Autoriteit Consument & Markt', website: 'https://www.acm.nl' },
  jurisdiction: {
    registrationLabel: { nl: 'KvK-nummer', en: 'Registration number (KvK)' },
    personalNumber: { nl: 'BSN', en: 'citizen service number (BSN)' },
    childAge: 16,
    restrictions: {
      nl: 'Dit staat in artikel 41 van de Uitvoeringswet. Die wet hoort in Nederland bij de privacywet.',
      en: 'This is in article 41 of the Dutch implementation act, which goes with the privacy law.',
    },
    taxDuty: {
      sentence: {
        nl: 'De belastingwet verplicht ons om deze gegevens zeven jaar te bewaren.',
        en: 'Tax law obliges us to keep these data for seven years.',
      },
      rule: {
        nl: 'Dit staat in artikel 52 van de Algemene wet inzake rijksbelastingen. De privacywet staat dat toe, in artikel 17, lid 3, onder b.',
        en: 'This is in article 52 of the Dutch General Taxes Act. The privacy law allows it in article 17(3)(b).',
      },
    },
  },
  isTelecomProvider: true,
  // UAVG art. 35: six weeks after the answer, no term when no answer came in time, no lawyer needed.
  courtSentence: {
    nl: 'U kunt met een verzoekschrift naar de rechtbank. Dat kan tot zes weken na ons antwoord. Antwoorden wij niet op tijd? Dan geldt die termijn niet. U hebt geen advocaat nodig.',
    en: 'You can file a petition with the district court (rechtbank). You can do so until six weeks after our answer. Do we not answer in time? Then that term does not apply. You do not need a lawyer.',
  },
  rightsText: {
    nl: 'U mag uw gegevens bekijken, verbeteren, verwijderen en meenemen. U mag ons vragen om ze een tijd niet te gebruiken. U mag bezwaar maken. Reclame stoppen wij dan altijd. Toestemming trekt u in wanneer u wilt. U mag een mens laten kijken naar een besluit van een computer.',
    en: 'You may see, correct, erase and take along your data. You may ask us not to use them for a while. You may object. We then always stop advertising. You withdraw consent whenever you like. You may have a person look at a decision made by a computer.',
  },
  calendar: { rules: 'nl', officeClosedOn5May: true },
  look: {
    accentColour: '#00587c',
    accentText: '#ffffff',
    accentOnDark: '#8ecdf0',
    logo: readLogo('ct-telecom'),
  },
  staff: [
    staff('anna-de-wit', 'Anna de Wit', 'handler', 'nl'),
    staff('sam-okafor', 'Sam Okafor', 'handler', 'en'),
    staff('joris-bakker', 'Joris Bakker', 'deputy', 'nl'),
    staff('fatima-el-idrissi', 'Fatima El Idrissi', 'team_lead', 'nl'),
    staff('pieter-van-dam', 'Pieter van Dam', 'privacy_officer', 'nl'),
    staff('marieke-visser', 'Marieke Visser', 'director', 'nl'),
    staff('lotte-mulder', 'Lotte Mulder', 'data_protection_officer', 'nl'),
  ],
  callBack: { name: 'Fatima El Idrissi', phone: '088-2350000' },
  recipients: [...recipients],
  processing: [...processing],
  dataCategories: [...dataCategories],
  sourceSystems: [...sourceSystems],
  departments: [...departments],
  consents,
  // The company's mail server keeps customer service's copy and sends the desk another.
  customerServiceEmail: null,
};

function staff(
  staffId: string,
  name: string,
  role: OrganisationProfile['staff'][number]['role'],
  language: OrganisationProfile['staff'][number]['language'],
): OrganisationProfile['staff'][number] {
  return { staffId, name, email: `${staffId.replaceAll('-', '.')}@cttelecom.nl`, role, language };
}
