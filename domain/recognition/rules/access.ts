import type { RightRules } from '../rule.ts';

const OWN = ['data', 'everything', 'recording', 'registration'] as const;
const OTHER_WISHES = ['erase', 'change', 'format', 'move', 'restrict', 'unsubscribe'] as const;

/** GDPR art. 15: to see what is held, where it came from and who got it. A bill or a usage overview is no such thing. */
export const ACCESS: RightRules = {
  requestType: 'access',
  articles: ['15'],
  rules: [
    { says: ['accessName'], is: 'either', unless: ['thanks'] },
    {
      says: ['heldOfMe', ['which', 'everything', 'copy']],
      within: 10,
      unless: [...OTHER_WISHES, 'need', 'gone', 'keep'],
    },
    { says: ['share', 'which', 'info'], within: 8, is: 'either', unless: [...OTHER_WISHES, 'bill', 'device'] },
    {
      says: ['heldOfMe', ['see', 'wonder', 'willing', 'send']],
      within: 12,
      unless: [...OTHER_WISHES, 'need', 'gone', 'keep', 'wrong', 'shouldBe', 'outOf'],
    },
    { says: ['which', 'breach', ['data', 'field']], within: 10, is: 'either' },
    { says: ['insight'], unless: ['bill', 'contract', 'password', 'device', 'allowance', 'number', 'appointment'] },
    {
      says: ['which', ['data', 'recording', 'registration', 'field'], 'hold'],
      within: 16,
      is: 'either',
      unless: [...OTHER_WISHES, 'need', 'legalBasis', 'provider'],
    },
    {
      says: ['hold', 'which', 'ofMe'],
      within: 12,
      unless: [...OTHER_WISHES, 'need', 'bill', 'contract', 'number', 'howLong', 'noNeed', 'evidence'],
    },
    { says: ['everything', ['hold', 'see', 'send', 'keep'], 'ofMe'], within: 14, unless: [...OTHER_WISHES, 'gone'] },
    {
      says: ['copy', [...OWN, 'ofMe']],
      within: 10,
      unless: ['identityPaper', 'format', 'bill', 'contract', 'appointment'],
    },
    {
      says: ['copy', 'data'],
      within: 14,
      orNextTo: true,
      unless: ['identityPaper', 'bill', 'contract', 'format', 'allowance', 'device'],
    },
    { says: ['copy', 'law'], within: 16, unless: ['bill', 'contract', 'format', 'identityPaper'] },
    { says: ['recording', ['see', 'send', 'copy', 'insight']], within: 10, unless: ['erase', 'restrict'] },
    { says: ['recording', 'hold', 'willing'], within: 10, unless: [...OTHER_WISHES, 'keep'] },
    { says: ['see', 'data', 'my'], within: 8, unless: [...OTHER_WISHES, 'hereby', 'allowance', 'need', 'consent'] },
    {
      says: ['send', 'data', ['ofMe', 'everything', 'law']],
      within: 12,
      unless: [...OTHER_WISHES, 'hereby', 'ads', 'mailing', 'need', 'provider'],
    },
    {
      says: ['whence', ['data', 'field', 'myNumber', 'account', 'my', 'info', 'activity']],
      within: 9,
      unless: ['erase', 'bill'],
      acrossThings: true,
    },
    {
      says: ['share', 'which', ['wonder', 'willing', 'see']],
      within: 12,
      is: 'either',
      letterHas: ['data', 'activity', 'registration', 'recording'],
      unless: [...OTHER_WISHES, 'party', 'bill', 'device', 'contract', 'appointment'],
    },
    {
      says: ['whom', 'share'],
      within: 10,
      is: 'either',
      letterHas: ['data', 'field', 'myNumber', 'activity', 'recording'],
      unless: ['device', 'appointment', 'contract', 'bill', 'unsubscribe'],
    },
    {
      says: ['lookedAt', ['data', 'account', 'recording', 'field'], ['wonder', 'whom', 'which']],
      within: 12,
      is: 'either',
      unless: ['device', 'appointment', 'contract', 'bill'],
    },
    {
      says: ['whom', 'hold', ['data', 'field', 'myNumber', 'recording']],
      within: 10,
      isQuestion: true,
      unless: ['device', 'appointment', 'contract', 'bill', 'unsubscribe'],
    },
    {
      says: ['whom', 'share', ['data', 'field', 'myNumber', 'ofMe', 'account', 'recording']],
      within: 14,
      is: 'either',
      unless: ['unsubscribe'],
      acrossThings: true,
    },
  ],
};
