import { isAscii } from 'node:buffer';

const BYTE_ORDER_MARKS: readonly { readonly bytes: readonly number[]; readonly label: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8' },
  { bytes: [0xff, 0xfe], label: 'utf-16le' },
  { bytes: [0xfe, 0xff], label: 'utf-16be' },
];

/** What a label that is not known, or that cannot be right, is read as: what mail without a label mostly is. */
const FALLBACK = 'windows-1252';

/**
 * Text of bytes whose charset is `declared` (a label as mails write it, empty when there is none). Labels lie: bytes that
 * are valid UTF-8 beyond ASCII are UTF-8 whatever they are called, since other encodings hardly ever look like it; and
 * what is called UTF-8 but mostly is not is read as windows-1252.
 */
export function decodeCharset(bytes: Uint8Array, declared: string): string {
  const marked = BYTE_ORDER_MARKS.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return new TextDecoder(marked.label).decode(bytes);
  const label = declared
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '');
  if (/^(?:utf-?16|ucs-?2|iso-10646-ucs-2)/.test(label)) return decodeUtf16(bytes, label);
  const isEscaped = /^(?:iso-2022|hz)/.test(label);
  const strict = isEscaped ? undefined : strictUtf8(bytes);
  if (strict !== undefined) return strict;
  if (label === '' || /^(?:utf-?8|us-ascii|ascii)$/.test(label)) return decodeDamaged(bytes);
  return decodeAs(label, bytes) ?? new TextDecoder(FALLBACK).decode(bytes);
}

const STRICT_UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function strictUtf8(bytes: Uint8Array): string | undefined {
  if (isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  try {
    return STRICT_UTF_8.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** UTF-8 with a few broken characters stays UTF-8; more broken than whole ones means that it is none. */
function decodeDamaged(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let whole = 0;
  for (const character of text) {
    if (character === '\ufffd') broken += 1;
    else if (character > '\u007f') whole += 1;
  }
  return broken > whole ? new TextDecoder(FALLBACK).decode(bytes) : text;
}

function decodeAs(label: string, bytes: Uint8Array): string | undefined {
  for (const candidate of [label, label.replace(/^(?:x-|cs)/, ''), label.replace(/^cp-?(\d+)$/, 'windows-$1')]) {
    try {
      return new TextDecoder(candidate).decode(bytes);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return undefined;
}

/** Without a mark the zero bytes tell the order; without zero bytes it is not UTF-16 at all. */
function decodeUtf16(bytes: Uint8Array, label: string): string {
  const sample = bytes.subarray(0, 2000);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even === 0 && odd === 0 && strictUtf8(bytes) !== undefined) return decodeDamaged(bytes);
  const isBig = even === odd ? !label.endsWith('le') && label !== 'utf-16' : even > odd;
  return new TextDecoder(isBig ? 'utf-16be' : 'utf-16le').decode(bytes);
}
