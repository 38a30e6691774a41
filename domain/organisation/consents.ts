import * as z from 'zod';
import { EVERY_TOPIC, scopeSchema, SIGN_UP } from '../consents/suppression.ts';
import { languageSchema } from '../languages.ts';
import { localisedSchema } from './localised.ts';

/** One text that people agreed to, or do now: a released one is never changed, a new version is added behind it. */
const wordingSchema = z.strictObject({
  version: z.string().regex(/^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$/),
  text: localisedSchema,
});

/** What people can sign up for, each apart (GDPR recital 32, 43). */
export const topicSchema = z.strictObject({
  topic: scopeSchema.refine((topic) => topic !== EVERY_TOPIC && topic !== SIGN_UP, 'is taken'),
  name: localisedSchema,
  /** What one gets, how often and from whom. */
  description: localisedSchema,
  /** The sentence beside the box; the last version is shown. */
  wordings: z.array(wordingSchema).min(1),
});
export type Topic = z.infer<typeof topicSchema>;

/** Newsletters and mailings that rest on consent (GDPR art. 6(1)(a), Tw art. 11.7), and how consent is recorded. */
export const consentsSchema = z.strictObject({
  topics: z.array(topicSchema).min(1).max(10),
  /** From this age one consents oneself (GDPR art. 8, UAVG art. 5). */
  age: z.int().min(13).max(18),
  ageStatement: localisedSchema,
  notice: z.strictObject({
    noticeId: z.string().min(1).max(60),
    version: z.string().min(1).max(60),
    language: languageSchema,
    /** Of the text as published, so that it can be shown which one it was. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    url: z.url(),
  }),
  /** How long proof is kept, in words. */
  retention: localisedSchema,
  /** Who gets the address besides the organisation, in words. */
  recipients: z.array(localisedSchema),
  storageLocation: localisedSchema,
});
