import { type Contact, contactSchema } from '../domain/consents/contact.ts';
import { CursorInvalidError } from '../domain/errors.ts';

/** The place behind one line of the list of a topic, as a text for whoever pages through it. Holds no address. */
export function listCursor(topic: string, { kid, mac }: Contact): string {
  return Buffer.from(`${topic}#${kid}#${mac}`).toString('base64url');
}

/** Throws CursorInvalidError when it is none, or one of another topic. */
export function readListCursor(topic: string, cursor: string): Contact {
  const [, kid, mac] = Buffer.from(cursor, 'base64url').toString().split('#');
  const contact = contactSchema.safeParse({ kid, mac });
  if (!contact.success || kid === '' || listCursor(topic, contact.data) !== cursor) throw new CursorInvalidError();
  return contact.data;
}
