import type { RightRules } from '../rule.ts';

const OWN = ['data', 'everything', 'recording'] as const;

/** GDPR art. 20: one's own data in a form that a machine reads, or sent on. To keep a number is no such thing. */
export const PORTABILITY: RightRules = {
  requestType: 'portability',
  articles: ['20'],
  rules: [
    { says: ['portabilityName'] },
    { says: ['format', [...OWN, 'account', 'ofMe', 'move']], within: 25, unless: ['bill', 'hereby'] },
    { says: ['format', ['data', 'account']], orNextTo: true, unless: ['bill', 'hereby'] },
    {
      says: ['format', ['see', 'send', 'copy']],
      within: 12,
      unless: ['bill', 'hereby'],
      letterHas: ['data', 'everything', 'law'],
    },
    {
      says: ['provider', OWN, ['send', 'move', 'share', 'format', 'see']],
      within: 14,
      is: 'either',
      unless: ['allowance', 'erase', 'need', 'number'],
    },
    { says: ['move', OWN], within: 12, unless: ['allowance', 'need'] },
    {
      says: ['move', 'party'],
      within: 10,
      unless: ['allowance', 'number', 'contract', 'device', 'bill'],
      letterHas: ['data'],
    },
  ],
};
