import type { RightRules } from '../rule.ts';

const SERVICE = ['contract', 'device', 'number', 'password', 'appointment', 'allowance', 'relocation'] as const;
const NOT_OURS = [...SERVICE, 'bill'] as const;

/** Weak signs that a use of data, or a decision, must stop or be answered for; tried as those on data are. */
export const WEAK_SIGNS_ON_USE: readonly RightRules[] = [
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
        within: 20,
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
        unless: [...NOT_OURS, 'while'],
        unlessLetter: ['bill', 'appointment', 'restrict'],
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
      { says: [['privacy', 'law', 'officer', 'breach']], is: 'either', unless: ['if_'] },
      { says: ['data', 'my'], within: 4, is: 'either', unless: [...NOT_OURS, 'hereby', 'ads'], unlessLetter: NOT_OURS },
    ],
  },
];
