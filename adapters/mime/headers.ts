import { decodeWords } from 'postal-mime';
import { decodeCharset } from './decode-charset.ts';

/** Values by field name in lower case, unfolded, each as it came (encoded words not decoded), in order. */
export type Headers = ReadonlyMap<string, readonly string[]>;

/** Characters of one value that are read; no field that matters here is longer. */
const LONGEST_VALUE = 16_384;
const FIELD = /^([!-9;-~]{1,100})[ \t]*:(.*)$/s;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** How many header lines may still be read in a mail: a bound for mails that are all headers. */
export interface LineBudget {
  left: number;
}

/**
 * The header block at the start of `bytes` and where the body begins. Lines that are no field are passed over; text that
 * does not begin with a field has no header block at all.
 */
export function readHeaders(
  bytes: Buffer,
  budget: LineBudget,
): { readonly headers: Headers; readonly bodyStart: number } {
  const headers = new Map<string, string[]>();
  let current: string[] | undefined;
  let at = 0;
  while (at < bytes.length && budget.left > 0) {
    budget.left -= 1;
    const lineFeed = bytes.indexOf(LINE_FEED, at);
    const next = lineFeed === -1 ? bytes.length : lineFeed + 1;
    const line = lineOf(bytes, at, next);
    if (line === '') return { headers, bodyStart: next };
    const isContinuation = line.startsWith(' ') || line.startsWith('\t');
    if (isContinuation && current !== undefined) append(current, line);
    else if (!isContinuation) {
      const [, name, value = ''] = FIELD.exec(line) ?? [];
      if (name === undefined) {
        if (headers.size === 0 && !line.startsWith('From ')) return { headers, bodyStart: 0 };
        current = undefined;
      } else {
        current = headers.get(name.toLowerCase()) ?? [];
        headers.set(name.toLowerCase(), current);
        current.push(value.slice(0, LONGEST_VALUE));
      }
    } else if (headers.size === 0) return { headers, bodyStart: 0 };
    at = next;
  }
  return { headers, bodyStart: at };
}

function lineOf(bytes: Buffer, start: number, next: number): string {
  let end = next;
  if (end > start && bytes[end - 1] === LINE_FEED) end -= 1;
  while (end > start && bytes[end - 1] === CARRIAGE_RETURN) end -= 1;
  return decodeCharset(bytes.subarray(start, Math.min(end, start + LONGEST_VALUE)), '');
}

function append(values: string[], line: string): void {
  const last = values.at(-1) ?? '';
  if (last.length < LONGEST_VALUE) values[values.length - 1] = `${last} ${line.trimStart()}`;
}

/** The first value of a field, trimmed; empty when there is none. */
export function firstOf(headers: Headers, name: string): string {
  return headers.get(name)?.[0]?.trim() ?? '';
}

/** The first value of a field as people read it (RFC 2047). */
export function textOf(headers: Headers, name: string): string {
  return decodeWords(firstOf(headers, name));
}
