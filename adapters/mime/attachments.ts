import { createHash } from 'node:crypto';
import {
  LARGEST_ATTACHMENT,
  LONGEST_ATTACHMENT_NAME,
  MAX_ATTACHMENTS,
  MAX_LISTED_ATTACHMENTS,
  type ReadAttachment,
} from '../../domain/inbound-mail/read-mail.ts';
import { cleanLine } from './clean-text.ts';
import { decodeTransfer } from './decode-body.ts';
import { firstOf } from './headers.ts';
import { letterMediaTypeOf } from './letter-media-type.ts';
import type { MimePart } from './part-tree.ts';

/** Bytes of the largest image that is taken for the logo of a signature; a photo in the text can be the letter itself. */
const LARGEST_LOGO = 100 * 1024;
/** Proofs for mail programs. */
const SEALS = /^application\/(?:x-)?(?:pkcs7-signature|pgp-signature|pgp-encrypted)$/;
const LONGEST_EXTENSION = 10;
const MAX_CONTENT_IDS = 1000;

/** The files that came with a mail, as they came; `html` tells which images belong to its text. */
export function readAttachments(parts: readonly MimePart[], html: string): readonly ReadAttachment[] {
  const shown = new Set<string>();
  for (const [, id = ''] of html.matchAll(/\bcid:([^"'\s<>)]{1,300})/gi)) {
    if (shown.size === MAX_CONTENT_IDS) break;
    shown.add(id);
  }
  const read: ReadAttachment[] = [];
  let kept = 0;
  for (const part of parts) {
    if (read.length === MAX_LISTED_ATTACHMENTS) break;
    if (SEALS.test(part.type.value) || isLogo(part, shown)) continue;
    const content = decodeTransfer(part);
    const isKept = content.length <= LARGEST_ATTACHMENT && kept < MAX_ATTACHMENTS;
    if (isKept) kept += 1;
    read.push({
      fileName: fileNameOf(part, read.length + 1),
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      mediaType: isKept && part.type.value !== 'message/rfc822' ? letterMediaTypeOf(content) : null,
      content: isKept ? Uint8Array.from(content) : new Uint8Array(),
    });
  }
  return read;
}

/** Encoded, it is a third larger. */
function isLogo(part: MimePart, shown: ReadonlySet<string>): boolean {
  if (!part.type.value.startsWith('image/') || part.disposition.value === 'attachment') return false;
  const id = firstOf(part.headers, 'content-id').replaceAll(/[<>]/g, '');
  return shown.has(id) && part.body.length <= (LARGEST_LOGO * 4) / 3;
}

function fileNameOf(part: MimePart, number: number): string {
  const typed = part.disposition.parameters.get('filename') ?? part.type.parameters.get('name') ?? '';
  const name = cleanLine(typed.replaceAll(/[/\\:*?"<>|]/g, ' '), 1000).replaceAll(/^[\s.]+|[\s.]+$/g, '');
  if (name === '') return `${part.type.value === 'message/rfc822' ? 'mail' : 'file'}-${number}`;
  const points = Array.from(name);
  if (points.length <= LONGEST_ATTACHMENT_NAME) return name;
  const dot = points.lastIndexOf('.');
  const extension = dot > 0 && points.length - dot <= LONGEST_EXTENSION ? points.slice(dot) : [];
  return [...points.slice(0, LONGEST_ATTACHMENT_NAME - extension.length), ...extension].join('').trim();
}
