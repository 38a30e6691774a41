import type { KeyRing } from './ports.ts';

/**
 * Keyed hash of what came with an Idempotency-Key. Names the key of the ring it was made with, so that one replaced
 * meanwhile does not turn a repeat into a mismatch.
 */
export function bodyHash(keys: KeyRing, body: string): string {
  return hashUnder(keys, keys.currentKid, body);
}

/** The id of the key that a hash was made with. */
export function kidOfBodyHash(hash: string): string {
  return hash.slice(0, hash.indexOf(':'));
}

/** Whether a hash was made of this body, whichever kept key it was made with. Throws UnknownKeyError. */
export function isBodyOf(keys: KeyRing, hash: string, body: string): boolean {
  return hash === hashUnder(keys, kidOfBodyHash(hash), body);
}

function hashUnder(keys: KeyRing, kid: string, body: string): string {
  return `${kid}:${Buffer.from(keys.hmac(kid, 'idempotency', body)).toString('hex')}`;
}
