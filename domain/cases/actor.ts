import * as z from 'zod';
import { staffIdSchema } from '../organisation.ts';

/** Who did something: the requester, a staff member, or the desk itself. */
export const actorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('requester') }),
  z.strictObject({ kind: z.literal('staff'), staffId: staffIdSchema }),
  z.strictObject({ kind: z.literal('desk') }),
]);
export type Actor = z.infer<typeof actorSchema>;

export const THE_DESK = { kind: 'desk' } as const satisfies Actor;
export const THE_REQUESTER = { kind: 'requester' } as const satisfies Actor;
