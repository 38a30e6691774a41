import type { RightRules } from '../rule.ts';

const OWN = ['data', 'everything', 'recording', 'entered'] as const;
const NOT_OURS = ['number', 'contract', 'device', 'bill', 'allowance', 'appointment', 'relocation'] as const;

/** GDPR art. 20: one's own data in a form that a machine reads, or sent on. To keep a number is no such thing. */
export const PORTABILITY: RightRules = {
  requestType: 'portability',
  articles: ['20'],
  rules: [
    { says: ['portabilityName'] },
    // In a form that a machine reads.
    {
      says: ['format', [...OWN, 'account', 'ofMe', 'move', 'activity']],
      within: 25,
      orNextTo: true,
      unless: ['bill', 'hereby', 'identityPaper', 'contract'],
    },
    { says: ['format', 'usage'], within: 14 },
    // Handed on to another company, or taken there.
    {
      says: ['provider', OWN, ['send', 'move', 'share', 'format', 'see', 'use']],
      within: 14,
      unless: ['allowance', 'number', 'whom', 'objectTo', 'need'],
    },
    {
      says: ['provider', ['data', 'entered']],
      within: 12,
      orNextTo: true,
      isQuestion: true,
      unless: [...NOT_OURS, 'share', 'whom', 'objectTo', 'erase'],
      unlessLetter: ['number', 'device', 'relocation'],
    },
    {
      says: ['move', ['data', 'everything', 'recording']],
      within: 12,
      unless: ['allowance', 'need', 'whom', 'relocation', 'officer'],
    },
    {
      says: ['move', ['party', 'provider']],
      within: 12,
      unless: [...NOT_OURS, 'whom'],
      letterHas: ['data', 'entered'],
    },
  ],
};
