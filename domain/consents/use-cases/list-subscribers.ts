import { unsubscribeMailto, unsubscribeUrl } from '../../outbox/links.ts';
import type { ConsentReader, SubscriberLists } from '../ports.ts';
import type { KeyRing } from '../../ports.ts';
import { suppressedAmong } from '../suppressed-among.ts';
import type { ListEntry } from '../subscriber.ts';
import { unsubscribeToken } from '../unsubscribe-token.ts';

export interface ListSubscribersDependencies {
  readonly lists: Pick<SubscriberLists, 'page'>;
  readonly consents: Pick<ConsentReader, 'listSuppressions'>;
  readonly keys: KeyRing;
  readonly publicUrl: string;
  /** Where mail reaches the desk itself; null while it takes in none. */
  readonly inboundMailDomain: string | null;
}

/** Somebody who may be mailed about a topic, with what the headers and the foot of each mail to them must hold. */
export interface MailableSubscriber extends Pick<ListEntry, 'recordId' | 'email' | 'language' | 'since'> {
  /** Value of the header `List-Unsubscribe` (RFC 2369, RFC 8058). */
  readonly listUnsubscribe: string;
  /** Value of the header `List-Unsubscribe-Post`. */
  readonly listUnsubscribePost: string;
  /** The same address for the visible link that the mail must have. */
  readonly unsubscribeUrl: string;
}

export interface SubscriberPage {
  readonly topic: string;
  readonly subscribers: readonly MailableSubscriber[];
  /** Where the next page begins; null behind the last one. */
  readonly next: string | null;
}

/**
 * One page of the list of a topic. A suppressed address is left out whatever the list says, so a page can be shorter than
 * `limit` with more behind it. The topic is one of the profile. Throws CursorInvalidError.
 */
export async function listSubscribers(
  dependencies: ListSubscribersDependencies,
  { topic, cursor, limit }: { readonly topic: string; readonly cursor: string | null; readonly limit: number },
): Promise<SubscriberPage> {
  const { entries, next } = await dependencies.lists.page(topic, cursor, limit);
  const suppressed = await suppressedAmong(
    dependencies,
    topic,
    entries.map(({ email }) => email),
  );
  const mailable = entries.filter(({ email }) => !suppressed.has(email));
  return { topic, subscribers: mailable.map((entry) => subscriberOf(dependencies, entry)), next };
}

function subscriberOf(
  { keys, publicUrl, inboundMailDomain }: ListSubscribersDependencies,
  { recordId, email, language, since, contact, topic }: ListEntry,
): MailableSubscriber {
  const token = unsubscribeToken(keys, { contact, topic });
  const url = unsubscribeUrl(publicUrl, token);
  const ways = inboundMailDomain === null ? [url] : [url, unsubscribeMailto(inboundMailDomain, token)];
  return {
    recordId,
    email,
    language,
    since,
    listUnsubscribe: ways.map((way) => `<${way}>`).join(', '),
    listUnsubscribePost: 'List-Unsubscribe=One-Click',
    unsubscribeUrl: url,
  };
}
