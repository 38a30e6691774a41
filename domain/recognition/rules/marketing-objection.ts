import type { RightRules } from '../rule.ts';

/** GDPR art. 21(2) and (3): no more selling, by whatever way. A call about a bill or a visit is not selling. */
export const MARKETING_OBJECTION: RightRules = {
  requestType: 'marketing_objection',
  articles: [],
  rules: [
    { says: ['ads', 'no'], within: 6, is: 'either', unless: ['spamFolder'] },
    { says: ['ads'], is: 'ended', unless: ['spamFolder'] },
    { says: ['ads', ['objectTo', 'unsubscribe', 'weakEnd']], within: 12, is: 'either' },
    { says: ['use', 'ads'], within: 10, is: 'ended', orNextTo: true, unless: ['mailing', 'contract', 'while'] },
    {
      says: ['fedUp'],
      is: 'either',
      unless: ['if_'],
      letterHas: ['ads', 'callList'],
      unlessLetter: ['bill', 'appointment'],
    },
    {
      says: ['fedUp', ['ads', 'callMe']],
      within: 12,
      is: 'either',
      orNextTo: true,
      unless: ['bill', 'appointment', 'contract'],
    },
    { says: [['erase', 'take', 'unsubscribe'], 'ads'], within: 9, acrossThings: true },
    { says: ['callStop'], is: 'either', unless: ['bill', 'appointment'] },
    {
      says: ['callMe', ['me', 'my']],
      within: 6,
      is: 'ended',
      unless: ['bill', 'appointment', 'device', 'emailed', 'while', 'recording', 'spy'],
    },
    { says: ['callList'], is: 'either' },
    { says: ['callMe', 'stop'], within: 3, is: 'either', unless: ['bill', 'appointment'] },
    {
      says: ['callMe', ['stop', 'fedUp'], ['me', 'send', 'refers']],
      within: 8,
      is: 'either',
      orNextTo: true,
      unless: ['bill', 'contract', 'recording', 'device'],
      unlessLetter: ['bill', 'appointment'],
    },
    {
      says: ['ads', 'stop'],
      within: 12,
      is: 'either',
      orNextTo: true,
      unless: ['bill', 'appointment', 'contract'],
      unlessLetter: ['bill'],
    },
    {
      says: ['callMe', ['stop', 'no', 'deny']],
      within: 3,
      is: 'either',
      letterHas: ['ads', 'mailing', 'noLonger'],
      unless: ['bill', 'appointment', 'device', 'recording', 'activity'],
    },
  ],
};
