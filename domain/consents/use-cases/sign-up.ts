import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { IdempotencyKeyReusedError, SignUpExistsError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { Language } from '../../languages.ts';
import type { OrganisationProfile } from '../../organisation.ts';
import { newOutboxRow } from '../../outbox/outbox-row.ts';
import type { Clock, ConsentStore, KeyRing, RandomBytes } from '../../ports.ts';
import { contactsOf } from '../contact.ts';
import type { SignUp } from '../subscriber.ts';
import { findTopic, noticeOf, shownText } from '../wording.ts';

export interface SignUpDependencies {
  readonly consents: ConsentStore;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  readonly organisation: OrganisationProfile;
  /** Whether this stage rehearses: its mails say so, and the newsletter tool hears nothing. */
  readonly rehearsing: boolean;
}

/** What somebody asks for who wants to be mailed. */
export interface SignUpRequest {
  readonly language: Language;
  readonly email: string;
  /** Topics of the profile, each once. */
  readonly topics: readonly string[];
  readonly method: SignUp['method'];
  /** Makes a repeated call the same sign-up; without one every call is a new one. */
  readonly idempotencyKey: string | undefined;
}

/** A confirmation is possible for this long. */
export const CONFIRM_HOURS = 72;
const PURGED_AFTER_DAYS = 7;
const ID_BYTES = 24;

/**
 * Stores what somebody typed in, with the words that were shown, and orders the one mail that asks the holder of the
 * address. Does the same work for every address, known, new or suppressed, and tells nothing about it (threat 1). The
 * age has been declared by whoever calls. Throws IdempotencyKeyReusedError when the key came with another body, and
 * RangeError for a topic that the profile does not have.
 */
export async function signUp(dependencies: SignUpDependencies, request: SignUpRequest): Promise<void> {
  const { organisation, keys, consents } = dependencies;
  const now = dependencies.clock.now();
  const at = instantText(now);
  const [contact] = contactsOf(keys, request.email);
  const body = canonicalize({ ...request, idempotencyKey: null }) ?? '';
  const fresh: SignUp = {
    schemaVersion: 1,
    signUpId: signUpIdOf(dependencies, request.idempotencyKey),
    contact,
    email: request.email,
    language: request.language,
    method: request.method,
    ageDeclared: organisation.consents.age,
    topics: request.topics.map((id) => {
      const topic = findTopic(organisation, id);
      if (topic === undefined) throw new RangeError('the profile has no such topic');
      return { topic: id, shown: shownText(topic, request.language) };
    }),
    notice: noticeOf(organisation),
    requestedAt: at,
    purgeAt: instantText(now.add({ hours: 24 * PURGED_AFTER_DAYS })),
    bodyHash: `${keys.currentKid}:${Buffer.from(keys.hmac(keys.currentKid, 'idempotency', body)).toString('hex')}`,
    rehearsal: dependencies.rehearsing,
  };
  const order = { kind: 'mail', mail: { template: 'confirm_consent', signUpId: fresh.signUpId } } as const;
  try {
    await consents.addSignUp(fresh, [newOutboxRow(`sign-up-${fresh.signUpId}`, order, at)]);
  } catch (error) {
    if (!(error instanceof SignUpExistsError)) throw error;
    const earlier = await consents.findSignUp(fresh.signUpId);
    // Confirmed or purged meanwhile: the same call again is what made it.
    if (earlier !== undefined && !isSameBody(keys, earlier.bodyHash, body)) throw new IdempotencyKeyReusedError();
  }
}

function signUpIdOf({ randomBytes }: SignUpDependencies, idempotencyKey: string | undefined): string {
  if (idempotencyKey === undefined) return Buffer.from(randomBytes(ID_BYTES)).toString('base64url');
  return createHash('sha256').update(`sign-up ${idempotencyKey}`).digest('base64url');
}

/** By the key the earlier hash was made with: one that was replaced meanwhile makes no difference. */
function isSameBody(keys: KeyRing, bodyHash: string, body: string): boolean {
  const kid = bodyHash.slice(0, bodyHash.indexOf(':'));
  return bodyHash === `${kid}:${Buffer.from(keys.hmac(kid, 'idempotency', body)).toString('hex')}`;
}
