import type { Temporal } from 'temporal-polyfill';
import { type ActionToken, tokenHash } from '../../desk/action-token.ts';
import { expiredLink, isExpired } from '../../desk/link-over.ts';
import { TokenNotUsableError } from '../../errors.ts';
import { instantText, parseInstant } from '../../instants.ts';
import { newOutboxRow } from '../../outbox/outbox-row.ts';
import type { Clock, KeyRing, RandomBytes, TokenStore } from '../../ports.ts';
import type { ConsentChange, ConsentStore } from '../ports.ts';
import { appendEvents, type ConsentEvent } from '../consent-event.ts';
import { type ConsentRecord, recordsOfAddress, stateOf } from '../consent-record.ts';
import { type Contact, contactsOf } from '../contact.ts';
import { retryOnConsentConflict } from '../retry-on-conflict.ts';
import { changedSubscriber, type SignUp, type Subscriber } from '../subscriber.ts';
import { SIGN_UP } from '../suppression.ts';
import { uuidFrom } from '../uuid.ts';
import { type Known, knownOf, webhooksFor } from '../withdrawal.ts';

export interface ConfirmSignUpDependencies {
  readonly consents: ConsentStore;
  readonly tokens: TokenStore;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
}

export type SignUpConfirmed = { readonly outcome: 'given'; readonly topics: readonly string[] } | DoneBefore;

/** Pressed before: nothing was written. `at` is null when it was the button of another mail about the same. */
export interface DoneBefore {
  readonly outcome: 'done_before';
  readonly at: Temporal.Instant | null;
}

/**
 * The holder of the address presses the button: consent is given for every topic of the sign-up, suppressions of those
 * topics are lifted, and the receipt and the word to the newsletter tool are ordered, all in one transaction. Throws
 * TokenNotUsableError.
 */
export async function confirmSignUp(dependencies: ConfirmSignUpDependencies, secret: string): Promise<SignUpConfirmed> {
  return retryOnConsentConflict(async () => {
    const { consents, keys, clock } = dependencies;
    const found = await openSignUp(dependencies, secret, clock.now());
    if ('outcome' in found) return found;
    const { signUp, hash } = found;
    const known = await Promise.all(contactsOf(keys, signUp.email).map((contact) => knownOf(consents, contact)));
    // After the reads: a stop that was written before them is older than this press.
    const now = clock.now();
    const records = known.flatMap((each) => each.records);
    const events = eventsOf(dependencies, signUp, records, hash, now);
    await consents.commit(changeOf(signUp, events, givenIn(events, known), hash, now));
    return { outcome: 'given', topics: signUp.topics.map(({ topic }) => topic) };
  });
}

/**
 * The holder of the address says that they asked nothing: the sign-up is gone, and for thirty days the address gets
 * one such mail at most. Consents given before stay. Throws TokenNotUsableError.
 */
export async function declineSignUp(
  dependencies: ConfirmSignUpDependencies,
  secret: string,
): Promise<{ readonly outcome: 'declined' } | DoneBefore> {
  const now = dependencies.clock.now();
  const found = await openSignUp(dependencies, secret, now);
  if ('outcome' in found) return found;
  const { signUp, hash } = found;
  const records = await recordsOfAddress(dependencies.consents, dependencies.keys, signUp.email);
  const agreed = new Set(records.filter((record) => stateOf(record) === 'given').map(({ topic }) => topic));
  const at = instantText(now);
  await dependencies.consents.commit({
    endedSignUp: signUp.signUpId,
    consume: { tokenHash: hash, now: at },
    // What somebody else typed in must not end what the holder of the address agreed to before.
    suppressions: [SIGN_UP, ...signUp.topics.map(({ topic }) => topic).filter((topic) => !agreed.has(topic))].map(
      (scope) => ({ contact: signUp.contact, channel: 'email', scope, reason: 'wrong_person', at }),
    ),
  });
  return { outcome: 'declined' };
}

interface OpenedSignUp {
  readonly signUp: SignUp;
  readonly hash: string;
}

