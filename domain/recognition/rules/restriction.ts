import type { RightRules } from '../rule.ts';

const OWN = ['data', 'recording', 'registration', 'everything', 'account'] as const;
const HELD = ['data', 'recording', 'registration', 'everything'] as const;

/** GDPR art. 18: kept, but not used, for a while. To block a SIM card or a premium number is no such thing. */
export const RESTRICTION: RightRules = {
  requestType: 'restriction',
  articles: ['18'],
  rules: [
    { says: ['erase', 'recording'], within: 8, is: 'ended', unless: ['device'] },
    { says: ['restrictionName'], is: 'either' },
    {
      says: ['restrict', [...HELD, 'processing', 'law']],
      within: 10,
      is: 'either',
      unless: ['allowance', 'device', 'number', 'bill', 'machine'],
    },
    { says: ['restrict', 'data'], within: 8, is: 'either', unless: ['allowance', 'machine'] },
    { says: ['use', HELD, 'while'], within: 16, is: 'ended' },
    {
      says: ['use', 'while'],
      within: 12,
      is: 'ended',
      letterHas: ['data', 'registration', 'recording', 'field'],
      unless: ['bill', 'contract', 'device', 'callMe', 'ads'],
    },
    { says: ['keep', OWN, 'evidence'], within: 16 },
    { says: ['keep', 'evidence'], within: 14, letterHas: ['data', 'recording', 'registration'] },
    {
      says: ['keep', 'evidence'],
      orNextTo: true,
      letterHas: ['data', 'recording', 'registration'],
      unless: ['contract'],
    },
    { says: ['keep', 'recording'], within: 8, unless: ['howLong', 'noNeed', 'which', 'ofMe'] },
    { says: ['keep', 'activity'], within: 5, unless: ['howLong', 'noNeed', 'which', 'ofMe'] },
    { says: ['need', 'evidence'], within: 12, letterHas: ['keep', 'erase'], unless: ['bill', 'contract'] },
    { says: ['erase', HELD], within: 10, is: 'ended', letterHas: ['evidence', 'keep', 'while'] },
    { says: ['setAside', HELD], is: 'either', orNextTo: true, unless: ['ads'] },
  ],
};
