import { ListError } from './list-error.ts';

/** One line of a file, without its line end; its text is empty where it has a fault. */
export interface PhysicalLine {
  readonly number: number;
  readonly text: string;
  readonly fault?: 'line_too_long' | 'not_utf8';
}

/** A line is as long as a call to the desk may be; of a longer one no more than this is ever held. */
const LONGEST_BYTES = 65_536;
const NEWLINE = 0x0a;
const BYTE_ORDER_MARK = /^\uFEFF/;

/**
 * Lines of a UTF-8 text, whatever they end with (LF or CRLF), in memory that does not grow with their length or number.
 * Throws ListError for UTF-16.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<PhysicalLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let number = 0;
  let parts: Uint8Array[] = [];
  let bytes = 0;

  const hold = (part: Uint8Array) => {
    bytes += part.length;
    // Copied: a slice of a chunk would keep all of it.
    if (bytes <= LONGEST_BYTES) parts.push(part.slice());
    else parts = [];
  };
  const take = (): PhysicalLine => {
    number += 1;
    const held = parts;
    const isTooLong = bytes > LONGEST_BYTES;
    [parts, bytes] = [[], 0];
    if (isTooLong) return { number, text: '', fault: 'line_too_long' };
    try {
      const text = decoder.decode(Buffer.concat(held)).replace(/\r$/, '');
      return { number, text: number === 1 ? text.replace(BYTE_ORDER_MARK, '') : text };
    } catch {
      return { number, text: '', fault: 'not_utf8' };
    }
  };

  let isFirst = true;
  for await (const chunk of chunks) {
    if (isFirst && isUtf16(chunk)) {
      throw new ListError('The file is UTF-16, as some spreadsheets save it: save it as CSV UTF-8.');
    }
    isFirst = false;
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE, from); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      hold(chunk.subarray(from, end));
      yield take();
      from = end + 1;
    }
    hold(chunk.subarray(from));
  }
  if (bytes > 0) yield take();
}

function isUtf16([first, second]: Uint8Array): boolean {
  const [low = -1, high = -1] = [first, second].toSorted((a = 0, b = 0) => a - b);
  return (low === 0xfe && high === 0xff) || low === 0;
}
