import type { RightRules } from '../rule.ts';

/** GDPR art. 22(3): a decision by a machine, looked at by a person. A renewal that comes by itself is no such thing. */
export const AUTOMATED_DECISION: RightRules = {
  requestType: 'automated_decision',
  articles: ['22'],
  rules: [
    { says: ['automatedName'], is: 'either' },
    {
      says: ['machine', 'decide'],
      within: 10,
      is: 'either',
      unless: ['appointment', 'password', 'bill'],
      acrossThings: true,
    },
    {
      says: ['noHuman'],
      is: 'either',
      letterHas: ['decide', 'credit', 'machine'],
      unless: ['appointment', 'device', 'password'],
    },
    {
      says: ['human', ['review', 'decide']],
      within: 10,
      is: 'either',
      letterHas: ['machine', 'credit', 'automatedName'],
      unless: ['device', 'appointment', 'password'],
    },
    { says: ['credit', ['decide', 'explain', 'review', 'objectTo']], within: 12, is: 'either', acrossThings: true },
    { says: ['explain', 'decide'], within: 8, is: 'either', letterHas: ['machine', 'credit', 'automatedName'] },
  ],
};
