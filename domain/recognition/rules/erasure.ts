import type { RightRules } from '../rule.ts';

const OWN = ['data', 'everything', 'recording', 'registration', 'identityPaper', 'account'] as const;

/** GDPR art. 17: everything, or something, deleted. To end a contract or close an account is no such thing. */
export const ERASURE: RightRules = {
  requestType: 'erasure',
  articles: ['17'],
  rules: [
    { says: ['erasureName'] },
    { says: ['erase', OWN], within: 12, unless: ['unsubscribe', 'habit'] },
    { says: ['erase', ['data', 'everything', 'recording', 'identityPaper', 'account']], within: 8, unless: ['habit'] },
    { says: ['erase', ['field', 'myNumber']], within: 6, unless: ['mailing', 'ads', 'list', 'device', 'callList', 'wrong', 'restrict', 'change'] },
    { says: ['erase', 'me'], within: 2, unless: ['mailing', 'ads', 'list', 'callList', 'emailed', 'unsubscribe'] },
    { says: ['gone', [...OWN, 'ofMe', 'field']], within: 9, is: 'either', unless: ['mailing', 'list', 'device', 'bill'] },
    { says: ['noNeed', OWN], within: 9, is: 'either', letterHas: ['keep', 'erase', 'gone', 'hold'], unless: ['howLong'] },
    { says: ['noNeed', 'keep'], within: 6, is: 'either', unless: ['device', 'contract', 'bill'] },
    { says: ['outOf', ['system', 'data', 'identityPaper', 'ofMe', 'me', 'willing']], within: 8, is: 'either', orNextTo: true, unless: ['ads', 'mailing'] },
    { says: ['erase', ['data', 'everything', 'identityPaper', 'ofMe', 'recording']], within: 12, orNextTo: true, unless: ['unsubscribe', 'habit', 'mailing', 'ads', 'list', 'contract', 'bill', 'device', 'number', 'myNumber', 'callList', 'change'] },
    { says: ['erase', 'account'], within: 12, orNextTo: true, unless: ['contract', 'bill', 'device', 'number', 'mailing', 'list', 'password', 'unsubscribe'] },
    { says: ['noTrace', ['keep', 'hold', 'system', 'gone', 'send']], within: 10, is: 'either', unless: ['share', 'ads', 'mailing'] },
    { says: ['fromSystem', 'system', ['me', 'willing']], within: 5, unless: ['see', 'send', 'copy', 'list', 'mailing', 'callList', 'device'] },
    { says: ['take', 'fromSystem', 'system'], within: 8, unless: ['mailing', 'list', 'callList', 'device'] },
    { says: ['take', 'me', 'system'], within: 9, unless: ['mailing', 'list', 'callList', 'device'] },
    { says: ['erase', 'law'], within: 14, unless: ['mailing', 'list'] },
    { says: ['keep', OWN], within: 9, is: 'ended', unless: ['while', 'evidence', 'howLong', 'contract'] },
    { says: ['keep', 'ofMe'], within: 7, is: 'ended', unless: ['while', 'evidence', 'howLong', 'contract'] },
  ],
};
