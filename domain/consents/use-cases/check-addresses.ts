import type { ConsentReader, SubscriberLists } from '../ports.ts';
import type { KeyRing } from '../../ports.ts';
import { contactsOf } from '../contact.ts';
import { suppressedAmong } from '../suppressed-among.ts';

export interface CheckAddressesDependencies {
  readonly lists: Pick<SubscriberLists, 'find'>;
  readonly consents: Pick<ConsentReader, 'listSuppressions'>;
  readonly keys: KeyRing;
}

/** Whether an address may be mailed about a topic at this moment, and why not. */
export type AddressStanding = 'subscribed' | 'not_subscribed' | 'suppressed';

/**
 * How addresses stand with a topic, in their order: what a sender asks right before it mails. Suppressed wins, whatever
 * the list says. The topic is one of the profile.
 */
export async function checkAddresses(
  dependencies: CheckAddressesDependencies,
  topic: string,
  emails: readonly string[],
): Promise<readonly AddressStanding[]> {
  const { lists, keys } = dependencies;
  const contacts = emails.map((email) => contactsOf(keys, email));
  const [suppressed, entries] = await Promise.all([
    suppressedAmong(dependencies, topic, emails),
    lists.find(topic, contacts.flat()),
  ]);
  const listed = new Set(entries.map(({ contact }) => `${contact.kid} ${contact.mac}`));
  return emails.map((email, index) => {
    if (suppressed.has(email)) return 'suppressed';
    const isListed = contacts[index]?.some(({ kid, mac }) => listed.has(`${kid} ${mac}`)) ?? false;
    return isListed ? 'subscribed' : 'not_subscribed';
  });
}