/** Throws TokenNotUsableError for what cannot be pressed and never was. */
async function openSignUp(
  { tokens, consents }: ConfirmSignUpDependencies,
  secret: string,
  now: Temporal.Instant,
): Promise<OpenedSignUp | DoneBefore> {
  const hash = tokenHash(secret);
  const token = await tokens.find(hash);
  if (!isSignUpToken(token)) throw new TokenNotUsableError('the link cannot be used');
  if (token.usedAt !== null) return { outcome: 'done_before', at: parseInstant(token.usedAt) };
  const signUp = await consents.findSignUp(token.signUpId);
  if (isExpired(token, now)) throw expiredLink('confirm_consent', token);
  // A mail that left twice has two links: the sign-up ended with the other one.
  return signUp === undefined ? { outcome: 'done_before', at: null } : { signUp, hash };
}

type SignUpToken = Extract<ActionToken, { action: 'confirm_consent' }>;

function isSignUpToken(token: ActionToken | undefined): token is SignUpToken {
  return token?.action === 'confirm_consent';
}

function eventsOf(
  { randomBytes }: ConfirmSignUpDependencies,
  signUp: SignUp,
  records: readonly ConsentRecord[],
  hash: string,
  now: Temporal.Instant,
): readonly ConsentEvent[] {
  return signUp.topics.flatMap(({ topic, shown }) => {
    const earlier = records.find((record) => record.topic === topic);
    const { contact, method, notice, ageDeclared } = signUp;
    const subject = earlier ?? { recordId: uuidFrom(randomBytes(16)), contact, topic, channel: 'email' as const };
    return appendEvents(subject, earlier?.events ?? [], [
      { type: 'requested', at: signUp.requestedAt, method, shown, notice, ageDeclared },
      { type: 'given', at: instantText(now), evidence: { tokenHash: hash } },
    ]);
  });
}

/** What a contact gets with the press; `before` is how it is reached now. */
interface GivenByContact {
  readonly contact: Contact;
  readonly before: Subscriber | undefined;
  readonly topics: readonly string[];
}

/** A record made with a key that was replaced since goes on under that key, so there may be two contacts. */
function givenIn(events: readonly ConsentEvent[], known: readonly Known[]): readonly GivenByContact[] {
  const given = events.filter(({ type }) => type === 'given');
  const groups = Map.groupBy(given, ({ contact }) => `${contact.kid} ${contact.mac}`);
  return [...groups.values()].flatMap(([first]) =>
    first === undefined
      ? []
      : [
          {
            contact: first.contact,
            before: known.find(isOf(first.contact))?.subscriber,
            topics: given.filter(isOf(first.contact)).map(({ topic }) => topic),
          },
        ],
  );
}

function changeOf(
  signUp: SignUp,
  events: readonly ConsentEvent[],
  contacts: readonly GivenByContact[],
  hash: string,
  now: Temporal.Instant,
): ConsentChange {
  const { email, language, rehearsal, signUpId } = signUp;
  const at = instantText(now);
  const given = events.filter(({ type }) => type === 'given');
  return {
    events,
    subscribers: contacts.map(({ contact, before }) =>
      changedSubscriber(before, { contact, address: { email, language }, keepUntil: null }, at),
    ),
    listed: given.map(({ topic, recordId, contact }) => ({
      schemaVersion: 1,
      topic,
      contact,
      recordId,
      email,
      language,
      since: at,
    })),
    suppressions: [SIGN_UP, ...given.map(({ topic }) => topic)].map((scope) => ({
      contact: signUp.contact,
      channel: 'email',
      scope,
      reason: 'lifted',
      at,
    })),
    outbox: [
      ...contacts.map(({ contact, topics }, index) =>
        newOutboxRow(
          `consent-${signUpId}-${index + 1}`,
          { kind: 'mail', mail: { template: 'consent_receipt', contact, topics: [...topics] } },
          at,
        ),
      ),
      ...(rehearsal ? [] : webhooksFor(given, at)),
    ],
    consume: { tokenHash: hash, now: at },
    endedSignUp: signUpId,
  };
}

function isOf(contact: Contact): (other: { readonly contact: Contact }) => boolean {
  return (other) => other.contact.kid === contact.kid && other.contact.mac === contact.mac;
}
