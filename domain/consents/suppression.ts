import * as z from 'zod';
import { instantSchema } from '../instants.ts';

/**
 * An address that must not be mailed for marketing, as a keyed hash: survives erasure and restore (GDPR art. 21(3),
 * 17(3)(b)). Checked at sign-up, import and send.
 */
export const suppressionSchema = z.strictObject({
  schemaVersion: z.literal(1),
  contact: z.strictObject({ kid: z.string(), mac: z.string() }),
  channel: z.enum(['email']),
  scope: z.enum(['all']),
  reason: z.enum(['objected', 'withdrawn']),
  /** Wall time. */
  since: instantSchema,
});
export type Suppression = z.infer<typeof suppressionSchema>;
