import type { RandomBytes } from '../../domain/ports.ts';

const FORM_ID_BYTES = 18;

/** What a form is drawn with, so that a second press stores nothing new: 144 random bits, base64url. */
export function newFormId(randomBytes: RandomBytes): string {
  return Buffer.from(randomBytes(FORM_ID_BYTES)).toString('base64url');
}
