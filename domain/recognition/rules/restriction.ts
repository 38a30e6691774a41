import type { RightRules } from '../rule.ts';
import { OTHER_MATTERS } from '../other-matters.ts';

const HELD = ['data', 'recording', 'registration', 'everything', 'account', 'activity', 'ofMe'] as const;
const LEFT_AS_IT_IS = ['deny', 'no', 'stop', 'restrict', 'setAside', 'unused', 'only'] as const;

/** GDPR art. 18: kept, but not used, for a while. To block a SIM card or a premium number is no such thing. */
export const RESTRICTION: RightRules = {
  requestType: 'restriction',
  articles: ['18'],
  rules: [
    { says: ['restrictionName'], is: 'either' },
    {
      says: ['restrict', ['data', 'recording', 'registration', 'everything', 'account', 'ofMe', 'processing', 'law']],
      within: 12,
      is: 'either',
      unless: [...OTHER_MATTERS, 'machine', 'decide'],
    },
    // Left alone until something is clear.
    { says: ['while', [...HELD, 'processing'], LEFT_AS_IT_IS], within: 18, is: 'either', unless: OTHER_MATTERS },
    {
      says: ['use', 'while'],
      within: 14,
      is: 'ended',
      letterHas: ['data', 'registration', 'recording', 'field', 'ofMe'],
      unless: [...OTHER_MATTERS, 'callMe', 'ads'],
    },
    // Kept and not used.
    { says: ['use', 'keep'], within: 14, is: 'ended', butAsks: ['keep'], letterHas: HELD, unless: OTHER_MATTERS },
    { says: ['keep', 'only'], within: 8, letterHas: HELD, isQuestion: false, unless: OTHER_MATTERS },
    {
      says: [
        ['unused', 'setAside'],
        [...HELD, 'refers', 'keep', 'erase'],
      ],
      within: 10,
      is: 'either',
      orNextTo: true,
      unless: [...OTHER_MATTERS, 'ads'],
      letterHas: HELD,
    },
    // Not deleted, because it is still needed.
    { says: ['erase', HELD], within: 12, is: 'ended', orNextTo: true, unless: OTHER_MATTERS },
    { says: ['keep', 'evidence'], within: 16, orNextTo: true, letterHas: HELD, unless: ['contract'] },
    { says: [['need', 'willing'], 'evidence'], within: 12, letterHas: ['keep', 'erase'], unless: ['bill', 'contract'] },
  ],
};
