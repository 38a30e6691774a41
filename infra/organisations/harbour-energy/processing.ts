import type { DataCategory, Processing } from '../../../domain/organisation/processing.ts';

/** What the co-operative keeps. Readings are kept by the half hour for two years, then by the month. */
export const dataCategories: readonly DataCategory[] = [
  provided(
    'member',
    'lidmaatschap (naam, adres, telefoonnummer, e-mailadres)',
    'membership (name, address, phone, email)',
  ),
  provided('payment', 'rekeningen en betalingen', 'bills and payments'),
  provided('contact', 'berichten en gespreksnotities', 'messages and notes of calls'),
  provided('mailings', 'aanmelding voor onze nieuwsbrief', 'subscription to our newsletter'),
  provided('request', 'verzoeken over uw privacy', 'requests about your privacy'),
  {
    categoryId: 'readings',
    name: { nl: 'meterstanden per half uur', en: 'meter readings by the half hour' },
    origin: 'observed',
    expiresAfterDays: 730,
  },
  {
    categoryId: 'roof',
    name: { nl: 'keuring van uw dak', en: 'survey of your roof' },
    origin: 'obtained',
    obtainedFrom: { nl: 'de architect die uw dak keurde', en: 'the architect who surveyed your roof' },
  },
];

export const processing: readonly Processing[] = [
  {
    purposeId: 'supply',
    purpose: { nl: 'U stroom leveren en de rekening sturen.', en: 'To supply you with power and bill you.' },
    basis: 'contract',
    dataCategories: ['member', 'payment', 'readings'],
    recipientCategories: ['payment', 'delivery', 'it'],
    retention: { nl: 'Zolang u lid bent en een jaar daarna.', en: 'As long as you are a member and a year after.' },
  },
  {
    purposeId: 'upkeep',
    purpose: { nl: 'De meter en de zonnepanelen onderhouden.', en: 'To look after the meter and the solar panels.' },
    basis: 'contract',
    dataCategories: ['member', 'roof'],
    recipientCategories: ['repair'],
    retention: { nl: 'Zolang de panelen er liggen.', en: 'As long as the panels are there.' },
  },
  {
    purposeId: 'members',
    purpose: {
      nl: 'U helpen en uitnodigen voor de ledenvergadering.',
      en: 'To help you and invite you to the general meeting.',
    },
    basis: 'legitimate_interest',
    dataCategories: ['member', 'contact'],
    recipientCategories: ['it'],
    retention: { nl: 'Zolang u lid bent.', en: 'As long as you are a member.' },
  },
  {
    purposeId: 'news',
    purpose: { nl: 'U onze nieuwsbrief sturen.', en: 'To send you our newsletter.' },
    basis: 'consent',
    dataCategories: ['mailings'],
    recipientCategories: ['it'],
    retention: {
      nl: 'Tot u uw toestemming intrekt. Het bewijs ervan bewaren wij nog vijf jaar.',
      en: 'Until you withdraw your consent. We keep the proof of it for five more years.',
    },
  },
  {
    purposeId: 'books',
    purpose: { nl: 'Onze boekhouding bewaren.', en: 'To keep our books.' },
    basis: 'legal_obligation',
    dataCategories: ['member', 'payment'],
    recipientCategories: ['public_authority', 'it'],
    retention: { nl: 'Negen jaar. Dat moet van de wet.', en: 'Nine years. The law requires that.' },
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
