import { firstOf, readHeaders, type Headers, type LineBudget } from './headers.ts';
import { readStructured, type Structured } from './parameters.ts';

/** A node of a MIME message (RFC 2045, RFC 2046): a multipart has children, everything else a body. */
export interface MimePart {
  readonly headers: Headers;
  readonly type: Structured;
  readonly disposition: Structured;
  readonly transferEncoding: string;
  /** As it came, still in its transfer encoding. */
  readonly body: Buffer;
  readonly children: readonly MimePart[];
}

/** Deeper parts are not looked into. */
const DEEPEST = 250;
/** More parts, lines that might be boundaries, or header lines than any mail has; what lies beyond is not read. */
const MOST_PARTS = 1000;
const MOST_DELIMITERS = 100_000;
const MOST_HEADER_LINES = 100_000;
const LONGEST_BOUNDARY = 200;

const LINE_FEED = 0x0a;
const DASH = 0x2d;

interface Delimiter {
  readonly offset: number;
  /** Where the next line begins. */
  readonly next: number;
  /** As latin1, without white space at its end; only as much as a boundary can have. */
  readonly text: string;
}

interface Walk {
  readonly raw: Buffer;
  /** The lines that begin with two dashes, in order: read once, since each level of the tree needs them. */
  readonly delimiters: readonly Delimiter[];
  readonly budget: LineBudget;
  parts: number;
  isComplete: boolean;
}

/** The tree of a raw mail. Reads any bytes in time linear in their number; `isComplete` tells whether it read them all. */
export function readPartTree(raw: Buffer): { readonly root: MimePart; readonly isComplete: boolean } {
  const delimiters = delimitersIn(raw);
  const walk: Walk = {
    raw,
    delimiters,
    budget: { left: MOST_HEADER_LINES },
    parts: 0,
    isComplete: delimiters.length < MOST_DELIMITERS,
  };
  let start = 0;
  while (raw[start] === LINE_FEED || raw[start] === 0x0d) start += 1;
  const root = partAt(walk, start, raw.length, 'text/plain', 0);
  return { root, isComplete: walk.isComplete && walk.budget.left > 0 };
}

function delimitersIn(raw: Buffer): Delimiter[] {
  const found: Delimiter[] = raw[0] === DASH && raw[1] === DASH ? [delimiterAt(raw, 0)] : [];
  for (let at = raw.indexOf('\n--'); at !== -1 && found.length < MOST_DELIMITERS; at = raw.indexOf('\n--', at + 1)) {
    found.push(delimiterAt(raw, at + 1));
  }
  return found;
}

function delimiterAt(raw: Buffer, offset: number): Delimiter {
  const most = Math.min(raw.length, offset + LONGEST_BOUNDARY + 100);
  const lineFeed = raw.subarray(offset, most).indexOf(LINE_FEED);
  const stop = lineFeed === -1 ? most : offset + lineFeed;
  return { offset, next: Math.min(raw.length, stop + 1), text: raw.toString('latin1', offset, stop).trimEnd() };
}

function partAt(walk: Walk, start: number, end: number, typeWhenNone: string, depth: number): MimePart {
  walk.parts += 1;
  const { headers, bodyStart } = readHeaders(walk.raw.subarray(start, end), walk.budget);
  const contentType = firstOf(headers, 'content-type');
  const type = readStructured(contentType === '' ? typeWhenNone : contentType);
  const part = {
    headers,
    type,
    disposition: readStructured(firstOf(headers, 'content-disposition')),
    transferEncoding: readStructured(firstOf(headers, 'content-transfer-encoding')).value,
    body: walk.raw.subarray(start + bodyStart, end),
  };
  if (!type.value.startsWith('multipart/')) return { ...part, children: [] };
  if (depth === DEEPEST) {
    walk.isComplete = false;
    return { ...part, children: [] };
  }
  const childType = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const children: MimePart[] = [];
  for (const section of sectionsOf(walk, start + bodyStart, end, type.parameters.get('boundary') ?? '')) {
    if (walk.parts >= MOST_PARTS) {
      walk.isComplete = false;
      break;
    }
    children.push(partAt(walk, section.start, section.end, childType, depth + 1));
  }
  // Without any boundary line what is there is one text.
  return children.length > 0 ? { ...part, children } : { ...part, type: readStructured('text/plain'), children };
}

interface Section {
  readonly start: number;
  readonly end: number;
}

/** The sections between the boundary lines; a boundary that is not declared is taken from the first line like one. */
function sectionsOf(walk: Walk, start: number, end: number, declared: string): readonly Section[] {
  const first = firstAtOrAfter(walk.delimiters, start);
  const sections = cutAt(walk, first, end, declared);
  if (sections.length > 0) return sections;
  const delimiter = walk.delimiters[first];
  if (delimiter === undefined || delimiter.offset >= end) return [];
  const looksLikeHeaders = /^content-/i.test(walk.raw.toString('latin1', delimiter.next, delimiter.next + 20));
  return looksLikeHeaders ? cutAt(walk, first, end, delimiter.text.slice(2)) : [];
}

function cutAt(walk: Walk, first: number, end: number, boundary: string): readonly Section[] {
  if (boundary === '' || boundary.length > LONGEST_BOUNDARY) return [];
  const opening = `--${boundary}`.trimEnd();
  const closing = `${opening}--`;
  const sections: Section[] = [];
  let start = -1;
  for (let index = first; index < walk.delimiters.length; index += 1) {
    const delimiter = walk.delimiters[index];
    if (delimiter === undefined || delimiter.offset >= end) break;
    if (delimiter.text !== opening && delimiter.text !== closing) continue;
    if (start !== -1) sections.push({ start, end: Math.max(start, withoutLineBreak(walk.raw, delimiter.offset)) });
    start = delimiter.text === closing ? -1 : Math.min(end, delimiter.next);
    if (start === -1 || sections.length > MOST_PARTS) break;
  }
  if (start !== -1) sections.push({ start, end });
  return sections;
}

function firstAtOrAfter(delimiters: readonly Delimiter[], start: number): number {
  let low = 0;
  let high = delimiters.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((delimiters[middle]?.offset ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The line break before a boundary belongs to the boundary. */
function withoutLineBreak(raw: Buffer, offset: number): number {
  if (raw[offset - 1] !== LINE_FEED) return offset;
  return raw[offset - 2] === 0x0d ? offset - 2 : offset - 1;
}
