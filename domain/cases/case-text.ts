import * as z from 'zod';
import { instantSchema } from '../instants.ts';
import { actorSchema } from './actor.ts';
import { caseNumberSchema } from './case-number.ts';

/**
 * Something people wrote about a case after it came in: a message, a draft, a reason. Content, erased on its own
 * retention: never in the proof, never logged. `texts` has one entry for each field of the form it came from.
 */
export const caseTextSchema = z.strictObject({
  schemaVersion: z.literal(1),
  caseNumber: caseNumberSchema,
  /** In order of writing within a case. */
  textId: z.string().regex(/^[0-9]{6}-[0-9]$/),
  kind: z.enum([
    'message',
    'question',
    'draft',
    'extension_reasons',
    'retyping_reasons',
    'delay_reasons',
    'notice',
    'reason',
    'search',
    'address_on_file',
    'new_address',
    'note',
    'file_name',
  ]),
  from: actorSchema,
  at: instantSchema,
  /** Forms count characters, this counts UTF-16 code units: two for many a character, three where NFC takes one apart. */
  texts: z.record(z.string().max(40), z.string().max(60_000)),
});
export type CaseText = z.infer<typeof caseTextSchema>;
