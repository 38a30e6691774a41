import type { ConsentReader } from './ports.ts';
import type { KeyRing } from '../ports.ts';
import { type Contact, contactsOf } from './contact.ts';
import { isSuppressed, type Suppression } from './suppression.ts';

/** Those of many addresses that must not be mailed about a topic, whichever kept key their entries were made with. */
export async function suppressedAmong(
  { consents, keys }: { readonly consents: Pick<ConsentReader, 'listSuppressions'>; readonly keys: KeyRing },
  topic: string,
  emails: readonly string[],
): Promise<ReadonlySet<string>> {
  const contacts = new Map(emails.map((email) => [email, contactsOf(keys, email)]));
  const entries = await consents.listSuppressions([...contacts.values()].flat());
  const ofContact = Map.groupBy(entries, ({ contact }) => nameOf(contact));
  const entriesOf = (email: string): readonly Suppression[] =>
    (contacts.get(email) ?? []).flatMap((contact) => ofContact.get(nameOf(contact)) ?? []);
  return new Set(emails.filter((email) => isSuppressed(entriesOf(email), topic)));
}

function nameOf({ kid, mac }: Contact): string {
  return `${kid} ${mac}`;
}
