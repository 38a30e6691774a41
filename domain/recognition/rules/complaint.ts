import type { RightRules } from '../rule.ts';

/** Discontent about how data were handled. About a bill, a line or a visit it is for customer service. */
export const COMPLAINT: RightRules = {
  requestType: 'complaint',
  articles: [],
  rules: [
    { says: ['complain'], within: 20, is: 'either', letterHas: ['privacy', 'breach', 'law', 'data'] },
    {
      says: ['outrage', ['data', 'privacy', 'field', 'recording', 'identityPaper', 'breach', 'myNumber']],
      within: 16,
      is: 'either',
    },
    {
      says: ['outrage', ['wrongParty', 'share']],
      within: 16,
      is: 'either',
      orNextTo: true,
      letterHas: [
        'data',
        'privacy',
        'law',
        'field',
        'myNumber',
        'registration',
        'identityPaper',
        'recording',
        'portrait',
      ],
      unless: ['appointment', 'device', 'contract', 'bill'],
      unlessLetter: ['appointment', 'bill'],
    },
    {
      says: ['wrongParty', ['data', 'privacy', 'recording', 'identityPaper']],
      within: 14,
      is: 'either',
      unless: ['change'],
    },
    {
      says: ['wrongParty', ['share', 'send']],
      within: 10,
      is: 'either',
      letterHas: ['data', 'privacy', 'law', 'field', 'myNumber', 'registration', 'outrage'],
      unless: ['change', 'appointment', 'device', 'contract'],
    },
    {
      says: ['wrongParty', ['account', 'bill', 'registration']],
      within: 12,
      is: 'either',
      unless: ['change', 'share'],
    },
    {
      says: ['complain'],
      is: 'either',
      orNextTo: true,
      letterHas: ['identityPaper', 'recording', 'wrongParty', 'spy'],
      unless: ['device', 'bill'],
    },
    {
      says: ['complain'],
      is: 'either',
      letterHas: ['field', 'account'],
      unlessLetter: ['device', 'appointment', 'bill', 'contract', 'ads'],
    },
    { says: ['ignored'], is: 'either', letterHas: ['law', 'accessName', 'erasureName'] },
  ],
};
