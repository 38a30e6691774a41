import * as z from 'zod';
import { languageSchema } from '../languages.ts';
import { localisedSchema } from './localised.ts';
import { recipientCategorySchema } from './recipients.ts';
import { categoryIdSchema, registerIdSchema } from './register-id.ts';

/** One kind of personal data the organisation holds. */
export const dataCategorySchema = z
  .strictObject({
    categoryId: categoryIdSchema,
    name: localisedSchema,
    /**
     * How the data came in: given by the person, made by using a service, or got from somebody else. What the person
     * gave or made can be moved (GDPR art. 20); what came from elsewhere needs its source told (art. 15(1)(g)).
     */
    origin: z.enum(['provided', 'observed', 'obtained']),
    /** Who it came from; for obtained data only. */
    obtainedFrom: localisedSchema.optional(),
    /** A record is erased by itself when it is this many days old; without it, data stay until somebody decides. */
    expiresAfterDays: z.int().positive().optional(),
  })
  .refine(({ origin, obtainedFrom }) => (origin === 'obtained') === (obtainedFrom !== undefined), {
    path: ['obtainedFrom'],
    message: 'obtained data have a source, other data have none',
  });
export type DataCategory = z.infer<typeof dataCategorySchema>;

export const legalBasisSchema = z.enum(['contract', 'legitimate_interest', 'legal_obligation', 'consent']);
export type LegalBasis = z.infer<typeof legalBasisSchema>;

/** One purpose the organisation uses personal data for. It feeds access answers and decides which rights apply. */
export const processingSchema = z.strictObject({
  purposeId: registerIdSchema,
  purpose: localisedSchema,
  basis: legalBasisSchema,
  dataCategories: z.array(categoryIdSchema).min(1),
  recipientCategories: z.array(recipientCategorySchema),
  /** The period, or how it is decided (GDPR art. 15(1)(d)). */
  retention: localisedSchema,
});
export type Processing = z.infer<typeof processingSchema>;

/** A part of the organisation that is asked by mail to search its own systems. */
export const departmentSchema = z.strictObject({
  departmentId: registerIdSchema,
  name: localisedSchema,
  email: z.email(),
  language: languageSchema,
});
export type Department = z.infer<typeof departmentSchema>;

/** One place where personal data may be found: a line of the search checklist. */
export const sourceSystemSchema = z.strictObject({
  systemId: registerIdSchema,
  name: localisedSchema,
  dataCategories: z.array(categoryIdSchema).min(1),
  /** Who searches it. */
  departmentId: registerIdSchema,
});
export type SourceSystem = z.infer<typeof sourceSystemSchema>;

/**
 * The categories a person may take along (GDPR art. 20): used under a contract or by consent, and given by the person
 * or made by the person's use of a service.
 */
export function portableCategories(profile: {
  readonly dataCategories: readonly DataCategory[];
  readonly processing: readonly Processing[];
}): readonly DataCategory[] {
  const portable = new Set(
    profile.processing
      .filter(({ basis }) => basis === 'contract' || basis === 'consent')
      .flatMap(({ dataCategories }) => dataCategories),
  );
  return profile.dataCategories.filter(({ categoryId, origin }) => origin !== 'obtained' && portable.has(categoryId));
}
