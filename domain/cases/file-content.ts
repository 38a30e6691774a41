import type { FileMediaType } from './answer-file.ts';
import { isCsv } from './is-csv.ts';

const SIGNATURES: readonly { readonly mediaType: FileMediaType; readonly bytes: readonly number[] }[] = [
  { mediaType: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { mediaType: 'application/zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
];

/** Names near the start of office documents, which are zip files too: they can hold what was deleted from them. */
const OFFICE = ['[Content_Types].xml', 'mimetypeapplication/vnd.oasis'];
const OFFICE_WITHIN = 4096;

/** Characters no text has: C0 controls other than tab, line feed, form feed and carriage return. */
// oxlint-disable-next-line no-control-regex -- these are what it looks for
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f]/;

/**
 * What a file is by its content; null for what may not go with an answer. Text is UTF-8. JSON is text that parses as an
 * object or a list; CSV has a header and as many fields on every line.
 */
export function mediaTypeOf(content: Uint8Array): FileMediaType | null {
  const signature = SIGNATURES.find(({ bytes }) => bytes.every((byte, index) => content[index] === byte));
  if (signature !== undefined) {
    return signature.mediaType === 'application/zip' && isOffice(content) ? null : signature.mediaType;
  }
  const text = textOf(content);
  if (text === undefined || text.trim() === '') return null;
  if (isJson(text)) return 'application/json';
  return isCsv(text) ? 'text/csv' : 'text/plain';
}

function isOffice(content: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(content.subarray(0, OFFICE_WITHIN));
  return OFFICE.some((name) => start.includes(name));
}

function textOf(content: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return CONTROLS.test(text) ? undefined : text;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function isJson(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
