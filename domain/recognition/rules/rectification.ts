import type { RightRules } from '../rule.ts';

const OTHER_MATTERS = ['appointment', 'relocation', 'password', 'allowance', 'device', 'banking'] as const;

/** GDPR art. 16: wrong, old or incomplete data put right. A wrong bill or another plan is no such thing. */
export const RECTIFICATION: RightRules = {
  requestType: 'rectification',
  articles: ['16'],
  rules: [
    {
      says: ['wrong', ['field', 'data', 'registration', 'recording']],
      within: 12,
      is: 'either',
      unless: [...OTHER_MATTERS, 'wrongParty', 'bill'],
    },
    {
      says: ['wrong', ['field', 'registration', 'titleWord', 'my']],
      within: 10,
      is: 'either',
      orNextTo: true,
      letterHas: ['change', 'system', 'data'],
      unless: [...OTHER_MATTERS, 'bill', 'contract'],
      unlessLetter: ['bill'],
    },
    {
      says: ['correct', ['field', 'data', 'registration']],
      within: 6,
      is: 'ended',
      unless: [...OTHER_MATTERS, 'bill'],
    },
    { says: ['change', ['field', 'data', 'registration', 'recording']], within: 10, unless: [...OTHER_MATTERS, 'ads'] },
    {
      says: ['change', ['registration', 'field', 'system', 'titleWord', 'iAm']],
      within: 6,
      orNextTo: true,
      unless: [...OTHER_MATTERS, 'bill', 'contract', 'ads'],
    },
    {
      says: ['titleWord', 'iAm'],
      within: 8,
      is: 'either',
      letterHas: ['change', 'system', 'wrong', 'field', 'registration', 'spell', 'recordedAs'],
      unless: OTHER_MATTERS,
    },
    { says: ['spell', ['field', 'data']], within: 7, is: 'either', unless: OTHER_MATTERS },
    {
      says: ['shouldBe', ['field', 'titleWord', 'registration', 'spell']],
      within: 10,
      is: 'either',
      orNextTo: true,
      unless: [...OTHER_MATTERS, 'bill', 'contract', 'erase'],
    },
    {
      says: ['recordedAs', ['field', 'titleWord', 'iAm', 'called', 'registration', 'spell', 'data']],
      within: 14,
      is: 'either',
      orNextTo: true,
      unless: [...OTHER_MATTERS, 'ads', 'share', 'erase', 'contract', 'bill'],
    },
    { says: ['stillOld'], is: 'either', unless: [...OTHER_MATTERS, 'bill', 'contract', 'erase'] },
    { says: ['change', ['system', 'law']], within: 8, unless: [...OTHER_MATTERS, 'bill', 'contract', 'ads', 'erase'] },
    { says: ['newIs'], unless: [...OTHER_MATTERS, 'contract', 'share', 'bill'], unlessLetter: ['relocation'] },
  ],
};
