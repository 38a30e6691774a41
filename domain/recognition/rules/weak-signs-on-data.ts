import type { RightRules } from '../rule.ts';

const SERVICE = ['contract', 'device', 'number', 'password', 'appointment', 'allowance', 'relocation'] as const;
const NOT_OURS = [...SERVICE, 'bill'] as const;

/**
 * Weak signs of a right over data, for letters and sentences in which the rules of the rights find nothing: a wrong
 * proposal costs one press, a right that nobody proposes may be missed.
 */
export const WEAK_SIGNS_ON_DATA: readonly RightRules[] = [
  {
    requestType: 'access',
    articles: [],
    rules: [
      {
        says: [
          ['see', 'send', 'copy', 'insight', 'share'],
          ['data', 'recording', 'heldOfMe', 'registration', 'ofMe'],
        ],
        within: 14,
        orNextTo: true,
        unless: [...NOT_OURS, 'hereby', 'provider', 'howLong', 'ads', 'mailing', 'erase', 'change'],
        unlessLetter: ['complain', 'outrage', 'device', 'contract', 'bill', 'appointment', 'relocation'],
      },
      {
        says: [
          ['which', 'whom'],
          ['recording', 'heldOfMe', 'registration', 'account', 'share'],
        ],
        within: 10,
        orNextTo: true,
        unless: [...NOT_OURS, 'need', 'howLong'],
        letterHas: ['data', 'field', 'activity', 'recording', 'account', 'heldOfMe'],
        unlessLetter: ['bill', 'contract', 'device'],
      },
    ],
  },
  {
    requestType: 'rectification',
    articles: [],
    rules: [
      {
        says: ['called', ['deny', 'system', 'field', 'change', 'spell', 'titleWord', 'wrong', 'iAm']],
        within: 12,
        is: 'either',
        orNextTo: true,
        unless: NOT_OURS,
      },
      {
        says: [
          ['change', 'wrong', 'shouldBe', 'spell'],
          ['field', 'titleWord', 'registration', 'system', 'data'],
        ],
        within: 14,
        is: 'either',
        orNextTo: true,
        unless: [...NOT_OURS, 'wrongParty'],
        unlessLetter: ['bill', 'contract', 'device', 'appointment'],
      },
      { says: ['registration', ['deny', 'withdraw']], within: 12, is: 'either', orNextTo: true, unless: NOT_OURS },
    ],
  },
  {
    requestType: 'erasure',
    articles: [],
    rules: [
      {
        says: [
          'erase',
          ['data', 'recording', 'system', 'account', 'identityPaper', 'ofMe', 'field', 'registration', 'activity'],
        ],
        within: 14,
        orNextTo: true,
        unless: [...NOT_OURS, 'mailing', 'ads', 'list', 'emailed', 'habit'],
      },
      {
        says: [
          ['gone', 'outOf'],
          ['data', 'recording', 'system', 'account', 'identityPaper', 'ofMe', 'field', 'registration', 'activity'],
        ],
        within: 14,
        is: 'either',
        orNextTo: true,
        unless: [...NOT_OURS, 'mailing', 'ads', 'list', 'emailed', 'habit'],
      },
      // A wish to have something deleted, in a letter about nothing else that could be meant.
      {
        says: ['erase'],
        isQuestion: false,
        unlessLetter: [...NOT_OURS, 'ads', 'mailing', 'list', 'callList', 'habit'],
      },
    ],
  },
  {
    requestType: 'portability',
    articles: [],
    rules: [
      {
        says: [
          ['format', 'move'],
          ['data', 'provider', 'recording', 'everything'],
        ],
        within: 16,
        orNextTo: true,
        unless: NOT_OURS,
        unlessLetter: ['number', 'myNumber', 'device'],
      },
    ],
  },
  {
    requestType: 'restriction',
    articles: [],
    rules: [
      {
        says: [
          ['keep', 'restrict', 'setAside', 'erase'],
          ['evidence', 'while'],
        ],
        within: 16,
        is: 'either',
        orNextTo: true,
        unless: NOT_OURS,
        letterHas: ['data', 'recording', 'registration', 'everything', 'activity'],
      },
      { says: ['erase', ['evidence', 'while']], within: 14, is: 'ended', unless: NOT_OURS },
    ],
  },
];
