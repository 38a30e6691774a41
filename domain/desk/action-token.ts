import { createHash } from 'node:crypto';
import * as z from 'zod';
import { partIdSchema } from '../cases/case.ts';
import { caseNumberSchema } from '../cases/case-number.ts';
import { instantSchema } from '../instants.ts';
import { staffIdSchema } from '../organisation.ts';

const common = {
  schemaVersion: z.literal(1),
  /** SHA-256 of the secret, hex: the secret itself is in the mail only (rule R2). */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Wall time; checked in every condition, since expired rows stay readable for a while. */
  expiresAt: instantSchema,
  usedAt: instantSchema.nullable(),
};

/** What a link in a mail may do: one action on one case for one person. */
export const actionTokenSchema = z.discriminatedUnion('action', [
  z.strictObject({ ...common, action: z.literal('confirm'), caseNumber: caseNumberSchema }),
  z.strictObject({ ...common, action: z.literal('collect'), caseNumber: caseNumberSchema }),
  z.strictObject({
    ...common,
    action: z.literal('sign_in'),
    staffId: staffIdSchema,
    continueTo: z.string().nullable(),
    /** Whether the session it opens is for rehearsals only. */
    rehearsal: z.boolean(),
  }),
  z.strictObject({ ...common, action: z.literal('take'), caseNumber: caseNumberSchema, staffId: staffIdSchema }),
  z.strictObject({ ...common, action: z.literal('accept'), caseNumber: caseNumberSchema, staffId: staffIdSchema }),
  z.strictObject({ ...common, action: z.literal('dismiss'), caseNumber: caseNumberSchema, staffId: staffIdSchema }),
  z.strictObject({
    ...common,
    action: z.literal('answer'),
    caseNumber: caseNumberSchema,
    partId: partIdSchema,
    staffId: staffIdSchema,
  }),
]);
export type ActionToken = z.infer<typeof actionTokenSchema>;
export type StaffActionToken = Extract<ActionToken, { action: 'take' | 'accept' | 'dismiss' | 'answer' }>;

/** Random bytes of a secret: 256 bit. */
export const TOKEN_SECRET_BYTES = 32;

/** A secret as it travels in a link's fragment or is typed without script: base64url. */
export const tokenSecretSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** The hash under which a secret is known to the desk. */
export function tokenHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
