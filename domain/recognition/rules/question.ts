import type { RightRules } from '../rule.ts';

/** A question about privacy that asks for none of the rights. Tried on sentences in which no right was found. */
export const QUESTION: RightRules = {
  requestType: 'question',
  articles: [],
  rules: [
    { says: ['privacy'], is: 'either', isQuestion: true },
    { says: ['wonder', ['privacy', 'law', 'officer']], within: 14, is: 'either' },
    { says: ['howLong', ['keep', 'data', 'identityPaper', 'recording', 'erase']], within: 10, is: 'either' },
    { says: ['share', ['data', 'field']], within: 10, is: 'either', isQuestion: true },
    { says: ['keep', ['data', 'identityPaper', 'recording', 'field']], within: 10, is: 'either', isQuestion: true },
    { says: ['use', ['data', 'recording', 'field']], within: 10, is: 'either', isQuestion: true, unless: ['allowance'] },
    { says: ['where', ['data', 'hold'], ['data', 'keep']], within: 10, is: 'either', isQuestion: true },
    { says: ['protect', ['data', 'password', 'system', 'field']], within: 10, is: 'either', isQuestion: true },
    { says: ['breach'], is: 'either', isQuestion: true },
    { says: ['mandatory', ['field', 'identityPaper', 'data']], within: 10, is: 'either', isQuestion: true, unless: ['erase'] },
    { says: ['legalBasis'], is: 'either' },
    { says: ['identityPaper'], is: 'either', isQuestion: true, unless: ['erase'] },
    { says: [['use', 'see', 'hold'], 'activity'], within: 8, is: 'either', isQuestion: true, unless: ['bill', 'device', 'allowance', 'contract'] },
    { says: ['machine', ['activity', 'data', 'recording']], within: 10, is: 'either', isQuestion: true, unless: ['device', 'bill'] },
    { says: ['data', 'my'], within: 6, is: 'either', isQuestion: true, unless: ['contract', 'device', 'need', 'allowance', 'hereby', 'bill'] },
    { says: ['officer'], is: 'either' },
  ],
};
