import type { CaseText } from '../cases/case-text.ts';

/** Where the message is that a text joined the case as; undefined for what came another way. */
export function joinedMail({ kind, from, texts }: CaseText): string | undefined {
  return kind === 'message' && from.kind === 'requester' ? texts['message'] : undefined;
}

/** The address a joined message was written from, where it is not the requester's own; undefined for all else. */
export function otherAddressOf(text: CaseText): string | undefined {
  return joinedMail(text) === undefined ? undefined : text.texts['from'];
}
