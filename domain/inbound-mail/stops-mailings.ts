import type { ReceivedMail } from './received-mail.ts';
import type { Recognition } from '../recognition/recognise-rights.ts';
import { subscriptionOf, type Subscription } from '../consents/unsubscribe-token.ts';
import type { KeyRing } from '../ports.ts';

const UNSUBSCRIBE = 'unsubscribe';

/** Whether a mail was written to the address of the List-Unsubscribe header (RFC 2369): it asks for that only. */
export function isUnsubscribeMail({ recipients }: ReceivedMail, inboundMailDomain: string | null): boolean {
  return recipients.some((address) => address.toLowerCase() === `${UNSUBSCRIBE}@${inboundMailDomain}`);
}

/** The subscription such a mail names in its subject; undefined when a reader has changed it. */
export function subscriptionIn(keys: KeyRing, subject: string): Subscription | undefined {
  return subject
    .split(/\s+/)
    .map((word) => subscriptionOf(keys, word))
    .find((found) => found !== undefined);
}

/** The topics a letter names, or all of them. */
export function stoppedTopics({ topics }: Recognition): readonly string[] | 'all' {
  return topics.length === 0 ? 'all' : topics;
}
