import { OTHER_MATTERS } from '../other-matters.ts';
import type { RightRules } from '../rule.ts';

const PERSONAL = ['data', 'recording', 'identityPaper', 'activity', 'field', 'portrait'] as const;
const NOT_OURS = ['contract', 'allowance', 'password', 'relocation'] as const;
const HANDLED = [
  'send',
  'use',
  'hold',
  'keep',
  'share',
  'see',
  'protect',
  'mandatory',
  'where',
  'machine',
  'howLong',
] as const;

/** A question about privacy that asks for none of the rights. Tried on sentences in which no right was found. */
export const QUESTION: RightRules = {
  requestType: 'question',
  articles: [],
  rules: [
    { says: [['privacy', 'breach', 'spy', 'law', 'officer', 'credit']], is: 'either', isQuestion: true },
    { says: ['officer'], is: 'either', unless: ['salutation'] },
    { says: ['legalBasis'], is: 'either', isQuestion: true },
    { says: ['wonder', ['privacy', 'law', 'officer', 'breach']], within: 14, is: 'either', unless: ['decide'] },
    {
      says: ['howLong', [...PERSONAL, 'keep', 'erase']],
      within: 12,
      is: 'either',
      unless: ['relocation', 'allowance'],
    },
    { says: ['keep', ['data', 'recording', 'identityPaper']], within: 10, is: 'either', isQuestion: true },
    {
      says: ['mandatory', ['field', 'identityPaper', 'data']],
      within: 10,
      is: 'either',
      isQuestion: true,
      unless: ['bill', 'erase', 'change', 'refers', 'need'],
    },
    { says: [HANDLED, PERSONAL], within: 10, is: 'either', isQuestion: true, unless: [...OTHER_MATTERS, 'hereby'] },
    {
      says: [HANDLED, ['activity', 'recording', 'identityPaper', 'portrait']],
      within: 10,
      is: 'either',
      isQuestion: true,
      unless: [...NOT_OURS, 'bill', 'hereby'],
    },
    { says: ['wonder', 'credit'], within: 12, is: 'either', unless: ['decide', 'review'] },
    { says: ['share', 'party'], within: 8, is: 'either', isQuestion: true, unless: OTHER_MATTERS },
    { says: ['whom', PERSONAL], within: 10, is: 'either', isQuestion: true },
    { says: [['identityPaper', 'consent']], is: 'either', isQuestion: true, unless: ['erase'] },
    {
      says: ['keep', ['which', 'whom', 'everything']],
      within: 8,
      is: 'either',
      isQuestion: true,
      unless: OTHER_MATTERS,
    },
    {
      says: ['machine', 'askHow'],
      is: 'either',
      isQuestion: true,
      letterHas: ['decide', 'credit'],
      unless: OTHER_MATTERS,
    },
    { says: ['protect', ['password', 'system']], within: 10, is: 'either', isQuestion: true },
    {
      says: ['wonder', [...HANDLED, 'identityPaper'], [...PERSONAL, 'privacy']],
      within: 14,
      is: 'either',
      unless: [...NOT_OURS, 'bill', 'need', 'complain'],
    },
  ],
};
