import * as z from 'zod';
import { caseNumberSchema } from '../cases/case-number.ts';
import { instantSchema } from '../instants.ts';
import { staffIdSchema } from '../organisation.ts';

/** Somebody looked at a case. */
export const caseViewSchema = z.strictObject({
  schemaVersion: z.literal(1),
  caseNumber: caseNumberSchema,
  staffId: staffIdSchema,
  /** Wall time. */
  at: instantSchema,
});
export type CaseView = z.infer<typeof caseViewSchema>;
