import * as z from 'zod';
import { EVERY_TOPIC, scopeSchema } from '../../domain/consents/suppression.ts';
import { topicsOf } from '../../domain/consents/wording.ts';
import { languageSchema } from '../../domain/languages.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import { emailAddressSchema } from './email-address.ts';
import { linkFormSchema } from './forms.ts';

/** Topics of the profile, each once. */
function topicsSchema(organisation: OrganisationProfile) {
  const topics = topicsOf(organisation);
  return z
    .array(z.enum(topics))
    .min(1)
    .max(topics.length)
    .refine((chosen) => new Set(chosen).size === chosen.length, { params: { code: 'duplicate' } })
    .meta({ uniqueItems: true, description: 'Topics of the organisation, each once.' });
}

/** Says that whoever signs up is old enough to consent alone (GDPR art. 8): anything but `true` has a code of its own. */
const ageConfirmedSchema = z
  .unknown()
  .refine((value) => value === true, { params: { code: 'age_not_confirmed' } })
  .meta({ type: 'boolean', const: true });

/** Body of `POST /api/consents`, for the topics of one organisation. Unknown fields are refused. */
export function signUpBodySchema(organisation: OrganisationProfile) {
  return z.strictObject({
    language: languageSchema.meta({ description: 'The language of the mail, and of what they agree to.' }),
    email: emailAddressSchema.meta({ description: 'Whose consent is asked.' }),
    topics: topicsSchema(organisation),
    ageConfirmed: ageConfirmedSchema.describe(`The person declares to be ${organisation.consents.age} years or older.`),
  });
}

/** Body of `POST /api/consents/withdraw`; without topics everything stops. */
export function withdrawBodySchema(organisation: OrganisationProfile) {
  return z.strictObject({
    language: languageSchema.meta({ description: 'The language of the mail that confirms it.' }),
    email: emailAddressSchema.meta({ description: 'To where mails stop.' }),
    topics: topicsSchema(organisation).meta({ description: 'What stops; everything without it.' }).optional(),
  });
}

/** The one answer to both, whatever is known of the address. */
export const consentAcceptedSchema = z.strictObject({ status: z.literal('accepted') }).meta({ id: 'ConsentAccepted' });

/** `POST /newsletter/confirm`: the secret of the mail, and which button. */
export const signUpDecisionFormSchema = linkFormSchema.extend({ decision: z.enum(['confirm', 'decline']) });

/** Key and value of the one-click request (RFC 8058 section 3.2). */
export const ONE_CLICK = { name: 'List-Unsubscribe', value: 'One-Click' } as const;

const stopSchema = z.union([z.literal(EVERY_TOPIC), scopeSchema]);

/**
 * `POST /unsubscribe/{token}`, from the values of each field: what a mail provider sends, or a button of the page of
 * preferences. Both at once is neither.
 */
export const unsubscribeFormSchema = z.union([
  z
    .object({ [ONE_CLICK.name]: z.tuple([z.literal(ONE_CLICK.value)]), stop: z.undefined().optional() })
    .transform(() => ({ kind: 'one_click' as const })),
  z
    .object({ [ONE_CLICK.name]: z.undefined().optional(), stop: z.tuple([stopSchema]) })
    .transform(({ stop: [topic] }) => ({ kind: 'stop' as const, topic })),
]);

/** `POST /desk/consents`: whose consents, and what is to stop. */
export const deskConsentsFormSchema = z.object({ email: emailAddressSchema, stop: stopSchema.optional() });
