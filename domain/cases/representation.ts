import * as z from 'zod';
import { instantSchema } from '../instants.ts';
import { staffIdSchema } from '../organisation.ts';

/** In which capacity somebody asks for another person. */
export const representativeSchema = z.enum(['parent', 'guardian', 'administrator', 'agent', 'heir']);
export type Representative = z.infer<typeof representativeSchema>;

interface RepresentativeRules {
  /** Whether rights of the person may be exercised; what is asked otherwise is answered as a question. */
  readonly mayExerciseRights: boolean;
  /** What shows the mandate. The document itself is never kept. */
  readonly mandate: 'parental_authority' | 'court_order' | 'written_mandate' | 'certificate_of_inheritance';
  /** Whether the person asked for must be younger than the `childAge` of the organisation's jurisdiction. */
  readonly forChildren: boolean;
}

/**
 * What each may ask. Nobody exercises the rights of somebody who has died (the GDPR protects the living): what an heir
 * asks is a question, and mailings to the deceased stop.
 */
export const REPRESENTATIVES: Readonly<Record<Representative, RepresentativeRules>> = {
  parent: { mayExerciseRights: true, mandate: 'parental_authority', forChildren: true },
  guardian: { mayExerciseRights: true, mandate: 'court_order', forChildren: true },
  administrator: { mayExerciseRights: true, mandate: 'court_order', forChildren: false },
  agent: { mayExerciseRights: true, mandate: 'written_mandate', forChildren: false },
  heir: { mayExerciseRights: false, mandate: 'certificate_of_inheritance', forChildren: false },
};

/** Somebody asks for another. `mandate`: seen by whom and when, not the document; null until somebody has seen it. */
export const representationSchema = z.strictObject({
  as: representativeSchema,
  mandate: z.strictObject({ seenBy: staffIdSchema, seenAt: instantSchema }).nullable(),
});
