import { createHash } from 'node:crypto';

const ID_CHARACTERS = 32;

/** Where the `index`-th file of a mail is kept. The message id is somebody else's text: its hash is the name. */
export function attachmentKey(messageId: string, index: number): string {
  const id = createHash('sha256').update(messageId).digest('hex').slice(0, ID_CHARACTERS);
  return `attachments/${id}/${index}`;
}
