import * as z from 'zod';
import { instantSchema } from '../instants.ts';
import { languageSchema } from '../languages.ts';
import { staffIdSchema } from '../organisation.ts';
import { actorSchema } from './actor.ts';
import { answerFileSchema, MAX_FILES } from './answer-file.ts';
import { caseClockSchema } from './case-clock.ts';
import { caseNumberSchema } from './case-number.ts';
import { extensionSchema } from './extension.ts';
import { inboundSchema, mailContentSchema } from './inbound.ts';
import { identitySchema } from './identity.ts';
import { inquirySchema } from './inquiry.ts';
import { partIdSchema, partSchema } from './part.ts';
import { proposalSchema } from './proposal.ts';
import { representationSchema } from './representation.ts';
import { stepIdSchema } from './step-id.ts';
import { taskSchema } from './task.ts';

/** Questions one case has room for. */
export const MAX_INQUIRIES = 20;
/** Other cases one case can be linked to. */
export const MAX_LINKED_CASES = 50;
/** Tasks that staff may have set for one case: far fewer than it has room for, since letters to post never wait for room. */
export const MAX_TASKS_OF_STAFF = 200;
const MAX_TASKS = 600;

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
  /** Came as a mail: what its parts are is proposed by the desk until staff accept it. Null for all else. */
  inbound: inboundSchema.nullable(),
  /** How letters reach the requester. */
  reachedBy: z.enum(['email', 'post']),
  /** Keyed hash of the normalised contact address (of name and postal address without one), with the key's id. */
  contactHash: z.strictObject({ kid: z.string(), mac: z.string() }),
  /** Key and generation of the collection code; a reissue counts the generation up and kills the code before it. */
  collectionCode: z.strictObject({ kid: z.string(), generation: z.int().min(1) }),
  /** Somebody asks for another person; null for oneself. */
  representation: representationSchema.nullable(),
  /** What was established about the person beyond a confirmed address. */
  identity: identitySchema.nullable(),
  /** Questions to the requester that are, or were, waited for. */
  inquiries: z.array(inquirySchema).max(MAX_INQUIRIES),
  /** What waits for a second person. */
  proposals: z.array(proposalSchema).max(40),
  extension: extensionSchema.nullable(),
  /** Why the answer will be late and when it is there, as staff entered it for the requester. */
  delay: z.strictObject({ until: z.iso.date().nullable(), textId: z.string() }).nullable(),
  tasks: z.array(taskSchema).max(MAX_TASKS),
  /** Files that go with the answers to the parts. */
  files: z.array(answerFileSchema).max(MAX_FILES),
  /** Staff a complaint is about: they lose ladder, approval, search and digest of the case. */
  excludedStaff: z.array(staffIdSchema).max(100),
  /** Other cases of the same person; each keeps its own receipt and code. */
  linkedCases: z.array(caseNumberSchema).max(MAX_LINKED_CASES),
  /** When the requester first proved an address of theirs; null while nobody has. */
  addressConfirmedAt: instantSchema.nullable(),
  /** When the case was counted in the figures: once, however often it is opened again. */
  countedAt: instantSchema.nullable(),
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

/** Why something never was a request; `customer_service`: a mail that is theirs, and no privacy matter. */
export const dismissalGroundSchema = z.enum(['spam', 'test', 'duplicate', 'no_request', 'customer_service']);

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
    ground: dismissalGroundSchema,
  }),
]);
export type Case = z.infer<typeof caseSchema>;
export type UnconfirmedCase = Extract<Case, { status: 'unconfirmed' }>;
export type OpenCase = Extract<Case, { status: 'open' }>;
export type ClosedCase = Extract<Case, { status: 'closed' }>;
export type DismissedCase = Extract<Case, { status: 'dismissed' }>;
export type CaseStatus = Case['status'];
export type DismissalGround = z.infer<typeof dismissalGroundSchema>;

/** What people wrote and how to reach them: erased on its own retention, without touching the proof in the case. */
export const caseContentSchema = z.strictObject({
  schemaVersion: z.literal(1),
  caseNumber: caseNumberSchema,
  requester: z.strictObject({
    name: z.string(),
    /** Absent for a request by post, phone or counter of somebody without one: letters to them are posted. */
    email: z.string().optional(),
    phone: z.string().optional(),
    postalAddress: z.string().optional(),
    relation: z.enum(['customer', 'former_customer', 'applicant', 'newsletter', 'other']).optional(),
  }),
  message: z.string().optional(),
  /** The person somebody asks for. */
  onBehalfOf: z.string().optional(),
  /** Of a request that came as a mail. */
  mail: mailContentSchema.optional(),
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
  /** The parts a refusal must have besides its ground (GDPR art. 12(4), UAVG art. 35), as the person reads them. */
  refusal: z
    .strictObject({
      scope: z.string().min(1),
      facts: z.string().min(1),
      authority: z.string().min(1),
      court: z.string().min(1),
    })
    .nullable(),
  writtenBy: staffIdSchema,
  writtenAt: instantSchema,
});
export type Answer = z.infer<typeof answerSchema>;
