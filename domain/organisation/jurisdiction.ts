import * as z from 'zod';
import { localisedSchema } from './localised.ts';

/** What the member state of the organisation calls things and adds to the GDPR, as letters and pages say it. */
export const jurisdictionSchema = z.strictObject({
  /** What the number of the trade register is called, before the number. */
  registrationLabel: localisedSchema,
  /** The number the state gave a person, which nobody needs to send: as it stands behind "your". */
  personalNumber: localisedSchema,
  /** The age from which nobody else exercises a child's rights (GDPR art. 8; UAVG art. 5; else that of majority). */
  childAge: z.int().min(13).max(18),
  /** Where the national law allows restrictions of rights (GDPR art. 23), as one or two sentences of a letter. */
  restrictions: localisedSchema,
  /** The duty to keep books for the tax authority (GDPR art. 17(3)(b)): why data stay, and where that is written. */
  taxDuty: z.strictObject({ sentence: localisedSchema, rule: localisedSchema }),
});
