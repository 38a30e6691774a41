import type { Recipient } from '../../../domain/organisation/recipients.ts';

/** Whom the co-operative shares data with. None of them exists. */
export const recipients: readonly Recipient[] = [
  recipient(
    'example-meters',
    'Example Meter Fitters Ltd',
    'repair',
    'MT',
    {
      nl: 'uw meter en panelen onderhouden',
      en: 'to look after your meter and panels',
    },
    ['member', 'roof'],
  ),
  recipient(
    'example-bank',
    'Example Bank plc',
    'payment',
    'MT',
    {
      nl: 'uw betaling verwerken',
      en: 'to process your payment',
    },
    ['payment'],
  ),
  recipient(
    'example-print',
    'Example Print Srl',
    'delivery',
    'IT',
    {
      nl: 'uw rekening drukken en bezorgen',
      en: 'to print and deliver your bill',
    },
    ['member', 'payment'],
  ),
  recipient(
    'example-cloud',
    'Example Cloud Hosting Ltd',
    'it',
    'IE',
    {
      nl: 'onze systemen bewaren',
      en: 'to host our systems',
    },
    ['member', 'payment', 'contact', 'readings', 'mailings', 'request'],
  ),
  {
    ...recipient(
      'example-tax-office',
      'Example Tax Office',
      'public_authority',
      'MT',
      {
        nl: 'onze belasting controleren',
        en: 'to check our taxes',
      },
      ['payment'],
    ),
    role: 'controller',
  },
];

function recipient(
  recipientId: string,
  name: string,
  category: Recipient['category'],
  country: string,
  purpose: Recipient['purpose'],
  dataCategories: readonly string[],
): Recipient {
  return {
    recipientId,
    name,
    category,
    role: 'processor',
    country,
    purpose,
    dataCategories: [...dataCategories],
    contactEmail: `privacy@${recipientId}.example`,
    language: 'en',
    activeFrom: '2022-01-01',
    confidential: false,
  };
}
