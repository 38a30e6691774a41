import type { OrganisationProfile } from '../../domain/organisation.ts';
import { consents, STATEMENT_URL } from './harbour-energy/consents.ts';
import { dataCategories, processing } from './harbour-energy/processing.ts';
import { recipients } from './harbour-energy/recipients.ts';
import { departments, sourceSystems } from './harbour-energy/search.ts';
import { readLogo } from './read-logo.ts';

/**
 * An energy co-operative in Malta that does not exist: it shows that nothing of the desk is tied to one organisation,
 * country or trade. The authority and the laws are real; a lawyer there has not looked at them. Its mail domain is
 * reserved (RFC 2606), and no number in Malta begins with a nought.
 */
export const harbourEnergy: OrganisationProfile = {
  organisationId: 'harbour-energy',
  legalName: 'Harbour Energy Co-operative Limited',
  brandName: 'Harbour Energy',
  postalAddress: '14 Old Mint Street, Valletta VLT 1516, Malta',
  registrationNumber: 'MCCF 0142',
  phone: '+356 0000 0142',
  supportEmail: 'members@harbour-energy.example',
  mailFrom: { name: 'Harbour Energy privacy desk', address: 'privacy@harbour-energy.example' },
  defaultLanguage: 'en',
  statementUrl: STATEMENT_URL,
  faqUrl: 'https://www.harbour-energy.example/questions',
  supervisoryAuthority: {
    name: 'Information and Data Protection Commissioner',
    website: 'https://idpc.org.mt',
    postalAddress: 'Floor 2, Airways House, High Street, Sliema SLM 1549, Malta',
    phone: '+356 2328 7100',
  },
  // The Commissioner also sees to S.L. 586.01, the regulations on mail that nobody asked for.
  marketingAuthority: null,
  jurisdiction: {
    registrationLabel: { nl: 'Registratienummer van de coöperatie', en: 'Co-operative registration number' },
    personalNumber: { nl: 'identiteitskaartnummer', en: 'identity card number' },
    // The age of majority: no law of Malta lets a child exercise these rights before it.
    childAge: 18,
    restrictions: {
      nl: 'Dit staat in de Maltese regels over beperking van privacyrechten (Subsidiary Legislation 586.09).',
      en: 'This is in the Restriction of the Data Protection (Obligations and Rights) Regulations (Subsidiary Legislation 586.09), which go with the privacy law in Malta.',
    },
    taxDuty: {
      sentence: {
        nl: 'De belastingwet verplicht ons om deze gegevens negen jaar te bewaren.',
        en: 'Tax law obliges us to keep these data for nine years.',
      },
      rule: {
        nl: 'Dit staat in artikel 19 van de Income Tax Management Act van Malta. De privacywet staat dat toe, in artikel 17, lid 3, onder b.',
        en: 'This is in article 19 of the Income Tax Management Act of Malta. The privacy law allows it in article 17(3)(b).',
      },
    },
  },
  isTelecomProvider: false,
  // Data Protection Act (Cap. 586) art. 30.
  courtSentence: {
    nl: 'U kunt ook naar de rechter. Dat is de First Hall of the Civil Court in Valletta. Daar hebt u een advocaat nodig.',
    en: 'You can also go to court. That is the First Hall of the Civil Court in Valletta. You need a lawyer there.',
  },
  rightsText: {
    nl: 'U mag uw gegevens bekijken, verbeteren, verwijderen en meenemen. U mag ons vragen om ze een tijd niet te gebruiken. U mag bezwaar maken en toestemming intrekken. Een mens kijkt mee als een computer over u besloot.',
    en: 'You may see, correct, erase and take along your data. You may ask us not to use them for a while. You may object, and withdraw consent. A person takes another look where a computer decided about you.',
  },
  calendar: { rules: 'mt' },
  look: {
    accentColour: '#4b2e83',
    accentText: '#ffffff',
    accentOnDark: '#c3b1f5',
    logo: readLogo('harbour-energy'),
  },
  staff: [
    staff('maria-borg', 'Maria Borg', 'handler', 'en'),
    staff('eelco-prins', 'Eelco Prins', 'handler', 'nl'),
    staff('joseph-camilleri', 'Joseph Camilleri', 'deputy', 'en'),
    staff('rita-vella', 'Rita Vella', 'team_lead', 'en'),
    staff('karl-micallef', 'Karl Micallef', 'privacy_officer', 'en'),
    staff('carmen-zammit', 'Carmen Zammit', 'director', 'en'),
    staff('luke-farrugia', 'Luke Farrugia', 'data_protection_officer', 'en'),
  ],
  callBack: { name: 'Rita Vella', phone: '+356 0000 0142' },
  recipients: [...recipients],
  processing: [...processing],
  dataCategories: [...dataCategories],
  sourceSystems: [...sourceSystems],
  departments: [...departments],
  consents,
  customerServiceEmail: 'members@harbour-energy.example',
};

function staff(
  staffId: string,
  name: string,
  role: OrganisationProfile['staff'][number]['role'],
  language: OrganisationProfile['staff'][number]['language'],
): OrganisationProfile['staff'][number] {
  return { staffId, name, email: `${staffId.replaceAll('-', '.')}@harbour-energy.example`, role, language };
}
