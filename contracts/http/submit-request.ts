import * as z from 'zod';
import { caseNumberSchema } from '../../domain/cases/case-number.ts';
import { MAX_PARTS } from '../../domain/cases/request-draft.ts';
import { representativeSchema } from '../../domain/cases/representation.ts';
import { requestTypeSchema } from '../../domain/cases/request-types.ts';
import { instantSchema } from '../../domain/instants.ts';
import { languageSchema } from '../../domain/languages.ts';
import { emailAddressSchema } from './email-address.ts';
import { manyLines, oneLine } from './text.ts';

/** Body of `POST /api/requests`: what a person asks. Unknown fields are refused. */
export const submitRequestSchema = z
  .strictObject({
    language: languageSchema,
    requester: z.strictObject({
      name: oneLine(200),
      email: emailAddressSchema,
      phone: oneLine(40).optional(),
      relation: z.enum(['customer', 'former_customer', 'applicant', 'newsletter', 'other']).optional(),
    }),
    parts: z
      .array(z.strictObject({ requestType: requestTypeSchema, text: manyLines(5000).optional() }))
      .min(1)
      .max(MAX_PARTS),
    message: manyLines(10_000).optional(),
    /** The requester asks for somebody else: in which capacity, and for whom. */
    onBehalfOf: z.strictObject({ as: representativeSchema, name: oneLine(200).optional() }).optional(),
  })
  .meta({ id: 'SubmitRequest' });
export type SubmitRequest = z.infer<typeof submitRequestSchema>;

/** Answer to an accepted request. `collectionCode` is told here and never again by mail. */
export const requestAcceptedSchema = z
  .strictObject({
    caseNumber: caseNumberSchema.meta({ type: 'string', pattern: '^P-[0-9A-Z]{5}-[0-9A-Z]{5}$' }),
    collectionCode: z.string().regex(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
    receivedAt: instantSchema,
    promisedDate: z.iso.date(),
  })
  .meta({ id: 'RequestAccepted' });

/** Header `Idempotency-Key`: chosen by the caller, remembered for 24 hours, never made from personal data. */
export const idempotencyKeySchema = z.string().regex(/^[\u0021-\u007E]{1,255}$/);

/** Body of `POST /api/rehearsals`: a request and the clock it rehearses by. */
export const submitRehearsalSchema = submitRequestSchema
  .extend({
    rehearsal: z.strictObject({
      /** The instant the rehearsal starts at; any day of this century, past or coming. */
      caseStart: z.iso.datetime({ offset: true }).regex(/^20[0-9]{2}-[^.]*(\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$/),
      /** How long one day lasts, in seconds of wall time. */
      dayLastsSeconds: z.number().min(0.5).max(86_400),
    }),
  })
  .meta({ id: 'SubmitRehearsal' });
