import * as z from 'zod';
import { instantSchema } from '../instants.ts';
import { staffIdSchema } from '../organisation.ts';
import { keptDataSchema } from './decision.ts';
import { extensionGroundSchema } from './extension.ts';
import { partIdSchema } from './part.ts';
import { refusalGroundSchema } from './refusal-grounds.ts';
import { requestTypeSchema } from './request-types.ts';

const common = {
  proposalId: z.string().regex(/^[1-9][0-9]{0,3}$/),
  proposedBy: staffIdSchema,
  proposedAt: instantSchema,
  /** The case text with what was written for it. */
  textId: z.string(),
};

/**
 * Something that a second person has to approve before it happens: a refusal in whole or part, an answer that releases
 * personal data, an extension, or calling a right something that is none.
 */
export const proposalSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('refusal'),
    partId: partIdSchema,
    outcome: z.enum(['refused', 'partly_granted']),
    ground: refusalGroundSchema,
    kept: z.array(keptDataSchema).max(20),
    /** Whether its letter holds personal data. */
    personalData: z.boolean(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('release'),
    partId: partIdSchema,
    outcome: z.enum(['answered', 'granted']),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('extension'),
    ground: extensionGroundSchema,
    partIds: z.array(partIdSchema).min(1),
    until: z.iso.date(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('retyping'),
    partId: partIdSchema,
    to: requestTypeSchema,
  }),
]);
export type Proposal = z.infer<typeof proposalSchema>;
export type ProposalOf<Kind extends Proposal['kind']> = Extract<Proposal, { kind: Kind }>;
