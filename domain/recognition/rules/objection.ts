import type { RightRules } from '../rule.ts';

const COMMERCE = ['bill', 'contract', 'ads', 'mailing', 'appointment'] as const;

/** GDPR art. 21(1): against a use of data. Against a bill or a renewal is no such thing; advertising has its own. */
export const OBJECTION: RightRules = {
  requestType: 'objection',
  articles: ['21'],
  rules: [
    {
      says: ['objectTo', ['data', 'processing', 'recording', 'privacy', 'field', 'credit']],
      within: 14,
      is: 'either',
      unless: COMMERCE,
    },
    {
      says: ['objectTo', ['processing', 'data', 'privacy', 'activity', 'spy', 'recording', 'credit']],
      orNextTo: true,
      is: 'either',
      unless: COMMERCE,
    },
    {
      says: ['objectTo', 'refers', ['data', 'processing']],
      within: 6,
      orNextTo: true,
      is: 'either',
      unless: ['ads', 'mailing', 'appointment'],
    },
    {
      says: ['objectTo', ['activity', 'spy', 'use']],
      within: 9,
      is: 'either',
      unless: [...COMMERCE, 'device', 'appointment'],
    },
    {
      says: ['use', ['data', 'recording', 'field', 'everything']],
      within: 9,
      is: 'ended',
      unless: ['while', 'ads', 'mailing', 'restrict', 'evidence', 'complain', 'erase', 'askHow'],
    },
    {
      says: ['processing', ['data', 'bill', 'field', 'recording', 'my', 'me']],
      within: 7,
      is: 'ended',
      unless: ['while', 'ads', 'mailing', 'restrict', 'evidence', 'complain', 'erase', 'device', 'askHow'],
    },
    {
      says: ['use', 'activity'],
      within: 9,
      is: 'ended',
      unless: ['while', 'ads', 'mailing', 'restrict', 'evidence', 'complain', 'erase', 'device', 'askHow'],
    },
    {
      says: ['spy'],
      is: 'ended',
      unless: ['while', 'ads', 'mailing', 'appointment', 'bill', 'restrict', 'askHow', 'complain'],
    },
    {
      says: ['activity', 'willing'],
      within: 8,
      is: 'ended',
      unless: [...COMMERCE, 'device', 'erase', 'change', 'send', 'see', 'keep', 'while'],
    },
    { says: ['unsubscribe', 'spy'], within: 6 },
    {
      says: ['notThat', ['data', 'processing', 'activity', 'use', 'spy']],
      within: 12,
      is: 'either',
      orNextTo: true,
      unless: [...COMMERCE, 'device'],
    },
  ],
};
