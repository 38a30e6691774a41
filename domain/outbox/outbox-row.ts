import * as z from 'zod';
import { caseNumberSchema } from '../cases/case-number.ts';
import { stepIdSchema } from '../cases/ladder.ts';
import { instantSchema } from '../instants.ts';
import { staffIdSchema } from '../organisation.ts';

/**
 * What a mail is about. References only: the mail is rendered from the case as it is when it leaves, so a row holds no
 * personal data and nothing stale is ever sent.
 */
export const mailOrderSchema = z.discriminatedUnion('template', [
  z.strictObject({ template: z.literal('confirm_request'), caseNumber: caseNumberSchema }),
  z.strictObject({ template: z.literal('marketing_stopped'), caseNumber: caseNumberSchema }),
  z.strictObject({ template: z.literal('acknowledgement'), caseNumber: caseNumberSchema }),
  z.strictObject({ template: z.literal('answer_ready'), caseNumber: caseNumberSchema }),
  z.strictObject({ template: z.literal('promise_missed'), caseNumber: caseNumberSchema }),
  z.strictObject({ template: z.literal('staff_new_case'), caseNumber: caseNumberSchema, staffId: staffIdSchema }),
  z.strictObject({
    template: z.literal('staff_step'),
    caseNumber: caseNumberSchema,
    staffId: staffIdSchema,
    step: stepIdSchema,
  }),
  /** Bundles every unconfirmed request of `caseNumbers` that is still unconfirmed. */
  z.strictObject({
    template: z.literal('staff_unconfirmed'),
    staffId: staffIdSchema,
    caseNumbers: z.array(caseNumberSchema).min(1).max(50),
  }),
  /** Lets an addressee into a session; `continueTo` is the hash of the link the person wanted to open. */
  z.strictObject({
    template: z.literal('staff_sign_in'),
    staffId: staffIdSchema,
    continueTo: z.string().nullable(),
    /** Whether that link belongs to a rehearsal. */
    rehearsal: z.boolean(),
  }),
]);
export type MailOrder = z.infer<typeof mailOrderSchema>;

/** Starts run `run` of the workflow of a case. */
export const workflowStartSchema = z.strictObject({ caseNumber: caseNumberSchema, run: z.int().min(1) });

const common = {
  schemaVersion: z.literal(1),
  outboxId: z.string().min(1).max(120),
  /** Wall time, as all times of a row. */
  createdAt: instantSchema,
  attempts: z.int().min(0),
  /** When the row may be tried (again); null once it is sent or no longer needed. */
  nextAttemptAt: instantSchema.nullable(),
  /** Until when one dispatcher alone may work on it. */
  leaseUntil: instantSchema.nullable(),
  outcome: z.enum(['sent', 'not_needed', 'capped']).nullable(),
  finishedAt: instantSchema.nullable(),
  /** A code, never a message: messages can hold addresses. */
  lastErrorCode: z.string().nullable(),
};

/** A mail or workflow start that must still go out, written in the transaction that made it necessary. */
export const outboxRowSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('mail'), mail: mailOrderSchema }),
  z.strictObject({ ...common, kind: z.literal('start_workflow'), start: workflowStartSchema }),
]);
export type OutboxRow = z.infer<typeof outboxRowSchema>;

/** What a row is to do, before it has an id and a state. */
export type OutboxOrder =
  | { readonly kind: 'mail'; readonly mail: MailOrder }
  | {
      readonly kind: 'start_workflow';
      readonly start: z.infer<typeof workflowStartSchema>;
      /** Wall time before which it is not to be tried; at once without it. */
      readonly notBefore?: string;
    };

/** A new row, due at once unless its order says otherwise. `now` is wall time text. */
export function newOutboxRow(outboxId: string, order: OutboxOrder, now: string): OutboxRow {
  const common = {
    schemaVersion: 1 as const,
    outboxId,
    createdAt: now,
    attempts: 0,
    nextAttemptAt: order.kind === 'start_workflow' ? (order.notBefore ?? now) : now,
    leaseUntil: null,
    outcome: null,
    finishedAt: null,
    lastErrorCode: null,
  };
  return order.kind === 'mail'
    ? { ...common, kind: order.kind, mail: order.mail }
    : { ...common, kind: order.kind, start: order.start };
}
