import * as z from 'zod';
import { instantSchema } from '../instants.ts';
import { staffIdSchema } from '../organisation.ts';
import type { Case } from './case.ts';
import { partIdSchema } from './part.ts';
import type { RequestType } from './request-types.ts';

/** What a file may be. Told from its content, never from its name or from what a browser said. */
export const fileMediaTypeSchema = z.enum([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'application/zip',
  'application/json',
  'text/csv',
  'text/plain',
]);
export type FileMediaType = z.infer<typeof fileMediaTypeSchema>;

const EXTENSIONS: Readonly<Record<FileMediaType, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'application/zip': 'zip',
  'application/json': 'json',
  'text/csv': 'csv',
  'text/plain': 'txt',
};

/** Structured, commonly used and machine-readable (GDPR art. 20(1)): a PDF is none of these. */
const PORTABLE: ReadonlySet<FileMediaType> = new Set(['application/json', 'text/csv']);

/** Whether a file of this kind may answer a request of this type. */
export function mayAnswer(requestType: RequestType, mediaType: FileMediaType): boolean {
  return requestType !== 'portability' || PORTABLE.has(mediaType);
}

/** Bytes of the largest file. */
export const LARGEST_FILE = 50 * 1024 * 1024;
/** Files of one case at most. */
export const MAX_FILES = 20;
/** Random bytes of a file's id: it cannot be guessed, though guessing it opens nothing. */
export const FILE_ID_BYTES = 16;

export const fileIdSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/**
 * A file that goes with the answer to a part, pinned: this version of this key with this content, and no other. Its
 * name may hold personal data, so it is a case text; here is only what tells nothing of anybody.
 */
export const answerFileSchema = z.strictObject({
  fileId: fileIdSchema,
  partId: partIdSchema,
  /** The case text with the name the requester sees. */
  nameTextId: z.string(),
  key: z.string(),
  versionId: z.string().min(1),
  /** SHA-256 of the content, hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: fileMediaTypeSchema,
  bytes: z.int().min(1).max(LARGEST_FILE),
  attachedBy: staffIdSchema,
  attachedAt: instantSchema,
});
export type AnswerFile = z.infer<typeof answerFileSchema>;

/** Where a file waits between the browser and the case; it leaves by itself after a day. */
export function incomingKey(caseNumber: string, fileId: string): string {
  return `incoming/${caseNumber}/${fileId}`;
}

/** Where an attached file stays. No browser can write here. */
export function keptKey(caseNumber: string, fileId: string): string {
  return `files/${caseNumber}/${fileId}`;
}

/** The files of one part, in order of attaching. */
export function filesOf(subject: Pick<Case, 'files'>, partId: string): readonly AnswerFile[] {
  return subject.files.filter((file) => file.partId === partId);
}

/** Files that are part of a decided answer which gives something: only a closed case has any for the requester. */
export function collectableFiles(subject: Pick<Case, 'files' | 'parts' | 'status'>): readonly AnswerFile[] {
  if (subject.status !== 'closed') return [];
  const decided = new Set(subject.parts.filter((part) => isSeenTwice(part.decision)).map(({ partId }) => partId));
  return subject.files.filter(({ partId }) => decided.has(partId));
}

/** Nothing leaves on the word of one person. */
function isSeenTwice(decision: Case['parts'][number]['decision']): boolean {
  if (decision === null) return false;
  return 'refusal' in decision || ('releasedBy' in decision && decision.releasedBy !== null);
}

const LONGEST_NAME = 80;
const TYPED_EXTENSION = new RegExp(`\\s*\\.(?:${Object.values(EXTENSIONS).join('|')}|jpeg)\\s*$`, 'i');

/**
 * A name that is safe on every system, without its extension: no separators, no control or reordering characters, no
 * dots at the ends. Empty when nothing is left of it.
 */
export function cleanFileName(typed: string): string {
  const name = typed
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}/\\:*?"<>|]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(TYPED_EXTENSION, '');
  return Array.from(name)
    .slice(0, LONGEST_NAME)
    .join('')
    .replaceAll(/^[\s.]+|[\s.]+$/g, '');
}

/** The name of a file as somebody saves it: the cleaned one with the extension of what it is. */
export function savedAs(name: string, mediaType: FileMediaType): string {
  return `${name}.${EXTENSIONS[mediaType]}`;
}
