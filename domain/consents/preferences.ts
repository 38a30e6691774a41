import type { OrganisationProfile } from '../organisation.ts';
import type { ConsentReader } from './ports.ts';
import type { KeyRing } from '../ports.ts';
import { type ConsentRecord, recordsOfAddress, stateOf } from './consent-record.ts';
import type { Subscription } from './unsubscribe-token.ts';
import type { Withdrawer } from './use-cases/withdraw-consent.ts';
import { topicsOf } from './wording.ts';

/** What one person gets about one topic. */
export interface TopicPreference {
  readonly topic: string;
  readonly isOn: boolean;
  /** What happened to this consent; undefined when none was ever given. */
  readonly record: ConsentRecord | undefined;
}

export interface PreferenceDependencies {
  readonly consents: ConsentReader;
  readonly keys: KeyRing;
  readonly organisation: OrganisationProfile;
}

/** Who stands behind a token: by address while it is kept, so that what other kept keys made is found as well. */
export async function withdrawerOf(
  consents: Pick<ConsentReader, 'findSubscriber'>,
  { contact }: Subscription,
): Promise<Withdrawer> {
  const subscriber = await consents.findSubscriber(contact);
  return subscriber?.address ?? { contact };
}

/**
 * Every topic of the profile as it is for one person, in the order of the profile; behind them topics the profile no
 * longer has and the person does.
 */
export async function preferencesOf(
  { consents, keys, organisation }: PreferenceDependencies,
  who: Withdrawer,
): Promise<readonly TopicPreference[]> {
  const records =
    'email' in who ? await recordsOfAddress(consents, keys, who.email) : await consents.listRecords(who.contact);
  const ofTopic = Map.groupBy(records, ({ topic }) => topic);
  return [...new Set([...topicsOf(organisation), ...ofTopic.keys()])].map((topic) => {
    const about = ofTopic.get(topic) ?? [];
    const inForce = about.find((record) => stateOf(record) === 'given');
    return { topic, isOn: inForce !== undefined, record: inForce ?? about.at(-1) };
  });
}
