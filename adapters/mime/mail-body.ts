import { decodeText } from './decode-body.ts';
import { textOfHtml } from './html-text.ts';
import type { MimePart } from './part-tree.ts';

/** What a mail holds: its text with quotes behind `>`, and the parts that are no text. */
export interface MailBody {
  readonly text: string;
  readonly isComplete: boolean;
  /** The HTML of the mail as it came, for what it refers to. */
  readonly html: string;
  readonly files: readonly MimePart[];
}

/** Other forms of the text that an alternative brings. */
const OTHER_FORMS = /^(?:text\/(?:x-amp-html|enriched|richtext|watch-html|calendar)|application\/ics)$/;

/** HTML that is called plain text. */
const HTML_START = /^\s{0,20}<(?:!doctype html|html)\b/i;
/** What stands in for a text that was only written as HTML. */
const NO_HTML =
  /\b(?:not|niet|geen) (?:support|display|show|view|html)\b.{0,40}\bhtml\b|\b(?:view|read|bekijk) (?:this|deze|dit) .{0,40}\bhtml\b|\bhtml[- ](?:capable|compatible|enabled)\b|\bgeen html\b/i;

/** Bytes of all texts of a mail, as they came, that are read: far more than any person writes. */
const LONGEST_TEXTS = 2 * 1024 * 1024;

interface Reading {
  readonly files: MimePart[];
  readonly html: string[];
  bytesLeft: number;
  hasText: boolean;
  isComplete: boolean;
}

/** What is wanted of a part: its text, or only its files since another form of the text was taken. */
type Wanted = 'text' | 'files';

/** Sorts the parts of a mail. Of an alternative the plain text counts unless it is blank. */
export function readBody(root: MimePart): MailBody {
  const reading: Reading = { files: [], html: [], bytesLeft: LONGEST_TEXTS, hasText: false, isComplete: true };
  const text = textIn(root, reading, 'text', false);
  return { text, isComplete: reading.isComplete, html: reading.html.join('\n'), files: reading.files };
}

function textIn(part: MimePart, reading: Reading, wanted: Wanted, isAlternative: boolean): string {
  if (part.type.value === 'multipart/alternative') return alternativeIn(part, reading, wanted);
  if (part.children.length > 0) {
    const texts = part.children.map((child) => textIn(child, reading, wanted, isAlternative));
    return texts.filter((text) => text.trim() !== '').join('\n\n');
  }
  if (isText(part, reading)) return leafText(part, reading, wanted);
  const isOtherForm = isAlternative && OTHER_FORMS.test(part.type.value);
  if (!isOtherForm && !part.type.value.startsWith('multipart/')) reading.files.push(part);
  return '';
}

function leafText(part: MimePart, reading: Reading, wanted: Wanted): string {
  const isCalledHtml = part.type.value === 'text/html';
  if (wanted === 'files' && !isCalledHtml) return '';
  const text = decodeText(part, reading.bytesLeft);
  if (part.body.length > reading.bytesLeft && wanted === 'text') reading.isComplete = false;
  reading.bytesLeft = Math.max(0, reading.bytesLeft - part.body.length);
  const isHtml = isCalledHtml || HTML_START.test(text);
  if (isHtml) reading.html.push(text);
  if (wanted === 'files') return '';
  if (text.trim() !== '') reading.hasText = true;
  return isHtml ? textOfHtml(text) : text;
}

/** The forms stand from plain to rich: the first plain one that says something is taken, else the richest that does. */
function alternativeIn(part: MimePart, reading: Reading, wanted: Wanted): string {
  const inOrder = [...part.children.filter(isPlain), ...part.children.filter((child) => !isPlain(child)).toReversed()];
  let taken = '';
  for (const child of inOrder) {
    const text = textIn(child, reading, isWritten(taken) ? 'files' : wanted, true);
    if (!isWritten(taken)) taken = text;
  }
  return taken;
}

function isPlain(part: MimePart): boolean {
  return part.type.value === 'text/plain';
}

function isWritten(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !(text.length < 400 && NO_HTML.test(text));
}

/** A text with a name is a file, unless nothing came before it: some mailers name the text itself. */
function isText(part: MimePart, reading: Reading): boolean {
  const isOfText = part.type.value === 'text/plain' || part.type.value === 'text/html' || part.type.value === '';
  if (!isOfText || part.disposition.value === 'attachment') return false;
  return !(reading.hasText && (part.disposition.parameters.has('filename') || part.type.parameters.has('name')));
}
