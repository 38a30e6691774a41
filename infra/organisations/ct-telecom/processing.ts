import type { DataCategory, Processing } from '../../../domain/organisation/processing.ts';

/** What the privacy statement says is stored, and what its sector adds. The days until expiry are made up. */
export const dataCategories: readonly DataCategory[] = [
  provided('order', 'bestelgegevens (naam, adressen en btw-nummer)', 'order data (name, addresses and VAT number)'),
  provided(
    'account',
    'accountgegevens (naam, telefoonnummer, e-mailadres en adressen)',
    'account data (name, phone number, email address and addresses)',
  ),
  provided('payment', 'betaalgegevens en rekeningen', 'payment data and invoices'),
  provided('mailings', 'aanmeldingen voor nieuwsbrief en mailing', 'subscriptions to newsletter and mailing'),
  provided('applicant', 'sollicitatie en cv', 'job application and CV'),
  provided('contact', 'berichten en gespreksnotities', 'messages and notes of calls'),
  provided('request', 'verzoeken over uw privacy', 'requests about your privacy'),
  observed('device', 'toestel en simkaart', 'device and SIM card'),
  // The statement is silent on traffic and location data, but an access answer without them would be incomplete.
  {
    ...observed('traffic', 'verkeersgegevens (wie, wanneer, hoe lang)', 'traffic data (who, when, how long)'),
    ...days(180),
  },
  {
    ...observed('location', 'locatiegegevens van het mobiele netwerk', 'location data of the mobile network'),
    ...days(14),
  },
  {
    categoryId: 'credit',
    name: { nl: 'kredietgegevens', en: 'credit data' },
    origin: 'obtained',
    obtainedFrom: { nl: 'het bureau dat uw kredietwaardigheid toetst', en: 'the agency that checks your credit' },
  },
];

/** The statement's only words on periods: no longer than needed for the purpose. */
const asLongAsNeeded = {
  nl: 'Zo lang als nodig is voor dit doel. Daarna verwijderen wij de gegevens.',
  en: 'As long as needed for this purpose. After that we erase the data.',
};

/**
 * The purposes of the privacy statement, in its order. It names no basis for credit checks and job applications, and
 * no periods: what stands here beyond it follows the law or usual practice, and is the company's to confirm.
 */
export const processing: readonly Processing[] = [
  {
    purposeId: 'services',
    purpose: {
      nl: 'Uw bestelling uitvoeren en onze diensten leveren.',
      en: 'To carry out your order and deliver our services.',
    },
    basis: 'contract',
    dataCategories: ['order', 'account', 'payment', 'device', 'traffic', 'location'],
    recipientCategories: ['delivery', 'repair', 'payment', 'it', 'telecom'],
    retention: asLongAsNeeded,
  },
  {
    purposeId: 'personal-service',
    purpose: {
      nl: 'U zo goed en persoonlijk mogelijk helpen.',
      en: 'To help you as well and as personally as possible.',
    },
    basis: 'legitimate_interest',
    dataCategories: ['account', 'contact'],
    recipientCategories: ['it'],
    retention: asLongAsNeeded,
  },
  {
    purposeId: 'fraud',
    purpose: { nl: 'Fraude tegengaan als wij die vermoeden.', en: 'To act against fraud when we suspect it.' },
    basis: 'legal_obligation',
    dataCategories: ['order', 'account', 'payment', 'traffic', 'location'],
    recipientCategories: ['public_authority'],
    retention: asLongAsNeeded,
  },
  {
    purposeId: 'mailings',
    purpose: { nl: 'U nieuws en aanbiedingen sturen.', en: 'To send you news and offers.' },
    basis: 'consent',
    dataCategories: ['mailings'],
    recipientCategories: ['it'],
    retention: {
      nl: 'Tot u uw toestemming intrekt. Het bewijs ervan bewaren wij nog vijf jaar.',
      en: 'Until you withdraw your consent. We keep the proof of it for five more years.',
    },
  },
  {
    purposeId: 'credit-check',
    purpose: { nl: 'Toetsen of u op rekening kunt kopen.', en: 'To check whether you can buy on account.' },
    basis: 'legitimate_interest',
    dataCategories: ['account', 'credit'],
    recipientCategories: ['credit_check'],
    retention: asLongAsNeeded,
  },
  {
    purposeId: 'collection',
    purpose: { nl: 'Rekeningen innen die niet betaald zijn.', en: 'To collect invoices that were not paid.' },
    basis: 'contract',
    dataCategories: ['account', 'payment'],
    recipientCategories: ['collection', 'bailiff'],
    retention: {
      nl: 'Tot de rekening betaald is of het geschil voorbij is.',
      en: 'Until the invoice is paid or the dispute is over.',
    },
  },
  {
    purposeId: 'bookkeeping',
    purpose: {
      nl: 'Onze boekhouding bewaren voor de Belastingdienst.',
      en: 'To keep our books for the tax authority.',
    },
    basis: 'legal_obligation',
    dataCategories: ['order', 'payment'],
    recipientCategories: ['it'],
    retention: { nl: 'Zeven jaar. Dat moet van de wet.', en: 'Seven years. The law requires that.' },
  },
  {
    purposeId: 'applications',
    purpose: { nl: 'Uw sollicitatie behandelen.', en: 'To handle your job application.' },
    basis: 'legitimate_interest',
    dataCategories: ['applicant'],
    recipientCategories: ['it'],
    retention: {
      nl: 'Tot vier weken na de procedure. Met uw toestemming tot één jaar.',
      en: 'Until four weeks after the procedure. With your consent up to one year.',
    },
  },
  {
    purposeId: 'privacy-requests',
    purpose: { nl: 'Uw verzoeken over privacy behandelen.', en: 'To handle your requests about privacy.' },
    basis: 'legal_obligation',
    dataCategories: ['request'],
    recipientCategories: ['it'],
    retention: {
      nl: 'De inhoud tot één jaar na ons antwoord. Het bewijs vijf jaar.',
      en: 'The content until one year after our answer. The proof for five years.',
    },
  },
];

function provided(categoryId: string, nl: string, en: string): DataCategory {
  return { categoryId, name: { nl, en }, origin: 'provided' };
}

function observed(categoryId: string, nl: string, en: string): DataCategory {
  return { categoryId, name: { nl, en }, origin: 'observed' };
}

function days(expiresAfterDays: number) {
  return { expiresAfterDays };
}
