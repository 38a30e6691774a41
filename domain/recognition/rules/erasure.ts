import { OTHER_MATTERS } from '../other-matters.ts';
import type { RightRules } from '../rule.ts';

const OWN = ['data', 'everything', 'recording', 'registration', 'identityPaper'] as const;
/** Advertising has a right of its own. */
const MAIL_AND_CALLS = ['mailing', 'ads', 'list', 'callList'] as const;
const ELSE_MEANT = [...OTHER_MATTERS, ...MAIL_AND_CALLS, 'myNumber', 'change', 'habit', 'setAside'] as const;

/** GDPR art. 17: everything, or something, deleted. To end a contract or close an account is no such thing. */
export const ERASURE: RightRules = {
  requestType: 'erasure',
  articles: ['17'],
  rules: [
    { says: ['erasureName'] },
    // Delete this.
    { says: ['erase', [...OWN, 'law']], within: 10, unless: ['habit', 'setAside', 'howLong'] },
    {
      says: ['erase', ['ofMe', 'account', ...OWN]],
      within: 12,
      orNextTo: true,
      unless: [...ELSE_MEANT, 'unsubscribe'],
    },
    { says: ['erase', 'field'], within: 3, unless: ['mailing', 'list', 'callList', 'wrong', 'change', 'device'] },
    {
      says: ['erase', ['field', 'myNumber']],
      within: 6,
      unless: [...MAIL_AND_CALLS, 'device', 'wrong', 'restrict', 'change', 'contract', 'bill'],
    },
    { says: ['erase', 'me'], within: 2, unless: [...MAIL_AND_CALLS, 'emailed', 'unsubscribe'] },
    {
      says: ['erase'],
      letterHas: ['data', 'law', 'privacy', 'consent', 'identityPaper', 'recording', 'activity'],
      unless: [...ELSE_MEANT, 'emailed', 'unsubscribe'],
    },
    {
      says: [['erase', 'gone', 'weakEnd', 'unsubscribe'], 'portrait'],
      within: 10,
      unless: ['device', 'hereby', 'contract'],
    },
    // It must go, and there is no need for it.
    {
      says: ['gone', [...OWN, 'account', 'ofMe', 'field']],
      within: 9,
      is: 'either',
      orNextTo: true,
      unless: ['mailing', 'list', 'device', 'bill'],
    },
    {
      says: ['noNeed', [...OWN, 'keep']],
      within: 9,
      is: 'either',
      letterHas: ['keep', 'erase', 'gone', 'hold'],
      unless: ['howLong', 'device', 'contract', 'bill'],
    },
    {
      says: ['keep', [...OWN, 'ofMe']],
      within: 9,
      is: 'ended',
      unless: ['while', 'evidence', 'howLong', 'contract'],
    },
    {
      says: ['noTrace', ['keep', 'hold', 'system', 'gone', 'send']],
      within: 10,
      is: 'either',
      unless: ['share', 'ads', 'mailing'],
    },
    // Out of the system, of which people often speak as if they were in it themselves.
    {
      says: ['outOf', ['system', 'data', 'identityPaper', 'ofMe', 'me', 'willing']],
      within: 8,
      is: 'either',
      orNextTo: true,
      unless: ['ads', 'mailing'],
    },
    {
      says: ['stillListed', ['weakEnd', 'noNeed', 'noLonger', 'deny', 'outrage', 'stop']],
      is: 'either',
      orNextTo: true,
      unless: [...MAIL_AND_CALLS, 'device', 'bill', 'contract', 'wrong', 'recordedAs'],
    },
    {
      says: ['fromSystem', 'system', ['me', 'willing']],
      within: 5,
      unless: ['see', 'send', 'copy', 'list', 'mailing', 'callList', 'device'],
    },
    { says: ['take', ['fromSystem', 'me'], 'system'], within: 8, unless: ['mailing', 'list', 'callList', 'device'] },
  ],
};
