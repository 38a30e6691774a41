import type { Texts } from '../texts/nl.ts';

const LONGEST_NAME = 60;
const NAME = /^[\p{L}\p{M}][\p{L}\p{M} .'’-]*$/u;
/** A dot with a word behind it turns into a link in many mail programs; initials such as "J.P." do not. */
const LOOKS_LIKE_ADDRESS = /\.\p{L}{2}/u;

/**
 * The salutation of a mail to a requester. A name is what a stranger typed, and the mailbox may be somebody else's:
 * what is not plainly a name is not repeated.
 */
export function greeting(name: string, texts: Texts): string {
  const tidy = name.normalize('NFC').trim();
  const isName = tidy.length <= LONGEST_NAME && NAME.test(tidy) && !LOOKS_LIKE_ADDRESS.test(tidy);
  return isName ? texts.requesterMails.greeting(tidy) : texts.requesterMails.neutralGreeting;
}
