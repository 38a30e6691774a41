import type { Recipient } from '../../../domain/organisation/recipients.ts';

/**
 * The third parties of the privacy statement's list. The statement names kinds only: every name, address and date here
 * is made up, and says so ("Voorbeeld"). Put the real contracts in their place. The roles are the usual ones: the
 * contract decides, most of all for collection.
 */
export const recipients: readonly Recipient[] = [
  {
    recipientId: 'voorbeeldpost',
    name: 'Voorbeeldpost Bezorging B.V.',
    category: 'delivery',
    role: 'controller',
    country: 'NL',
    purpose: { nl: 'uw bestelling bezorgen', en: 'to deliver your order' },
    dataCategories: ['order'],
    ...contact('privacy@voorbeeldpost.example', 'nl', '2021-01-01'),
  },
  {
    recipientId: 'voorbeeld-reparatie',
    name: 'Voorbeeld Reparatie B.V.',
    category: 'repair',
    role: 'processor',
    country: 'NL',
    purpose: { nl: 'uw toestel repareren', en: 'to repair your device' },
    dataCategories: ['order', 'device'],
    ...contact('avg@voorbeeld-reparatie.example', 'nl', '2021-01-01'),
  },
  {
    recipientId: 'voorbeeld-betalen',
    name: 'Voorbeeld Betalen N.V.',
    category: 'payment',
    role: 'controller',
    country: 'NL',
    purpose: { nl: 'uw betaling verwerken', en: 'to process your payment' },
    dataCategories: ['payment'],
    ...contact('privacy@voorbeeld-betalen.example', 'nl', '2021-01-01'),
  },
  {
    recipientId: 'voorbeeld-incasso',
    name: 'Voorbeeld Incasso B.V.',
    category: 'collection',
    role: 'processor',
    country: 'NL',
    purpose: {
      nl: 'u bellen over een rekening en rekeningen innen',
      en: 'to call you about an invoice and to collect invoices',
    },
    dataCategories: ['account', 'payment'],
    ...contact('privacy@voorbeeld-incasso.example', 'nl', '2021-01-01'),
  },
  {
    recipientId: 'voorbeeld-deurwaarders',
    name: 'Voorbeeld Gerechtsdeurwaarders',
    category: 'bailiff',
    role: 'controller',
    country: 'NL',
    purpose: { nl: 'rekeningen innen als u niet betaalt', en: 'to collect invoices that stay unpaid' },
    dataCategories: ['account', 'payment'],
    ...contact('privacy@voorbeeld-deurwaarders.example', 'nl', '2022-04-01'),
  },
  {
    recipientId: 'example-cloud',
    name: 'Example Cloud Hosting Ltd',
    category: 'it',
    role: 'processor',
    country: 'IE',
    purpose: { nl: 'onze systemen en uw account bewaren', en: 'to host our systems and your account' },
    dataCategories: ['order', 'account', 'payment', 'applicant', 'contact', 'request'],
    ...contact('dpo@example-cloud.example', 'en', '2021-01-01'),
  },
  {
    recipientId: 'example-mailings',
    name: 'Example Mailings GmbH',
    category: 'it',
    role: 'processor',
    country: 'DE',
    purpose: { nl: 'onze nieuwsbrief en mailing versturen', en: 'to send our newsletter and mailing' },
    dataCategories: ['mailings'],
    ...contact('privacy@example-mailings.example', 'en', '2023-09-01'),
  },
  {
    recipientId: 'voorbeeldnet',
    name: 'Voorbeeldnet Telecom B.V.',
    category: 'telecom',
    role: 'controller',
    country: 'NL',
    purpose: { nl: 'uw telefoongesprekken doorgeven', en: 'to carry your phone calls' },
    dataCategories: ['account', 'traffic', 'location'],
    ...contact('privacy@voorbeeldnet.example', 'nl', '2021-01-01'),
  },
  {
    recipientId: 'voorbeeld-kredietbureau',
    name: 'Voorbeeld Kredietbureau B.V.',
    category: 'credit_check',
    role: 'controller',
    country: 'NL',
    purpose: { nl: 'toetsen of u op rekening kunt kopen', en: 'to check whether you can buy on account' },
    dataCategories: ['credit'],
    ...contact('privacy@voorbeeld-kredietbureau.example', 'nl', '2021-01-01'),
  },
  {
    recipientId: 'voorbeeld-opsporing',
    name: 'Voorbeelddienst Opsporing',
    category: 'public_authority',
    role: 'controller',
    country: 'NL',
    purpose: { nl: 'fraude onderzoeken', en: 'to investigate fraud' },
    dataCategories: ['account', 'traffic', 'location'],
    ...contact('loket@voorbeeld-opsporing.example', 'nl', '2021-01-01'),
    confidential: true,
  },
];

function contact(contactEmail: string, language: Recipient['language'], activeFrom: string) {
  return { contactEmail, language, activeFrom, confidential: false };
}
