import type { LetterMediaType } from './read-mail.ts';

/** The first is the usual one. */
const EXTENSIONS: Readonly<Record<LetterMediaType, readonly [string, ...string[]]>> = {
  'application/pdf': ['pdf'],
  'application/json': ['json'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'image/heic': ['heic', 'heif'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'text/csv': ['csv', 'txt'],
  'text/plain': ['txt', 'csv'],
};
const KNOWN: ReadonlyMap<string, readonly [string, ...string[]]> = new Map(Object.entries(EXTENSIONS));

/** What a browser is told a file from a mail is: one of the types letters come in, or bytes; never a page. */
export function givenOutAs(mediaType: string): string {
  return KNOWN.has(mediaType) ? mediaType : 'application/octet-stream';
}

/**
 * The name a file from a mail is saved under. A name that claims to be something else gets the extension of what it is
 * behind its own: a text called `letter.hta` must not run when somebody opens it.
 */
export function savedName(fileName: string, mediaType: string): string {
  const extensions = KNOWN.get(mediaType) ?? ['bin'];
  const isHonest = extensions.some((extension) => fileName.toLowerCase().endsWith(`.${extension}`));
  return isHonest ? fileName : `${fileName}.${extensions[0]}`;
}
