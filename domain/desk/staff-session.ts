import * as z from 'zod';
import { instantSchema } from '../instants.ts';
import { staffIdSchema } from '../organisation.ts';

/** A staff member's session in one browser, known by the hash of its cookie. */
export const staffSessionSchema = z.strictObject({
  schemaVersion: z.literal(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  staffId: staffIdSchema,
  /** Opened by a rehearsal's mail, which may have gone to a mailbox that others read: it shows rehearsals only. */
  rehearsal: z.boolean(),
  /** Wall time: eight hours after signing in, or when the person signed out. */
  expiresAt: instantSchema,
});
export type StaffSession = z.infer<typeof staffSessionSchema>;

export const SESSION_HOURS = 8;
