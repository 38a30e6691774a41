import * as z from 'zod';

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

interface RequestTypeRules {
  /** Whether the statutory month of art. 12(3) runs for it. */
  readonly hasStatutoryLimit: boolean;
  /** Carried out in the transaction that stores it: no identity, no confirmation, no refusal. */
  readonly carriedOutAtOnce: boolean;
}

const right: RequestTypeRules = { hasStatutoryLimit: true, carriedOutAtOnce: false };
const atOnce: RequestTypeRules = { hasStatutoryLimit: true, carriedOutAtOnce: true };
const promiseOnly: RequestTypeRules = { hasStatutoryLimit: false, carriedOutAtOnce: false };

/** The rules of each request type, as data: later rules get a column here, never a branch elsewhere. */
export const REQUEST_TYPE_RULES: Readonly<Record<RequestType, RequestTypeRules>> = {
  access: right,
  rectification: right,
  erasure: right,
  portability: right,
  restriction: right,
  objection: right,
  marketing_objection: atOnce,
  consent_withdrawal: atOnce,
  automated_decision: right,
  question: promiseOnly,
  complaint: promiseOnly,
};
