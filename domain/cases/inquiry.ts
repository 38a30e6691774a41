import * as z from 'zod';
import { instantSchema } from '../instants.ts';
import { staffIdSchema } from '../organisation.ts';
import { identityDoubtSchema, identityLevelSchema } from './identity.ts';

const common = {
  inquiryId: z.string().regex(/^[1-9][0-9]{0,3}$/),
  askedAt: instantSchema,
  askedBy: staffIdSchema,
  /** The case text with the question. */
  textId: z.string(),
  answeredAt: instantSchema.nullable(),
};

/** A question to the requester that is waited for. The promise runs on meanwhile. */
export const inquirySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('identity'),
    doubt: identityDoubtSchema,
    levelNeeded: identityLevelSchema,
    /** A code was sent to an address on file; the text that holds the address, until the code was typed. */
    code: z.strictObject({ kid: z.string(), addressTextId: z.string(), sentAt: instantSchema }).nullable(),
  }),
  z.strictObject({ ...common, kind: z.literal('clarification') }),
]);
export type Inquiry = z.infer<typeof inquirySchema>;
