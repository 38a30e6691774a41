import * as z from 'zod';

/**
 * One line that begins with something: no control characters, nothing that reorders the text around it (Unicode
 * bidirectional overrides). Both patterns go into the API's description, so they are kept simple enough for tools that
 * make samples from them.
 */
const ONE_LINE =
  /^[^\s\u0000-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069][^\u0000-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]*$/;
/** Anything, with tabs and line breaks, without other control characters. */
const MANY_LINES = /^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]*$/;

/** Length is counted in characters (code points), as JSON Schema does. Lone surrogates would change when stored. */
function text(pattern: RegExp, longest: number) {
  return z
    .string()
    .regex(pattern)
    .refine((value) => value.isWellFormed(), { params: { code: 'lone_surrogate' } })
    .refine((value) => Array.from(value).length <= longest, { params: { code: 'too_long' } })
    .transform((value) => value.normalize('NFC').trim())
    .meta({ maxLength: longest });
}

/**
 * Text a person typed in one line: NFC, trimmed at the end, at most `longest` characters, not empty. Refuses control
 * characters and lone surrogates.
 */
export function oneLine(longest: number) {
  return text(ONE_LINE, longest);
}

/** Text of several lines, else as `oneLine`; blank text is as good as none and becomes undefined. */
export function manyLines(longest: number) {
  return text(MANY_LINES, longest).transform((value) => (value === '' ? undefined : value));
}
