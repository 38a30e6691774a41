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
    { says: ['erase', ['field', 'myNumber']], within: 6, unless: ['mailing', 'ads', 'list', 'device', 'callList', 'wrong'] },
    { says: ['take', 'fromSystem', 'system'], within: 8, unless: ['mailing', 'list', 'callList', 'device'] },
    { says: ['take', 'me', 'system'], within: 9, unless: ['mailing', 'list', 'callList', 'device'] },
    { says: ['erase', 'law'], within: 14, unless: ['mailing', 'list'] },
    { says: ['keep', OWN], within: 9, is: 'ended', unless: ['while', 'evidence', 'howLong', 'contract'] },
    { says: ['keep', 'ofMe'], within: 7, is: 'ended', unless: ['while', 'evidence', 'howLong', 'contract'] },
  ],
};
