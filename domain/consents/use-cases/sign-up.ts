import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { bodyHash, isBodyOf } from '../../body-hash.ts';
import { IdempotencyKeyReusedError, SignUpExistsError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { Language } from '../../languages.ts';
import type { OrganisationProfile } from '../../organisation.ts';
import { newOutboxRow } from '../../outbox/outbox-row.ts';
import type { Clock, KeyRing, RandomBytes } from '../../ports.ts';
import type { ConsentStore } from '../ports.ts';
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
  const { keys } = dependencies;
  const { idempotencyKey } = request;
  const body = canonicalize({ ...request, idempotencyKey: null }) ?? '';
  const hash = bodyHash(keys, body);
  const add = (key: string | undefined) =>
    addUnlessKnown(dependencies, request, { body, bodyHash: hash, signUpId: signUpIdOf(dependencies, key) });
  // One that is over was another: somebody went back to the page of the form, which has the same key.
  if ((await add(idempotencyKey)) === 'over') await add(`${idempotencyKey} ${hash}`);
}

/** `open`: it is known and waits for its button. `over`: it was confirmed, declined or purged. */
async function addUnlessKnown(
  dependencies: SignUpDependencies,
  request: SignUpRequest,
  { body, bodyHash: hash, signUpId }: { readonly body: string } & Pick<SignUp, 'bodyHash' | 'signUpId'>,
): Promise<'added' | 'open' | 'over'> {
  const { organisation, keys, consents } = dependencies;
  const now = dependencies.clock.now();
  const at = instantText(now);
  const [contact] = contactsOf(keys, request.email);
  const fresh: SignUp = {
    schemaVersion: 1,
    signUpId,
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
    bodyHash: hash,
    rehearsal: dependencies.rehearsing,
  };
  const order = { kind: 'mail', mail: { template: 'confirm_consent', signUpId, contact } } as const;
  try {
    await consents.addSignUp(fresh, [newOutboxRow(`sign-up-${signUpId}`, order, at)]);
    return 'added';
  } catch (error) {
    if (!(error instanceof SignUpExistsError)) throw error;
    const earlier = await consents.findSignUp(signUpId);
    if (earlier === undefined) return 'over';
    if (!isBodyOf(keys, earlier.bodyHash, body)) throw new IdempotencyKeyReusedError();
    return 'open';
  }
}

function signUpIdOf({ randomBytes }: SignUpDependencies, idempotencyKey: string | undefined): string {
  if (idempotencyKey === undefined) return Buffer.from(randomBytes(ID_BYTES)).toString('base64url');
  return createHash('sha256').update(`sign-up ${idempotencyKey}`).digest('base64url');
}
