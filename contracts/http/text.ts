import * as z from 'zod';

/** Something that is not blank, no control characters, and nothing that reorders the text around it (Unicode bidirectional overrides). */
const ONE_LINE = /^(?=\s*\S)[^\u0000-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]*$/;
/** The same, with tabs and line breaks. */
const MANY_LINES = /^(?=\s*\S)[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]*$/;

function text(pattern: RegExp, longest: number) {
  return z
    .string()
    .min(1)
    .regex(pattern)
    .refine((value) => value.isWellFormed(), { params: { code: 'lone_surrogate' } })
    .refine((value) => Array.from(value).length <= longest, { params: { code: 'too_long' } })
    .transform((value) => value.normalize('NFC').trim())
    .meta({ maxLength: longest });
}

/**
 * Text a person typed in one line: NFC, trimmed, at most `longest` characters (code points). Refuses control
 * characters and lone surrogates, which would change between what is checked and what is stored.
 */
export function oneLine(longest: number) {
  return text(ONE_LINE, longest);
}

/** Text of several lines, else as `oneLine`. */
export function manyLines(longest: number) {
  return text(MANY_LINES, longest);
}
