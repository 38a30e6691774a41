import * as z from 'zod';
import { consentReceiptSchema } from '../domain/consents/consent-receipt-schema.ts';

/** The JSON Schema that every consent receipt is valid against; `consent-receipt.schema.json` holds it for others. */
export function consentReceiptJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(consentReceiptSchema, {
    target: 'draft-2020-12',
    // Otherwise JSON Schema lets the end of a tuple be left out, and with it the privacy notice.
    override: ({ jsonSchema }) => {
      if (jsonSchema.prefixItems === undefined) return;
      jsonSchema.minItems = jsonSchema.prefixItems.length;
      jsonSchema.items = false;
    },
  });
  return {
    $schema,
    $id: 'urn:privacy-desk:consent-receipt:1',
    title: 'Consent receipt (ISO/IEC TS 27560:2023, DPV-27560)',
    description:
      'What a person agreed to, in which words, when, for whom and how to stop, with all that happened since. JSON-LD. Holds no e-mail address of the person.',
    ...rest,
  };
}
