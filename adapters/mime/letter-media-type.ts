import { mediaTypeOf } from '../../domain/cases/file-content.ts';
import type { LetterMediaType } from '../../domain/inbound-mail/read-mail.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OPEN_DOCUMENT = 'mimetypeapplication/vnd.oasis.opendocument.text';
/** Brands of the container (ISO/IEC 14496-12) that photos of phones are in. */
const HEIC = /^ftyp(?:heic|heix|heim|heis|mif1|msf1)/;
/** Bytes of a text that is read whole to tell what it is; a larger one is plain text. */
const LARGEST_TABLE = 512 * 1024;
/** Bytes at the start of a larger file that tell what it is. */
const SIGNATURE = 4096;

/** What a Word file holds that runs by itself when it is opened. */
const MACROS = ['vbaProject.bin', 'Basic/'];

/**
 * What an attachment is by its first bytes; null for what is none of the types letters come in. Never unpacked: a Word
 * file is told by the names in the archive, which are not compressed, and one with macros is none.
 */
export function letterMediaTypeOf(content: Buffer): LetterMediaType | null {
  if (HEIC.test(content.toString('latin1', 4, 12))) return 'image/heic';
  if (ZIP.every((byte, index) => content[index] === byte)) return officeTypeOf(content);
  const mediaType = mediaTypeOf(content.length > LARGEST_TABLE ? content.subarray(0, SIGNATURE) : content);
  if (mediaType?.startsWith('text/') === true && content.length > LARGEST_TABLE) {
    return isWindowsText(content) ? 'text/plain' : null;
  }
  if (mediaType === 'application/zip') return null;
  return mediaType ?? (isWindowsText(content) ? 'text/plain' : null);
}

function officeTypeOf(content: Buffer): LetterMediaType | null {
  if (MACROS.some((name) => content.includes(name, 0, 'latin1'))) return null;
  if (content.toString('latin1', 30, 30 + OPEN_DOCUMENT.length) === OPEN_DOCUMENT) {
    return 'application/vnd.oasis.opendocument.text';
  }
  const isWord =
    content.includes('[Content_Types].xml', 0, 'latin1') && content.includes('word/document.xml', 0, 'latin1');
  return isWord ? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' : null;
}

/** Text of old editors: no byte that no text has, and few beyond ASCII. */
function isWindowsText(content: Buffer): boolean {
  let high = 0;
  for (const byte of content) {
    if (byte === 0x7f || (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)) return false;
    if (byte > 0x7f) high += 1;
  }
  return content.length > 0 && high * 5 < content.length;
}
