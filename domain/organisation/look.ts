import * as z from 'zod';

const colourSchema = z.string().regex(/^#[0-9a-f]{6}$/, 'a colour is # and six digits of 0 to f');

/** A page fetches the logo beside its style sheet; on a slow line a picture of this size arrives with it. */
const MOST_LOGO_BYTES = 8 * 1024;

const DOES_SOMETHING = /<\s*([\w.-]+:)?(script|foreignObject|iframe|style)|\son[a-z]+\s*=|javascript:/i;
/** A reference within the file begins with a number sign; any other would be a request to elsewhere. */
const REACHES_OUT = /href\s*=\s*(?!["']#)|url\s*\(\s*(?!["']?#)|@import|<!/i;

/** Text of an SVG file: a still picture that fetches nothing and runs nothing, whoever opens it by its address. */
const logoSchema = z
  .string()
  .startsWith('<svg', 'a logo is the text of an SVG file, from <svg on')
  .refine((svg) => new TextEncoder().encode(svg).length <= MOST_LOGO_BYTES, 'a logo is 8 KB at most')
  .refine((svg) => !DOES_SOMETHING.test(svg), 'a logo has no script, style sheet or event handler')
  .refine((svg) => !REACHES_OUT.test(svg), 'a logo refers to nothing outside itself');

/** How an organisation looks. Its colours are checked for contrast before they are deployed. */
export const lookSchema = z.strictObject({
  /** Buttons, links and the bar on top, on a light ground. */
  accentColour: colourSchema,
  /** Text on the accent colour. */
  accentText: colourSchema,
  /** Links and marks on a dark ground. */
  accentOnDark: colourSchema,
  /** Shown on light and dark grounds alike; the brand name stands beside it, so it needs no words of its own. */
  logo: logoSchema.nullable(),
});
