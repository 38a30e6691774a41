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
    language: languageSchema.meta({ description: 'The language of all mails and pages of this request.' }),
    requester: z.strictObject({
      name: oneLine(200).meta({ description: 'Who asks.' }),
      email: emailAddressSchema.meta({ description: 'Where the confirmation and everything else is mailed.' }),
      phone: oneLine(40).meta({ description: 'For staff who have a question.' }).optional(),
      relation: z
        .enum(['customer', 'former_customer', 'applicant', 'newsletter', 'other'])
        .meta({ description: 'What the requester is to the organisation: it helps to find their data.' })
        .optional(),
    }),
    parts: z
      .array(
        z.strictObject({
          requestType: requestTypeSchema.meta({
            description: 'What is asked; the description of the call says what each is.',
          }),
          text: manyLines(5000).meta({ description: 'In the words of the requester.' }).optional(),
        }),
      )
      .min(1)
      .max(MAX_PARTS)
      .meta({ description: 'Everything asked at once, one by one: each part is decided on its own.' }),
    message: manyLines(10_000).meta({ description: 'What belongs to no part.' }).optional(),
    onBehalfOf: z
      .strictObject({
        as: representativeSchema.meta({ description: 'In which capacity. Staff ask for what shows it.' }),
        name: oneLine(200).meta({ description: 'For whom.' }).optional(),
      })
      .meta({ description: 'The requester asks for somebody else.' })
      .optional(),
  })
  .meta({ id: 'SubmitRequest' });
export type SubmitRequest = z.infer<typeof submitRequestSchema>;

/** Answer to an accepted request. `collectionCode` is told here and never again by mail. */
export const requestAcceptedSchema = z
  .strictObject({
    caseNumber: caseNumberSchema.meta({
      type: 'string',
      pattern: '^P-[0-9A-Z]{5}-[0-9A-Z]{5}$',
      description: 'Names the request in every mail and on the phone.',
    }),
    collectionCode: z
      .string()
      .regex(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
      .meta({ description: 'Opens the answer, together with the link of a mail. Told here and never by mail.' }),
    receivedAt: instantSchema.meta({ description: 'From here the four weeks run.' }),
    promisedDate: z.iso.date().meta({ description: 'The last day for the answer, in Central European Time.' }),
  })
  .meta({ id: 'RequestAccepted' });

/** Header `Idempotency-Key`: chosen by the caller, remembered for 24 hours, never made from personal data. */
export const idempotencyKeySchema = z.string().regex(/^[\u0021-\u007E]{1,255}$/);

/** Body of `POST /api/rehearsals`: a request and the clock it rehearses by. */
export const submitRehearsalSchema = submitRequestSchema
  .extend({
    rehearsal: z.strictObject({
      caseStart: z.iso
        .datetime({ offset: true })
        .regex(/^20[0-9]{2}-[^.]*(\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$/)
        .meta({ description: 'When the rehearsal starts: any day of this century, past or coming.' }),
      dayLastsSeconds: z
        .number()
        .min(0.5)
        .max(86_400)
        .meta({ description: 'How long one day of the case lasts, in seconds.' }),
    }),
  })
  .meta({ id: 'SubmitRehearsal' });
