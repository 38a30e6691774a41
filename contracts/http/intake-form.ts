import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { caseNumberSchema, normaliseCaseNumber } from '../../domain/cases/case-number.ts';
import { lateReasonSchema } from '../../domain/cases/new-case.ts';
import { MAX_PARTS } from '../../domain/cases/request-draft.ts';
import { representativeSchema } from '../../domain/cases/representation.ts';
import { requestTypeSchema } from '../../domain/cases/request-types.ts';
import { ZONE } from '../../domain/deadlines/deadlines.ts';
import type { TypedInRequest } from '../../domain/desk/use-cases/intake-by-staff.ts';
import { languageSchema } from '../../domain/languages.ts';
import { emailAddressSchema } from './email-address.ts';
import { manyLines, oneLine } from './text.ts';

/** How a request can reach the company besides the form and the API. */
export const typedInChannelSchema = z.enum(['phone', 'letter', 'counter', 'ticket', 'mail']);

/** A form is drawn with a random id, so that a second press stores nothing new. */
const formId = z.string().regex(/^[A-Za-z0-9_-]{16,60}$/);

/** A case number as people type it. */
const caseNumberTyped = z
  .string()
  .max(40)
  .transform((typed) => normaliseCaseNumber(typed))
  .pipe(caseNumberSchema);

const intakeFormSchema = z
  .object({
    formId,
    channel: typedInChannelSchema,
    receivedDate: z.iso.date(),
    receivedTime: z.iso.time(),
    lateReason: lateReasonSchema.optional(),
    name: oneLine(200),
    email: emailAddressSchema.optional(),
    phone: oneLine(40).optional(),
    postalAddress: manyLines(300).optional(),
    language: languageSchema,
    requestTypes: z.array(requestTypeSchema).min(1).max(MAX_PARTS),
    message: manyLines(10_000).optional(),
    onBehalfAs: representativeSchema.optional(),
    onBehalfName: oneLine(200).optional(),
    linkTo: caseNumberTyped.optional(),
  })
  .transform(({ email, phone, postalAddress, ...form }): TypedInRequest => {
    const requester = {
      name: form.name,
      ...(email !== undefined && { email }),
      ...(phone !== undefined && { phone }),
      ...(postalAddress !== undefined && { postalAddress }),
    };
    return {
      draft: {
        language: form.language,
        requester,
        parts: form.requestTypes.map((requestType) => ({ requestType })),
        ...(form.message !== undefined && { message: form.message }),
        ...(form.onBehalfAs !== undefined && {
          onBehalfOf: {
            as: form.onBehalfAs,
            ...(form.onBehalfName !== undefined && { name: form.onBehalfName }),
          },
        }),
      },
      through: form.channel,
      receivedAt: Temporal.PlainDate.from(form.receivedDate)
        .toZonedDateTime({ timeZone: ZONE, plainTime: form.receivedTime })
        .toInstant(),
      lateReason: form.lateReason ?? null,
      linkTo: form.linkTo ?? null,
      formId: form.formId,
    };
  });

/**
 * `POST /desk/intake`: a request as staff type it in, from the fields that are not blank; day and time are by the clock
 * of Amsterdam. `requestTypes` are the values of the repeated field `requestType`. The paths of its errors are names of
 * fields.
 */
export function parseIntakeForm(fields: Readonly<Record<string, string>>, requestTypes: readonly string[]) {
  return intakeFormSchema.safeParse({ ...fields, requestTypes: [...new Set(requestTypes)] });
}
