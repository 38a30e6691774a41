import * as z from 'zod';
import { MOST_IMPORT_LINES } from '../../domain/consents/use-cases/import-subscribers.ts';
import { instantSchema } from '../../domain/instants.ts';
import { languageSchema } from '../../domain/languages.ts';
import { emailAddressSchema } from './email-address.ts';
import { importFaultSchema, LONGEST_EVIDENCE } from './import-line.ts';

/** Addresses in one check. */
export const MOST_ADDRESSES = 500;
/** Lines of one page of a list. */
export const MOST_SUBSCRIBERS = 500;
const SUBSCRIBERS_A_PAGE = 100;

/** Query of `GET /api/topics/{topic}/subscribers`. */
export const subscriberQuerySchema = z.strictObject({
  cursor: z
    .string()
    .min(1)
    .max(400)
    .optional()
    .meta({ description: '`next` of the page before; the first page without it.' }),
  limit: z
    .string()
    .regex(/^[1-9][0-9]{0,2}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(MOST_SUBSCRIBERS))
    .default(SUBSCRIBERS_A_PAGE)
    .meta({
      type: 'integer',
      minimum: 1,
      maximum: MOST_SUBSCRIBERS,
      description: `How many lines of the list; ${SUBSCRIBERS_A_PAGE} unless told otherwise.`,
    }),
});

/** One page of the list of a topic. */
export const subscriberPageSchema = z
  .strictObject({
    topic: z.string(),
    subscribers: z.array(
      z.strictObject({
        recordId: z
          .uuidv4()
          .meta({ description: 'Of the consent. It stays the same, and webhooks name it: know people by it.' }),
        email: z.string(),
        language: languageSchema.meta({ description: 'The language to write in.' }),
        since: instantSchema.meta({ description: 'Since when they are on the list.' }),
        listUnsubscribe: z.string().meta({ description: 'Value of the header `List-Unsubscribe` of each mail.' }),
        listUnsubscribePost: z.literal('List-Unsubscribe=One-Click').meta({
          description: 'Value of the header `List-Unsubscribe-Post` of each mail.',
        }),
        unsubscribeUrl: z.url().meta({ description: 'For the visible link that each mail must have.' }),
      }),
    ),
    next: z.string().nullable().meta({ description: 'Null behind the last page. A page may be short before that.' }),
  })
  .meta({ id: 'SubscriberPage' });

/** Body of `POST /api/topics/{topic}/check`: addresses as the sender has them, valid or not. */
export const checkAddressesSchema = z
  .strictObject({
    emails: z.array(z.string()).min(1).max(MOST_ADDRESSES).meta({ description: 'As you have them, valid or not.' }),
  })
  .meta({ id: 'CheckAddresses' });

/** Answer to it, in the order of the addresses. */
export const addressesCheckedSchema = z
  .strictObject({
    results: z.array(
      z.strictObject({
        email: z.string().meta({ description: 'As it was asked.' }),
        mayMail: z.boolean().meta({ description: 'Mail those with true, and nobody else.' }),
        reason: z.enum(['subscribed', 'not_subscribed', 'suppressed', 'invalid']).meta({
          description: 'Suppressed: must not be mailed, whatever a list says. Invalid: no mail address.',
        }),
      }),
    ),
  })
  .meta({ id: 'AddressesChecked' });

/** An address of such a body; undefined for what is none. */
export function addressIn(text: string): string | undefined {
  const parsed = emailAddressSchema.safeParse(text);
  return parsed.success ? parsed.data : undefined;
}

const text = (description: string, maxLength?: number) =>
  z.unknown().meta({ type: 'string', description, ...(maxLength !== undefined && { maxLength }) });

/**
 * Body of `POST /api/topics/{topic}/imports`. What a line says is read by `readImportLine`, line by line, so that a bad
 * one refuses only itself.
 */
export const importBodySchema = z
  .strictObject({
    dryRun: z.boolean().meta({ description: 'True answers the same and stores nothing.' }),
    lines: z
      .array(
        z.looseObject({
          line: z.int().min(1).meta({ description: 'Its number in your list; comes back in the answer.' }),
          email: text('The address.').optional(),
          language: text('`nl` or `en`; the language of the organisation without it.').optional(),
          givenAt: text(
            'When consent was given: RFC 3339, or a day such as 2024-03-01, in Central European Time.',
          ).optional(),
          source: text('Where and how it was given.', LONGEST_EVIDENCE.source).optional(),
          wording: text('The words agreed to, or where they are kept.', LONGEST_EVIDENCE.wording).optional(),
          proof: text('Where the proof of it is kept.', LONGEST_EVIDENCE.proof).optional(),
        }),
      )
      .min(1)
      .max(MOST_IMPORT_LINES),
  })
  .meta({ id: 'ImportSubscribers' });

export const importRefusalSchema = z.enum([...importFaultSchema.options, 'given_in_future', 'suppressed']);
export type ImportRefusal = z.infer<typeof importRefusalSchema>;

/** Answer to it, in the order of the lines. */
export const subscribersImportedSchema = z
  .strictObject({
    results: z.array(
      z.strictObject({
        line: z.int().meta({ description: 'The number you gave it.' }),
        outcome: z.enum(['added', 'unchanged', 'refused']).meta({
          description: 'Unchanged: the address is on the list already, and its record stays as it is.',
        }),
        code: importRefusalSchema.meta({ description: 'Why it was refused.' }).optional(),
      }),
    ),
  })
  .meta({ id: 'SubscribersImported' });
