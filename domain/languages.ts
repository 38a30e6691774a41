import * as z from 'zod';

/** Languages the desk speaks, as BCP 47 tags. */
export const languageSchema = z.enum(['nl', 'en']);
export type Language = z.infer<typeof languageSchema>;
