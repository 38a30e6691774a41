import type { FileMediaType } from '../cases/answer-file.ts';
import type { Language } from '../languages.ts';

/** What kind of sender a mail shows by its own headers (RFC 3834, RFC 2919, RFC 3462). */
export type MailKind = 'personal' | 'auto_replied' | 'auto_generated' | 'list' | 'bounce';

/** What people send letters, scans and photos in. Told from the content alone. */
export type LetterMediaType =
  | Exclude<FileMediaType, 'application/zip'>
  | 'image/heic'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.oasis.opendocument.text';

export interface ReadAttachment {
  /** One line without path separators, at most `LONGEST_ATTACHMENT_NAME` characters, never empty. */
  readonly fileName: string;
  /** Of the whole file, also where its content was left out. */
  readonly bytes: number;
  /** SHA-256 of the whole file, hex. */
  readonly sha256: string;
  /** Null for what is not one of the types letters come in, and for a file whose content was left out. */
  readonly mediaType: LetterMediaType | null;
  /** Empty when the file is larger than `LARGEST_ATTACHMENT` or comes after `MAX_ATTACHMENTS` others. */
  readonly content: Uint8Array;
}

/** A mail as the desk understands it. Its texts are NFC, well-formed and free of control and reordering characters. */
export interface ReadMail {
  /** The one valid author; null when there is none, or more than one. */
  readonly from: { readonly name: string; readonly address: string } | null;
  /** One line, at most `LONGEST_SUBJECT` characters. */
  readonly subject: string;
  /** Only what the person wrote, at most `LONGEST_WRITTEN` characters; tabs and line feeds stay. */
  readonly written: string;
  /** Whether quoted or forwarded text, a signature or a footer was left out of `written`. */
  readonly cut: boolean;
  /** Whether the mail was longer than what was read of it. */
  readonly truncated: boolean;
  readonly kind: MailKind;
  /** Message ids of In-Reply-To and References without angle brackets, nearest first, at most `MAX_REFERENCES`. */
  readonly inReplyTo: readonly string[];
  /** The language of `written`; null when in doubt. */
  readonly language: Language | null;
  /** At most `MAX_LISTED_ATTACHMENTS`, in the order of the mail. */
  readonly attachments: readonly ReadAttachment[];
}

/** Code points. */
export const LONGEST_SUBJECT = 200;
/** Code points. */
export const LONGEST_WRITTEN = 20_000;
/** Code points. */
export const LONGEST_ATTACHMENT_NAME = 120;
/** Bytes of the largest file whose content is kept. */
export const LARGEST_ATTACHMENT = 10 * 1024 * 1024;
/** Files whose content is kept. */
export const MAX_ATTACHMENTS = 20;
/** Files that are named at all. */
export const MAX_LISTED_ATTACHMENTS = 100;
export const MAX_REFERENCES = 50;
