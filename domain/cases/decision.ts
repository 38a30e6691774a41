import * as z from 'zod';
import { instantSchema } from '../instants.ts';
import { staffIdSchema } from '../organisation.ts';
import { actorSchema } from './actor.ts';
import { refusalGroundSchema } from './refusal-grounds.ts';

/** Data that are kept against a request for erasure, and until when: on that date they come back as a task. */
export const keptDataSchema = z.strictObject({
  /** Code of a data category of the profile. */
  category: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/),
  ground: refusalGroundSchema,
  /** Civil date. */
  until: z.iso.date(),
});
export type KeptData = z.infer<typeof keptDataSchema>;

/**
 * The proof of a refusal (GDPR art. 12(4)): its ground, who approved it, and the hash of its letter, which holds the
 * scope, the facts, and the texts on the authority and the court. The letter itself is content.
 */
const refusalSchema = z.strictObject({
  ground: refusalGroundSchema,
  approvedBy: staffIdSchema,
  approvedAt: instantSchema,
  /** SHA-256 of the RFC 8785 form of the letter, hex. */
  letterHash: z.string().regex(/^[0-9a-f]{64}$/),
  kept: z.array(keptDataSchema).max(20),
});

const when = { decidedAt: instantSchema };
const byStaffOrDesk = actorSchema.refine((actor) => actor.kind !== 'requester', 'a decision is the controller’s');
const byRequester = actorSchema.refine((actor) => actor.kind === 'requester', 'only the requester withdraws');
/** Who looked a second time before personal data were released. */
const released = { releasedBy: staffIdSchema.nullable() };

/**
 * What was decided about one part. A refusal, whole or partial, cannot be written down without its ground, its letter
 * and a second person's approval. `withdrawn` is the requester's own act. `nothing_held`: the company holds nothing
 * about this person.
 */
export const decisionSchema = z
  .discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('answered'), ...when, decidedBy: byStaffOrDesk, ...released }),
    z.strictObject({ outcome: z.literal('granted'), ...when, decidedBy: byStaffOrDesk, ...released }),
    z.strictObject({ outcome: z.literal('nothing_held'), ...when, decidedBy: byStaffOrDesk }),
    z.strictObject({
      outcome: z.literal('partly_granted'),
      ...when,
      decidedBy: byStaffOrDesk,
      refusal: refusalSchema,
    }),
    z.strictObject({ outcome: z.literal('refused'), ...when, decidedBy: byStaffOrDesk, refusal: refusalSchema }),
    z.strictObject({ outcome: z.literal('withdrawn'), ...when, decidedBy: byRequester }),
  ])
  .refine(
    (decision) =>
      !('refusal' in decision) ||
      (decision.decidedBy.kind === 'staff' && decision.decidedBy.staffId !== decision.refusal.approvedBy),
    'a refusal is decided by a person and approved by another',
  );
export type Decision = z.infer<typeof decisionSchema>;
