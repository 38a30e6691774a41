import { createHash } from 'node:crypto';
import * as z from 'zod';
import { caseNumberSchema } from '../cases/case-number.ts';
import { instantSchema } from '../instants.ts';
import { staffIdSchema } from '../organisation.ts';
import { staffActionSchema } from './staff-actions.ts';

const common = {
  schemaVersion: z.literal(1),
  /** SHA-256 of the secret, hex: the secret itself is in the mail only (rule R2). */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Wall time; checked in every condition, since expired rows stay readable for a while. */
  expiresAt: instantSchema,
  usedAt: instantSchema.nullable(),
};

/** A staff link: one action on one case for one person. `on` is the part, proposal or task it is about, by id. */
const staffTokenSchema = z.strictObject({
  ...common,
  action: staffActionSchema,
  caseNumber: caseNumberSchema,
  staffId: staffIdSchema,
  on: z.string().max(10).nullable(),
});
export type StaffActionToken = z.infer<typeof staffTokenSchema>;

/** What a link in a mail may do. */
export const actionTokenSchema = z.discriminatedUnion('action', [
  z.strictObject({ ...common, action: z.literal('confirm'), caseNumber: caseNumberSchema }),
  z.strictObject({ ...common, action: z.literal('collect'), caseNumber: caseNumberSchema }),
  /** Proves a new address of the requester; the case text that holds it. */
  z.strictObject({
    ...common,
    action: z.literal('confirm_contact'),
    caseNumber: caseNumberSchema,
    textId: z.string(),
  }),
  /** A recipient of data or a department says what became of its task. */
  z.strictObject({ ...common, action: z.literal('report_task'), caseNumber: caseNumberSchema, taskId: z.string() }),
  /** Gives the consents of a sign-up, or says that it was somebody else's. */
  z.strictObject({ ...common, action: z.literal('confirm_consent'), signUpId: z.string() }),
  z.strictObject({
    ...common,
    action: z.literal('sign_in'),
    staffId: staffIdSchema,
    /** What the person wanted to open: the hash of a link, or the number of a case; null for the desk itself. */
    continueTo: z.string().nullable(),
    /** Whether the session it opens is for rehearsals only. */
    rehearsal: z.boolean(),
  }),
  staffTokenSchema,
]);
export type ActionToken = z.infer<typeof actionTokenSchema>;

/** Whether a token is a staff link. */
export function isStaffToken(token: ActionToken): token is StaffActionToken {
  return staffActionSchema.safeParse(token.action).success;
}

/**
 * How long a token is kept beyond its expiry, in days: so long its holder is told what became of the link. People read
 * a mail months later; staff have the desk, and when they signed in is nobody's business for longer.
 */
export function daysKeptWhenExpired(token: ActionToken): number {
  return token.action === 'sign_in' || isStaffToken(token) ? 30 : 90;
}

/** Random bytes of a secret: 256 bit. */
export const TOKEN_SECRET_BYTES = 32;

/** A secret as it travels in a link's fragment or is typed without script: base64url. */
export const tokenSecretSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** The hash under which a secret is known to the desk. */
export function tokenHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
