import * as z from 'zod';
import type { IdentityLevel } from './identity.ts';
import { REFUSAL_GROUNDS, type RefusalGround, refusalGroundSchema } from './refusal-grounds.ts';

/** What a part of a case asks for. The article or law each one rests on stands beside it. */
export const requestTypeSchema = z.enum([
  'access', // GDPR art. 15
  'rectification', // GDPR art. 16
  'erasure', // GDPR art. 17
  'portability', // GDPR art. 20
  'restriction', // GDPR art. 18
  'objection', // GDPR art. 21(1)
  'marketing_objection', // GDPR art. 21(2)-(3): absolute
  'consent_withdrawal', // GDPR art. 7(3)
  'automated_decision', // GDPR art. 22(3)
  'question', // the promise in the privacy statement only
  'complaint', // the promise in the privacy statement only
]);
export type RequestType = z.infer<typeof requestTypeSchema>;

/** How a part can end by a decision of staff. `withdrawn` is not among them: that is the requester's own act. */
export const outcomeSchema = z.enum(['answered', 'granted', 'nothing_held', 'partly_granted', 'refused']);
export type Outcome = z.infer<typeof outcomeSchema>;

interface RequestTypeRules {
  /** A right under the GDPR, or a question or complaint that only the privacy statement promises to answer. */
  readonly isRight: boolean;
  /** Whether the statutory month of art. 12(3) runs for it. */
  readonly hasStatutoryLimit: boolean;
  /** Carried out in the transaction that stores it: no identity, no confirmation, no refusal. */
  readonly carriedOutAtOnce: boolean;
  /** How sure the desk must be of the person before it is granted (art. 12(6)). */
  readonly identityLevel: IdentityLevel;
  /** Whether art. 12(3) lets the limit become two months longer. */
  readonly extendable: boolean;
  /** Who must be told once it is granted (art. 19; for art. 21(3) and 7(3) the tools that send). */
  readonly told: 'nobody' | 'recipients' | 'mailing_tools';
  /** How it may end. */
  readonly outcomes: readonly Outcome[];
  /** Whether the processing it is about stands still until it is decided (art. 18(1)(d)). */
  readonly restrictsUntilDecided: boolean;
}

const RIGHT = {
  isRight: true,
  hasStatutoryLimit: true,
  carriedOutAtOnce: false,
  extendable: true,
  told: 'nobody',
  restrictsUntilDecided: false,
} as const;
const RIGHT_OUTCOMES = ['granted', 'partly_granted', 'refused'] as const;
const OUTCOMES_OVER_DATA = ['granted', 'nothing_held', 'partly_granted', 'refused'] as const;
const AT_ONCE: RequestTypeRules = {
  ...RIGHT,
  carriedOutAtOnce: true,
  identityLevel: 'L0',
  extendable: false,
  told: 'mailing_tools',
  outcomes: ['granted'],
};
const PROMISE_ONLY: RequestTypeRules = {
  ...RIGHT,
  isRight: false,
  hasStatutoryLimit: false,
  identityLevel: 'L0',
  extendable: false,
  outcomes: ['answered'],
};

/** The rules of each request type, as data: later rules get a column here, never a branch elsewhere. */
export const REQUEST_TYPE_RULES: Readonly<Record<RequestType, RequestTypeRules>> = {
  access: { ...RIGHT, identityLevel: 'L2', outcomes: OUTCOMES_OVER_DATA },
  rectification: { ...RIGHT, identityLevel: 'L2', told: 'recipients', outcomes: OUTCOMES_OVER_DATA },
  erasure: { ...RIGHT, identityLevel: 'L2', told: 'recipients', outcomes: OUTCOMES_OVER_DATA },
  portability: { ...RIGHT, identityLevel: 'L2', outcomes: OUTCOMES_OVER_DATA },
  restriction: { ...RIGHT, identityLevel: 'L1', told: 'recipients', outcomes: OUTCOMES_OVER_DATA },
  objection: { ...RIGHT, identityLevel: 'L1', outcomes: RIGHT_OUTCOMES, restrictsUntilDecided: true },
  marketing_objection: AT_ONCE,
  consent_withdrawal: AT_ONCE,
  automated_decision: { ...RIGHT, identityLevel: 'L2', outcomes: RIGHT_OUTCOMES },
  question: PROMISE_ONLY,
  complaint: PROMISE_ONLY,
};

/** The grounds on which a request of this type may be refused, in whole or in part; none for an absolute right. */
export function refusalGroundsOf(requestType: RequestType): readonly RefusalGround[] {
  return refusalGroundSchema.options.filter((ground) =>
    REFUSAL_GROUNDS[ground].requestTypes.some((type) => type === requestType),
  );
}
