import * as z from 'zod';

/** A text an organisation writes itself, in every language of the desk. */
export const localisedSchema = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) });
