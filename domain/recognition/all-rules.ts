import type { RightRules } from './rule.ts';
import { ACCESS } from './rules/access.ts';
import { AUTOMATED_DECISION } from './rules/automated-decision.ts';
import { COMPLAINT } from './rules/complaint.ts';
import { CONSENT_WITHDRAWAL } from './rules/consent-withdrawal.ts';
import { ERASURE } from './rules/erasure.ts';
import { MARKETING_OBJECTION } from './rules/marketing-objection.ts';
import { OBJECTION } from './rules/objection.ts';
import { PORTABILITY } from './rules/portability.ts';
import { QUESTION } from './rules/question.ts';
import { RECTIFICATION } from './rules/rectification.ts';
import { RESTRICTION } from './rules/restriction.ts';

/** The rights of the law and the promise, one file each. */
export const ALL_RULES: readonly RightRules[] = [
  ACCESS,
  RECTIFICATION,
  ERASURE,
  PORTABILITY,
  RESTRICTION,
  OBJECTION,
  MARKETING_OBJECTION,
  CONSENT_WITHDRAWAL,
  AUTOMATED_DECISION,
  COMPLAINT,
  QUESTION,
];
