import type { Temporal } from 'temporal-polyfill';
import type { OutboxRow } from '../outbox/outbox-row.ts';
import type { ConsentEvent } from './consent-event.ts';
import type { ConsentRecord } from './consent-record.ts';
import type { Contact } from './contact.ts';
import type { ListEntry, SignUp, Subscriber } from './subscriber.ts';
import type { Suppression, SuppressionChange } from './suppression.ts';

/** What ends a consent: the events that say so, and the lines of lists that go with it. */
export interface ConsentEnding {
  readonly events: readonly ConsentEvent[];
  readonly unlisted: readonly Pick<ListEntry, 'topic' | 'contact'>[];
  /** Addresses as they are to be kept from now on. */
  readonly subscribers: readonly Subscriber[];
}

/** One change of consents, stored whole or not at all; at most 100 items in all. */
export interface ConsentChange extends Partial<ConsentEnding> {
  readonly listed?: readonly ListEntry[];
  readonly suppressions?: readonly SuppressionChange[];
  readonly outbox?: readonly OutboxRow[];
  /** Consumed in the same transaction: must be unused and not expired at `now` (wall time text). */
  readonly consume?: { readonly tokenHash: string; readonly now: string };
  /** A sign-up that is over. */
  readonly endedSignUp?: string;
}

export interface ConsentReader {
  /** Records of one contact, in order of topic; as they are now. */
  listRecords(contact: Contact): Promise<readonly ConsentRecord[]>;
  findSubscriber(contact: Contact): Promise<Subscriber | undefined>;
  /** Every suppression of these contacts, in no order; as they are now. */
  listSuppressions(contacts: readonly Contact[]): Promise<readonly Suppression[]>;
  findSignUp(signUpId: string): Promise<SignUp | undefined>;
}

export interface ConsentStore extends ConsentReader {
  /**
   * Throws ConsentConflictError when a record has moved on since it was read, TokenNotUsableError when the token is
   * used, expired or gone.
   */
  commit(change: ConsentChange): Promise<void>;
  /** Throws SignUpExistsError when the id is known. */
  addSignUp(signUp: SignUp, outbox: readonly OutboxRow[]): Promise<void>;
  /** Does nothing when it is gone. */
  removeSignUp(signUpId: string): Promise<void>;
  /** Ids of sign-ups whose `purgeAt` has come, earliest first. */
  listOldSignUps(until: Temporal.Instant, limit: number): Promise<readonly string[]>;
}

/** Reads the lists. Apart from ConsentStore, since it tells the addresses of everybody. */
export interface SubscriberLists {
  /**
   * Lines of the list of a topic in an order that never changes, from behind `cursor` on: whoever is on the list from
   * the first page to the last comes exactly once. Throws CursorInvalidError.
   */
  page(
    topic: string,
    cursor: string | null,
    limit: number,
  ): Promise<{ readonly entries: readonly ListEntry[]; readonly next: string | null }>;
  /** Those of these contacts that are on the list of a topic, in no order. */
  find(topic: string, contacts: readonly Contact[]): Promise<readonly ListEntry[]>;
}

/** Calls the newsletter tool. */
export interface WebhookSender {
  /** One attempt, signed by the Standard Webhooks scheme. Throws WebhookNotTakenError. */
  send(message: {
    /** Stays the same when a call is repeated. */
    readonly id: string;
    readonly at: Temporal.Instant;
    readonly body: string;
  }): Promise<void>;
}
