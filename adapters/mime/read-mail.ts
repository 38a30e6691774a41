import { addressParser } from 'postal-mime';
import { emailAddressSchema } from '../../contracts/http/email-address.ts';
import {
  LONGEST_SUBJECT,
  LONGEST_WRITTEN,
  MAX_REFERENCES,
  type ReadMail,
} from '../../domain/inbound-mail/read-mail.ts';
import { readAttachments } from './attachments.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import { cutHistory } from './cut-history.ts';
import { textOf, type Headers } from './headers.ts';
import { languageOf } from './language.ts';
import { readBody } from './mail-body.ts';
import { kindOf } from './mail-kind.ts';
import { readPartTree } from './part-tree.ts';

/** Bytes; SES takes in no larger mail. */
const LARGEST_MAIL = 50 * 1024 * 1024;
/** Code points of a text, history and all, in which is looked for what the person wrote. */
const LONGEST_TEXT = 500_000;
const LONGEST_NAME = 120;

/**
 * Reads a mail as it came over SMTP (RFC 5322, MIME). Undefined when nothing can be read of it: it is empty, larger than
 * any mail SES takes in, or broken in a way nobody thought of. Never throws, whatever the bytes are.
 */
export async function readMail(raw: Uint8Array): Promise<ReadMail | undefined> {
  if (raw.length > LARGEST_MAIL) return undefined;
  try {
    return read(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength));
  } catch {
    return undefined;
  }
}

function read(raw: Buffer): ReadMail | undefined {
  const { root, isComplete } = readPartTree(raw);
  const body = readBody(root);
  const whole = cleanText(body.text, LONGEST_TEXT);
  const { written, cut } = cutHistory(whole.text);
  const shortened = cleanText(written, LONGEST_WRITTEN);
  const from = authorOf(root.headers);
  const mail: ReadMail = {
    from,
    subject: cleanLine(textOf(root.headers, 'subject'), LONGEST_SUBJECT),
    written: shortened.text,
    cut,
    truncated: whole.truncated || shortened.truncated || !body.isComplete || !isComplete,
    kind: kindOf(root, from?.address ?? ''),
    inReplyTo: referencesIn(root.headers),
    language: languageOf(shortened.text),
    attachments: readAttachments(body.files, body.html),
  };
  const isNothing = from === null && mail.subject === '' && whole.text.trim() === '' && mail.attachments.length === 0;
  return isNothing ? undefined : mail;
}

/** Nobody can tell for which of several authors a mail speaks, so with more than one there is none. */
function authorOf(headers: Headers): ReadMail['from'] {
  const [field, second] = headers.get('from') ?? [];
  if (field === undefined || second !== undefined) return null;
  const [author, other] = addressParser(field);
  if (author?.address === undefined || other !== undefined) return null;
  const address = emailAddressSchema.safeParse(author.address);
  return address.success ? { name: cleanLine(author.name, LONGEST_NAME), address: address.data } : null;
}

function referencesIn(headers: Headers): readonly string[] {
  const ids = (name: string) =>
    (headers.get(name) ?? []).flatMap((value) => value.match(/(?<=<)[!-;=?-~]{1,250}(?=>)/g) ?? []);
  return [...new Set([...ids('in-reply-to'), ...ids('references').toReversed()])].slice(0, MAX_REFERENCES);
}
