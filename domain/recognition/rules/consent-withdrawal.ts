import { OTHER_MATTERS } from '../other-matters.ts';
import type { RightRules } from '../rule.ts';

/** GDPR art. 7(3): a consent taken back; here newsletters and mailings rest on consent. */
export const CONSENT_WITHDRAWAL: RightRules = {
  requestType: 'consent_withdrawal',
  articles: [],
  rules: [
    {
      says: ['withdraw', ['share', 'use', 'data', 'mailing']],
      within: 14,
      is: 'either',
      unless: ['contract', 'bill', 'appointment', 'number'],
    },
    { says: ['withdraw', 'consent'], within: 12, orNextTo: true, is: 'either' },
    { says: ['consent', ['no', 'deny', 'stop']], within: 3, is: 'ended', unless: ['wrongParty', 'share'] },
    {
      says: ['withdraw', 'refers'],
      within: 6,
      is: 'either',
      letterHas: ['consent', 'data', 'activity', 'recording', 'portrait', 'mailing', 'share'],
      unless: [...OTHER_MATTERS, 'registration'],
      unlessLetter: ['appointment'],
    },
    { says: ['unsubscribe', 'mailing'], within: 12, is: 'either', unless: ['callList'] },
    { says: ['unsubscribe', ['list', 'emailed']], within: 12, is: 'either', unless: ['callList', 'ads'] },
    {
      says: ['unsubscribe', 'me'],
      within: 3,
      unless: [...OTHER_MATTERS, 'service', 'account', 'system', 'callList', 'data', 'ads', 'spy'],
    },
    { says: ['mailing'], is: 'ended', unless: ['bill'] },
    { says: ['mailing', ['erase', 'take', 'cancel']], within: 10, is: 'either' },
    {
      says: ['take', 'mailing'],
      within: 10,
      orNextTo: true,
      unless: ['device', 'bill', 'contract', 'data', 'system', 'ads'],
    },
    {
      says: [['weakEnd', 'fedUp'], 'mailing'],
      within: 12,
      is: 'either',
      orNextTo: true,
      unless: ['device', 'bill', 'contract'],
    },
    { says: ['consent', 'noLonger'], within: 10, is: 'either' },
  ],
};
