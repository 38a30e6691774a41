import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { languageSchema } from '../languages.ts';
import { localisedSchema } from './localised.ts';
import { categoryIdSchema, registerIdSchema } from './register-id.ts';

/** The kinds of third parties a privacy statement may name. */
export const recipientCategorySchema = z.enum([
  'delivery',
  'repair',
  'payment',
  'collection',
  'bailiff',
  'it',
  'telecom',
  'credit_check',
  'public_authority',
]);
export type RecipientCategory = z.infer<typeof recipientCategorySchema>;

/** Countries with the GDPR: the European Union, Iceland, Liechtenstein and Norway. ISO 3166-1 alpha-2. */
const EEA_COUNTRIES: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
);

/**
 * One third party that gets personal data. An access answer names it (C-154/21), and it is told about rectification,
 * erasure and restriction (GDPR art. 19): a processor is instructed, a controller is given notice.
 */
export const recipientSchema = z
  .strictObject({
    recipientId: registerIdSchema,
    name: z.string().min(1),
    category: recipientCategorySchema,
    role: z.enum(['processor', 'controller']),
    /** ISO 3166-1 alpha-2. */
    country: z.string().regex(/^[A-Z]{2}$/),
    /** What makes a transfer out of the EEA lawful (GDPR art. 46); needed there, and only there. */
    transferSafeguard: localisedSchema.optional(),
    purpose: localisedSchema,
    dataCategories: z.array(categoryIdSchema).min(1),
    /** Where notices about corrections and erasures go. */
    contactEmail: z.email(),
    language: languageSchema,
    /** First day it got data, and the last one; no last day while it still does. */
    activeFrom: z.iso.date(),
    activeTo: z.iso.date().optional(),
    /** The person may not be told of it (UAVG art. 41): for the privacy officer's eyes only. */
    confidential: z.boolean(),
  })
  .superRefine((recipient, context) => {
    const { country, transferSafeguard, activeFrom, activeTo } = recipient;
    if (isOutsideEea(recipient) !== (transferSafeguard !== undefined)) {
      const message = `a safeguard belongs to a country outside the EEA; ${country} is not as it should be`;
      context.addIssue({ code: 'custom', path: ['transferSafeguard'], message });
    }
    if (activeTo !== undefined && Temporal.PlainDate.compare(activeTo, activeFrom) < 0) {
      context.addIssue({ code: 'custom', path: ['activeTo'], message: 'ends before it begins' });
    }
  });
export type Recipient = z.infer<typeof recipientSchema>;

function isOutsideEea({ country }: { readonly country: string }): boolean {
  return !EEA_COUNTRIES.has(country);
}

/**
 * The recipients a person may be told of on that day: those who got data until then, former ones too, since they may
 * still hold them. Confidential ones are never among them.
 */
export function nameableRecipients(
  { recipients }: { readonly recipients: readonly Recipient[] },
  date: Temporal.PlainDate,
): readonly Recipient[] {
  return recipients.filter(
    ({ confidential, activeFrom }) => !confidential && Temporal.PlainDate.compare(activeFrom, date) <= 0,
  );
}
