import * as z from 'zod';
import { caseNumberSchema } from '../cases/case-number.ts';
import { partIdSchema } from '../cases/part.ts';
import { stepIdSchema } from '../cases/step-id.ts';
import { contactSchema } from '../consents/contact.ts';
import { scopeSchema } from '../consents/suppression.ts';
import { monthSchema } from '../figures/figures.ts';
import { instantSchema } from '../instants.ts';
import { staffIdSchema } from '../organisation.ts';

/** What a staff notice tells. */
export const staffNoticeSchema = z.enum([
  'approval_wanted',
  'approved',
  'sent_back',
  'handed_over',
  'requester_wrote',
  'inquiry_answered',
  'inquiry_unanswered',
  'identity_reached',
  'withdrawn_by_requester',
  'tell_recipients',
  'task_due',
  'task_reported',
  'not_collected',
  'letter_bounced',
  'extension_bounced',
  'extension_too_late',
  'colleague_unreachable',
  'conflict_of_interest',
  'letter_to_post',
  'expiring_data',
  'authority_letter',
  'wrong_recipient',
  'reopened',
  'mail_to_sort',
]);
export type StaffNotice = z.infer<typeof staffNoticeSchema>;

/**
 * What a mail is about. References only: the mail is rendered from the case as it is when it leaves, so a row holds no
 * personal data and nothing stale is ever sent.
 */
export const mailOrderSchema = z.discriminatedUnion('template', [
  z.strictObject({ template: z.literal('confirm_request'), caseNumber: caseNumberSchema }),
  /** `on`: civil date on which mailings stopped, where that is not the day of receipt. */
  z.strictObject({
    template: z.literal('marketing_stopped'),
    caseNumber: caseNumberSchema,
    on: z.iso.date().optional(),
  }),
  /** Asks the holder of an address whether they signed up; the only mail before they did. */
  z.strictObject({ template: z.literal('confirm_consent'), signUpId: z.string(), contact: contactSchema }),
  /** What somebody agreed to on these topics, and how to stop. */
  z.strictObject({
    template: z.literal('consent_receipt'),
    contact: contactSchema,
    topics: z.array(scopeSchema).min(1),
  }),
  /** That mailings have stopped, and when (wall time); no topics: all of them. */
  z.strictObject({
    template: z.literal('consent_withdrawn'),
    contact: contactSchema,
    topics: z.array(scopeSchema),
    at: instantSchema,
  }),
  /** A mail that is no privacy matter, on to customer service. */
  z.strictObject({ template: z.literal('to_customer_service'), caseNumber: caseNumberSchema }),
  z.strictObject({ template: z.literal('acknowledgement'), caseNumber: caseNumberSchema }),
  z.strictObject({ template: z.literal('answer_ready'), caseNumber: caseNumberSchema }),
  z.strictObject({ template: z.literal('promise_missed'), caseNumber: caseNumberSchema }),
  /** A question to the requester; `reminder` for asking again. */
  z.strictObject({
    template: z.literal('inquiry'),
    caseNumber: caseNumberSchema,
    inquiryId: z.string(),
    reminder: z.boolean(),
  }),
  /** The code that shows who somebody is, to the address on file that the inquiry names. */
  z.strictObject({ template: z.literal('identity_code'), caseNumber: caseNumberSchema, inquiryId: z.string() }),
  z.strictObject({ template: z.literal('message'), caseNumber: caseNumberSchema, textId: z.string() }),
  z.strictObject({ template: z.literal('extension_letter'), caseNumber: caseNumberSchema }),
  z.strictObject({
    template: z.literal('retyped'),
    caseNumber: caseNumberSchema,
    partId: partIdSchema,
    textId: z.string(),
  }),
  z.strictObject({ template: z.literal('restriction_lifting'), caseNumber: caseNumberSchema, partId: partIdSchema }),
  z.strictObject({ template: z.literal('answer_reminder'), caseNumber: caseNumberSchema }),
  z.strictObject({ template: z.literal('withdrawal_confirmed'), caseNumber: caseNumberSchema }),
  z.strictObject({ template: z.literal('case_reopened'), caseNumber: caseNumberSchema }),
  /** To the new address, with a link that proves it. */
  z.strictObject({ template: z.literal('confirm_contact'), caseNumber: caseNumberSchema, textId: z.string() }),
  /** To the old address, which the text holds. */
  z.strictObject({ template: z.literal('contact_changed'), caseNumber: caseNumberSchema, textId: z.string() }),
  /** To a recipient of data (GDPR art. 19). */
  z.strictObject({
    template: z.literal('recipient_notice'),
    caseNumber: caseNumberSchema,
    taskId: z.string(),
    reminder: z.boolean(),
  }),
  /** To a department that looks for its part. */
  z.strictObject({
    template: z.literal('search_request'),
    caseNumber: caseNumberSchema,
    taskId: z.string(),
    reminder: z.boolean(),
  }),
  /** One thing staff have to know of a case; `about` is the proposal, task or part it concerns. */
  z.strictObject({
    template: z.literal('staff_notice'),
    caseNumber: caseNumberSchema,
    staffId: staffIdSchema,
    notice: staffNoticeSchema,
    about: z.string().nullable(),
  }),
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
  z.strictObject({ template: z.literal('staff_figures'), staffId: staffIdSchema, month: monthSchema }),
  /** Lets an addressee into a session; `continueTo`: hash of a link, or number of a case. */
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

/** Tells the newsletter tool of one event of a consent record. */
export const webhookOrderSchema = z.strictObject({
  recordId: z.uuidv4(),
  contact: contactSchema,
  topic: scopeSchema,
  /** The event of the record that is told. */
  sequence: z.int().min(1),
});
export type WebhookOrder = z.infer<typeof webhookOrderSchema>;

/** Only characters that a tag of a mail may have, so that what the provider tells of a mail names its row. */
export const outboxIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,120}$/);

const common = {
  schemaVersion: z.literal(1),
  outboxId: outboxIdSchema,
  /** Wall time, as all times of a row. */
  createdAt: instantSchema,
  attempts: z.int().min(0),
  /** When the row may be tried (again); null once it is sent or no longer needed. */
  nextAttemptAt: instantSchema.nullable(),
  /** Until when one dispatcher alone may work on it. */
  leaseUntil: instantSchema.nullable(),
  outcome: z.enum(['sent', 'not_needed', 'capped', 'given_up']).nullable(),
  finishedAt: instantSchema.nullable(),
  /** A code, never a message: messages can hold addresses. */
  lastErrorCode: z.string().nullable(),
};

/** A mail, a workflow start or a word to the newsletter tool that must still go out, written in the transaction that made it necessary. */
export const outboxRowSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('mail'), mail: mailOrderSchema }),
  z.strictObject({ ...common, kind: z.literal('start_workflow'), start: workflowStartSchema }),
  z.strictObject({ ...common, kind: z.literal('webhook'), webhook: webhookOrderSchema }),
]);
export type OutboxRow = z.infer<typeof outboxRowSchema>;

/** What a row is to do, before it has an id and a state. */
export type OutboxOrder =
  | { readonly kind: 'mail'; readonly mail: MailOrder }
  | { readonly kind: 'webhook'; readonly webhook: WebhookOrder }
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
  switch (order.kind) {
    case 'mail':
      return { ...common, kind: order.kind, mail: order.mail };
    case 'webhook':
      return { ...common, kind: order.kind, webhook: order.webhook };
    case 'start_workflow':
      return { ...common, kind: order.kind, start: order.start };
  }
}
