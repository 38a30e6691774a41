import * as z from 'zod';
import { instantSchema } from '../instants.ts';
import { languageSchema } from '../languages.ts';
import { staffIdSchema } from '../organisation.ts';
import { caseClockSchema } from './case-clock.ts';
import { caseNumberSchema } from './case-number.ts';
import { stepIdSchema } from './ladder.ts';
import { requestTypeSchema } from './request-types.ts';

/** Who did something: the requester, a staff member, or the desk itself. */
export const actorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('requester') }),
  z.strictObject({ kind: z.literal('staff'), staffId: staffIdSchema }),
  z.strictObject({ kind: z.literal('desk') }),
]);
export type Actor = z.infer<typeof actorSchema>;

export const partIdSchema = z.string().regex(/^[1-9][0-9]?$/);

/**
 * What was decided about one part. `answered`: staff wrote an answer and recorded no decision beyond it. Grounds, scope
 * and approval of a refusal get their place here.
 */
const decisionSchema = z.strictObject({
  outcome: z.enum(['answered', 'granted', 'partly_granted', 'refused', 'withdrawn']),
  decidedAt: instantSchema,
  decidedBy: actorSchema,
});

/** One thing asked in a case. Its text lives apart, in the case's content. */
export const partSchema = z.strictObject({
  partId: partIdSchema,
  requestType: requestTypeSchema,
  decision: decisionSchema.nullable(),
});
export type Part = z.infer<typeof partSchema>;

/** One rung of the ladder that will not be done again. `overtaken`: a more urgent rung was due at the same wake. */
const doneStepSchema = z.strictObject({
  step: stepIdSchema,
  at: instantSchema,
  outcome: z.enum(['done', 'overtaken']),
});

const common = {
  schemaVersion: z.literal(1),
  caseNumber: caseNumberSchema,
  language: languageSchema,
  clock: caseClockSchema,
  /** Case time. Every date of the case is reckoned from it; it never changes. */
  receivedAt: instantSchema,
  receivedThrough: z.enum(['form', 'api', 'mail', 'letter', 'phone', 'counter', 'ticket']),
  parts: z.array(partSchema).min(1).max(20),
  /** Keyed hash of the normalised contact address, with the id of the key that made it. */
  contactHash: z.strictObject({ kid: z.string(), mac: z.string() }),
  /** Key and generation of the collection code; a reissue counts the generation up and kills the code before it. */
  collectionCode: z.strictObject({ kid: z.string(), generation: z.int().min(1) }),
  /** Rungs done, in order. */
  steps: z.array(doneStepSchema),
  /** The workflow run that may act; 0 before the first start. An older run that wakes is superseded. */
  clockRun: z.int().min(0),
  /** Wall time the current run waits for. */
  wakesAt: instantSchema.nullable(),
  /** Wall time of the next rung, for the due index; null when nothing is due any more. */
  nextStepAt: instantSchema.nullable(),
  /** Counts committed changes; every change is conditional on it. */
  version: z.int().min(1),
  /** Head of the hash-chained events. */
  lastEvent: z.strictObject({ sequence: z.int().min(1), hash: z.string() }),
};

const opened = {
  openedAt: instantSchema,
  openedBy: actorSchema,
  assignee: z.strictObject({ staffId: staffIdSchema, since: instantSchema }).nullable(),
};

/**
 * The case: one submission by one person. It holds procedure only; what people wrote is in its content.
 * `unconfirmed`: received, the address not proven yet. `open`: the clock runs and staff work. `closed`: every part has
 * a decision. `dismissed`: never was a request. Instants are case time unless their comment says wall time.
 */
export const caseSchema = z.discriminatedUnion('status', [
  z.strictObject({ ...common, status: z.literal('unconfirmed') }),
  z.strictObject({ ...common, ...opened, status: z.literal('open') }),
  z.strictObject({
    ...common,
    ...opened,
    status: z.literal('closed'),
    closedAt: instantSchema,
    collectedAt: instantSchema.nullable(),
  }),
  z.strictObject({
    ...common,
    status: z.literal('dismissed'),
    dismissedAt: instantSchema,
    dismissedBy: actorSchema,
    ground: z.enum(['spam', 'test', 'duplicate', 'no_request']),
  }),
]);
export type Case = z.infer<typeof caseSchema>;
export type UnconfirmedCase = Extract<Case, { status: 'unconfirmed' }>;
export type OpenCase = Extract<Case, { status: 'open' }>;
export type ClosedCase = Extract<Case, { status: 'closed' }>;
export type DismissedCase = Extract<Case, { status: 'dismissed' }>;
export type CaseStatus = Case['status'];
export type DismissalGround = DismissedCase['ground'];

/** What people wrote and how to reach them: erased on its own retention, without touching the proof in the case. */
export const caseContentSchema = z.strictObject({
  schemaVersion: z.literal(1),
  caseNumber: caseNumberSchema,
  requester: z.strictObject({
    name: z.string(),
    email: z.string(),
    phone: z.string().optional(),
    relation: z.enum(['customer', 'former_customer', 'applicant', 'newsletter', 'other']).optional(),
  }),
  message: z.string().optional(),
  /** Text of a part, by part id. */
  partTexts: z.record(partIdSchema, z.string()),
});
export type CaseContent = z.infer<typeof caseContentSchema>;

/** The text the requester collects for one part. Content: never mailed, never logged. */
export const answerSchema = z.strictObject({
  schemaVersion: z.literal(1),
  caseNumber: caseNumberSchema,
  partId: partIdSchema,
  text: z.string(),
  writtenBy: staffIdSchema,
  writtenAt: instantSchema,
});
export type Answer = z.infer<typeof answerSchema>;
