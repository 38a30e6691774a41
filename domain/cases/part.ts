import * as z from 'zod';
import { instantSchema } from '../instants.ts';
import { decisionSchema } from './decision.ts';
import { refusalGroundsOf, REQUEST_TYPE_RULES, requestTypeSchema } from './request-types.ts';

export const partIdSchema = z.string().regex(/^[1-9][0-9]?$/);

/**
 * Processing that stands still (GDPR art. 18). The person is told before it is lifted (art. 18(3)): `toldAt` is when
 * that letter left.
 */
const restrictionSchema = z.strictObject({
  since: instantSchema,
  toldAt: instantSchema.nullable(),
  liftedAt: instantSchema.nullable(),
});

/** One thing asked in a case. Its text lives apart, in the case's content. */
export const partSchema = z
  .strictObject({
    partId: partIdSchema,
    requestType: requestTypeSchema,
    decision: decisionSchema.nullable(),
    restriction: restrictionSchema.nullable(),
  })
  .refine(
    ({ requestType, decision }) =>
      decision === null ||
      decision.outcome === 'withdrawn' ||
      REQUEST_TYPE_RULES[requestType].outcomes.includes(decision.outcome),
    'a request of this type does not end like that',
  )
  .refine(
    ({ requestType, decision }) =>
      decision === null || !('refusal' in decision) || refusalGroundsOf(requestType).includes(decision.refusal.ground),
    'a request of this type cannot be refused on that ground',
  );
export type Part = z.infer<typeof partSchema>;
