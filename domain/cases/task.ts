import * as z from 'zod';
import { instantSchema } from '../instants.ts';
import { staffIdSchema } from '../organisation.ts';
import { mailOrderSchema } from '../outbox/outbox-row.ts';
import { actorSchema } from './actor.ts';
import { partIdSchema } from './part.ts';

const common = {
  taskId: z.string().regex(/^[1-9][0-9]{0,3}$/),
  createdAt: instantSchema,
  createdBy: actorSchema,
  /** Case time of its first rung; later rungs follow a week apart. */
  dueAt: instantSchema,
  ended: z
    .strictObject({
      as: z.enum(['done', 'confirmed', 'failed', 'impossible', 'disproportionate', 'cancelled']),
      at: instantSchema,
      by: actorSchema,
      /** The case text with the reason, where one was asked. */
      textId: z.string().nullable(),
    })
    .nullable(),
};

/**
 * Something with a date of its own beside the ladder, before or after closing. It has rungs until it is ended:
 * `remind_me` asked for by staff; `search` a department looks for its part; `recipient_notice` a recipient is told
 * (GDPR art. 19); `kept_until` data kept against an erasure come up for erasure; `collect` the requester has not
 * collected the answer; `authority_letter` a letter of the supervisory authority with a term; `post_letter` a letter
 * to somebody without an e-mail address has to be posted; `stop_mailings` other channels have to be stopped by hand.
 */
export const taskSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('remind_me'), staffId: staffIdSchema }),
  z.strictObject({
    ...common,
    kind: z.literal('search'),
    departmentId: z.string(),
    staffId: staffIdSchema,
    textId: z.string(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('recipient_notice'),
    partId: partIdSchema,
    recipientId: z.string(),
    /** The case text with what the recipient is to do, for this person. */
    textId: z.string(),
  }),
  z.strictObject({ ...common, kind: z.literal('kept_until'), partId: partIdSchema, category: z.string() }),
  z.strictObject({ ...common, kind: z.literal('collect') }),
  z.strictObject({ ...common, kind: z.literal('authority_letter'), until: z.iso.date() }),
  z.strictObject({ ...common, kind: z.literal('post_letter'), letter: mailOrderSchema }),
  z.strictObject({ ...common, kind: z.literal('stop_mailings') }),
]);
export type Task = z.infer<typeof taskSchema>;
export type TaskKind = Task['kind'];
export type TaskOf<Kind extends TaskKind> = Extract<Task, { kind: Kind }>;
