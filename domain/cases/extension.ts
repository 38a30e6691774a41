import * as z from 'zod';
import { instantSchema } from '../instants.ts';
import { staffIdSchema } from '../organisation.ts';
import { partIdSchema } from './part.ts';

/** The only two reasons art. 12(3) has: being busy is not one. */
export const extensionGroundSchema = z.enum(['complexity', 'number_of_requests']);
export type ExtensionGround = z.infer<typeof extensionGroundSchema>;

/**
 * The one extension a case can have. `approved`: its letter is on its way and the old ladder still runs. `in_force`:
 * the letter has left. `bounced`: it did not arrive, and the old ladder runs again. Its facts are in the letter.
 */
export const extensionSchema = z.strictObject({
  state: z.enum(['approved', 'in_force', 'bounced']),
  ground: extensionGroundSchema,
  /** Empty once what was extended is called something that cannot be. */
  partIds: z.array(partIdSchema),
  /** Civil date by which the person has the answer: at most three months after receipt. */
  until: z.iso.date(),
  proposedBy: staffIdSchema,
  approvedBy: staffIdSchema,
  approvedAt: instantSchema,
  letterLeftAt: instantSchema.nullable(),
  /** Extended after the promised date, within the statutory month: the promise counts as missed. */
  promiseMissed: z.boolean(),
  /** The case text with the reasons. */
  textId: z.string(),
});
export type Extension = z.infer<typeof extensionSchema>;
