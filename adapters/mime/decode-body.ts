import { decodeCharset } from './decode-charset.ts';
import type { MimePart } from './part-tree.ts';

const EQUALS = 0x3d;

/** The content of a part without its transfer encoding (RFC 2045 section 6). Unknown encodings are taken as none. */
export function decodeTransfer(part: MimePart, body: Buffer = part.body): Buffer {
  if (part.transferEncoding === 'base64') return decodeBase64(body);
  return part.transferEncoding === 'quoted-printable' ? decodeQuotedPrintable(body) : body;
}

/** The text of a text part, of at most `most` bytes of what came. */
export function decodeText(part: MimePart, most: number): string {
  const bytes = decodeTransfer(part, part.body.subarray(0, most));
  const text = decodeCharset(bytes, charsetOf(part, bytes));
  return isFlowed(part) ? unflowed(text, part) : text;
}

function charsetOf(part: MimePart, bytes: Buffer): string {
  const declared = part.type.parameters.get('charset') ?? '';
  if (declared !== '' || part.type.value !== 'text/html') return declared;
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(bytes.toString('latin1', 0, 2048))?.[1] ?? '';
}

/** Padding ends a unit wherever it stands: some mailers encode line by line, and Node stops at the first. */
function decodeBase64(body: Buffer): Buffer {
  const text = body.toString('latin1');
  const padding = text.indexOf('=');
  if (padding === -1 || !/[A-Za-z0-9+/]/.test(text.slice(padding, padding + 8192))) return Buffer.from(text, 'base64');
  const units = text.split(/=[=\s]*/, 100_000);
  return Buffer.concat(units.map((unit) => Buffer.from(unit, 'base64')));
}

function decodeQuotedPrintable(body: Buffer): Buffer {
  const decoded = Buffer.allocUnsafe(body.length);
  let to = 0;
  for (let from = 0; from < body.length; from += 1) {
    let byte = body[from] ?? 0;
    if (byte === EQUALS) {
      const high = hexDigit(body[from + 1]);
      const low = hexDigit(body[from + 2]);
      const lineEnd = high === -1 ? softBreakAt(body, from + 1) : undefined;
      if (lineEnd !== undefined) {
        from = lineEnd;
        continue;
      }
      if (high !== -1 && low !== -1) {
        byte = high * 16 + low;
        from += 2;
      }
    }
    decoded[to] = byte;
    to += 1;
  }
  return decoded.subarray(0, to);
}

/** The value of a hexadecimal digit, or -1. */
function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** Where the line break after a soft `=` ends; blanks between them were added on the way. */
function softBreakAt(body: Buffer, start: number): number | undefined {
  for (let at = start; at < Math.min(body.length, start + 80); at += 1) {
    if (body[at] === 0x0a) return at;
    if (body[at] !== 0x20 && body[at] !== 0x09 && body[at] !== 0x0d) return undefined;
  }
  return start >= body.length ? start : undefined;
}

function isFlowed(part: MimePart): boolean {
  return part.type.parameters.get('format')?.toLowerCase() === 'flowed';
}

/** Joins the lines that a mailer broke (RFC 3676); only lines of the same quote depth are joined. */
function unflowed(text: string, part: MimePart): string {
  const deletesSpace = part.type.parameters.get('delsp')?.toLowerCase() === 'yes';
  const paragraphs: string[] = [];
  let pieces: string[] = [];
  let depth = '';
  const close = () => {
    if (pieces.length > 0) paragraphs.push(depth + (depth === '' ? '' : ' ') + pieces.join(''));
    pieces = [];
  };
  for (const line of text.split(/\r?\n/)) {
    const quote = /^>*/.exec(line)?.[0] ?? '';
    if (quote !== depth) close();
    depth = quote;
    const content = line.slice(quote.length).replace(/^ /, '');
    const isSoft = content.endsWith(' ') && content !== '-- ';
    pieces.push(isSoft && deletesSpace ? content.slice(0, -1) : content);
    if (!isSoft) close();
  }
  close();
  return paragraphs.join('\n');
}
