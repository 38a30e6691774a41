/** Controls other than tab and line feed, what reorders the text around it, and what is not seen. */
const UNSEEN =
  // oxlint-disable-next-line no-control-regex -- these are what it looks for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029\f\v]/g;

const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** More marks on one letter than any language has; normalising long runs of them takes quadratic time (UAX 15). */
const HEAPED_MARKS = /(\p{M}{30})\p{M}+/gu;

/**
 * Text of several lines: NFC, well-formed, line feeds as line breaks, one kind of space, without control, reordering
 * and unseen characters, cut to `longest` code points.
 */
export function cleanText(text: string, longest: number): { readonly text: string; readonly truncated: boolean } {
  const most = longest * 4;
  const cleaned = text
    .slice(0, most)
    .toWellFormed()
    .replaceAll(LINE_BREAKS, '\n')
    .replaceAll(UNSEEN, '')
    .replaceAll(SPACES, ' ')
    .replaceAll(HEAPED_MARKS, '$1')
    .normalize('NFC');
  const points = Array.from(cleaned);
  return { text: points.slice(0, longest).join(''), truncated: text.length > most || points.length > longest };
}

/** As `cleanText`, in one line without white space at its ends. */
export function cleanLine(text: string, longest: number): string {
  const line = cleanText(text.slice(0, longest * 8), longest * 8)
    .text.replaceAll(/\s+/g, ' ')
    .trim();
  return Array.from(line).slice(0, longest).join('').trim();
}
