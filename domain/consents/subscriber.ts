import * as z from 'zod';
import { instantSchema } from '../instants.ts';
import { languageSchema } from '../languages.ts';
import { collectionMethodSchema, noticeRefSchema, shownTextSchema } from './consent-event.ts';
import { contactSchema } from './contact.ts';
import { scopeSchema } from './suppression.ts';

/**
 * How to reach somebody about their consents. Apart from the record, so that the address goes while the proof stays:
 * `keepUntil` (wall time) is set once no consent is in force any more, with time for the last mail and the tool. Every
 * change of a contact's consents changes it too, so that of two at once the second reads anew.
 */
export const subscriberSchema = z.strictObject({
  schemaVersion: z.literal(1),
  contact: contactSchema,
  /** Null for somebody who stopped by a link of a mail, when no address is kept any more. */
  address: z.strictObject({ email: z.string(), language: languageSchema }).nullable(),
  keepUntil: instantSchema.nullable(),
  /** Counts changes: each is conditional on the one before, or a withdrawal could take the address of a new consent. */
  version: z.int().min(1),
  /** Wall time. */
  changedAt: instantSchema,
});
export type Subscriber = z.infer<typeof subscriberSchema>;

/** The subscriber after a change; `known` is the one there is. `at` is wall time text. */
export function changedSubscriber(
  known: Subscriber | undefined,
  next: Pick<Subscriber, 'contact' | 'address' | 'keepUntil'>,
  at: string,
): Subscriber {
  const { contact, address, keepUntil } = next;
  const version = (known?.version ?? 0) + 1;
  return { schemaVersion: 1, contact, address, keepUntil, version, changedAt: at };
}

/** Days an address is kept after the last consent has ended. */
export const ADDRESS_KEPT_DAYS = 35;

/** One line of the list of a topic: who may be mailed. Written and taken away with the event that decides it. */
export const listEntrySchema = z.strictObject({
  schemaVersion: z.literal(1),
  topic: scopeSchema,
  contact: contactSchema,
  recordId: z.uuidv4(),
  email: z.string(),
  language: languageSchema,
  /** Since when consent is in force, wall time. */
  since: instantSchema,
});
export type ListEntry = z.infer<typeof listEntrySchema>;

/** What somebody typed in and nobody has confirmed: gone after seven days, and no part of any record until then. */
export const signUpSchema = z.strictObject({
  schemaVersion: z.literal(1),
  signUpId: z.string().regex(/^[A-Za-z0-9_-]{22,43}$/),
  contact: contactSchema,
  email: z.string(),
  language: languageSchema,
  method: collectionMethodSchema.exclude(['import']),
  ageDeclared: z.int(),
  topics: z
    .array(z.strictObject({ topic: scopeSchema, shown: shownTextSchema }))
    .min(1)
    .max(20),
  notice: noticeRefSchema,
  /** Wall time, as `purgeAt`. */
  requestedAt: instantSchema,
  purgeAt: instantSchema,
  /** Keyed hash of what was asked, to tell a repeated call from another one with the same key. */
  bodyHash: z.string(),
  rehearsal: z.boolean(),
});
export type SignUp = z.infer<typeof signUpSchema>;
