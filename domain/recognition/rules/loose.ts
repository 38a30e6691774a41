import type { RightRules } from '../rule.ts';

const SERVICE = ['contract', 'device', 'number', 'password', 'appointment', 'allowance', 'relocation'] as const;
const NOT_OURS = [...SERVICE, 'bill'] as const;

/**
 * Weak signs, tried only on letters in which the rules of the rights found nothing but a question or discontent:
 * a wrong proposal costs one press, a letter that nobody proposes costs a right.
 */
export const LOOSE_RULES: readonly RightRules[] = [
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
        unlessLetter: ['complain', 'outrage', 'device'],
      },
      {
        says: [
          ['which', 'whom'],
          ['recording', 'heldOfMe', 'registration', 'account', 'share'],
        ],
        within: 10,
        orNextTo: true,
        unless: [...NOT_OURS, 'need', 'howLong'],
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
    ],
  },
  {
    requestType: 'erasure',
    articles: [],
    rules: [
      {
        says: [
          ['erase', 'gone', 'noNeed', 'outOf'],
          ['data', 'recording', 'system', 'account', 'identityPaper', 'ofMe', 'field', 'registration', 'activity'],
        ],
        within: 14,
        is: 'either',
        orNextTo: true,
        unless: [...NOT_OURS, 'mailing', 'ads', 'list', 'emailed'],
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
        unless: [...NOT_OURS],
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
      { says: ['erase', 'evidence'], within: 14, is: 'ended', unless: NOT_OURS },
    ],
  },
  {
    requestType: 'objection',
    articles: [],
    rules: [
      {
        says: [
          ['use', 'spy', 'processing', 'share'],
          ['data', 'field', 'activity', 'recording'],
        ],
        within: 12,
        is: 'ended',
        orNextTo: true,
        unless: [...NOT_OURS, 'ads', 'mailing', 'askHow'],
        unlessLetter: ['complain', 'device'],
      },
      {
        says: [
          ['stop', 'notThat', 'objectTo', 'fedUp'],
          ['use', 'share', 'spy', 'activity', 'recording'],
        ],
        within: 12,
        is: 'either',
        orNextTo: true,
        unless: [...NOT_OURS, 'ads', 'mailing', 'callMe'],
        unlessLetter: ['device', 'contract'],
      },
    ],
  },
  {
    requestType: 'marketing_objection',
    articles: [],
    rules: [
      {
        says: [
          ['ads', 'callMe', 'callList'],
          ['stop', 'fedUp', 'noLonger', 'weakEnd', 'unsubscribe'],
        ],
        within: 12,
        is: 'either',
        orNextTo: true,
        unless: [...NOT_OURS, 'while'],
        unlessLetter: ['bill', 'appointment', 'device'],
      },
    ],
  },
  {
    requestType: 'consent_withdrawal',
    articles: [],
    rules: [
      {
        says: [
          ['mailing', 'consent'],
          ['stop', 'cancel', 'weakEnd', 'noLonger', 'withdraw', 'unsubscribe', 'deny'],
        ],
        within: 14,
        is: 'either',
        orNextTo: true,
        unless: [...NOT_OURS, 'wrongParty', 'again'],
        unlessLetter: ['complain', 'outrage', 'again'],
      },
    ],
  },
  {
    requestType: 'automated_decision',
    articles: [],
    rules: [
      {
        says: [
          ['machine', 'credit', 'noHuman'],
          ['decide', 'review', 'human', 'explain'],
        ],
        within: 12,
        is: 'either',
        orNextTo: true,
        unless: [...SERVICE, 'bill'],
        unlessLetter: ['device', 'password', 'appointment', 'bill', 'data'],
        acrossThings: true,
      },
    ],
  },
  {
    requestType: 'complaint',
    articles: [],
    rules: [
      {
        says: [
          ['complain', 'outrage', 'wrongParty'],
          ['data', 'recording', 'field', 'identityPaper', 'privacy', 'activity', 'spy', 'consent'],
        ],
        within: 16,
        is: 'either',
        orNextTo: true,
        unless: ['device', 'appointment', 'change', 'contract'],
        unlessLetter: ['device', 'appointment', 'contract', 'change'],
      },
    ],
  },
  {
    requestType: 'question',
    articles: [],
    rules: [
      {
        says: [['data', 'privacy', 'recording', 'identityPaper', 'credit', 'spy', 'law', 'consent']],
        is: 'either',
        isQuestion: true,
        unless: ['contract', 'password', 'allowance', 'number', 'bill'],
      },
    ],
  },
];
