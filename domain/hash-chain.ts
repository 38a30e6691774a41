import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** What the first event of a chain follows. */
export const GENESIS_HASH = '0'.repeat(64);

/** SHA-256, hex, of the canonical JSON (RFC 8785) of an event without its own hash. */
export function hashOfEvent(unsealed: object): string {
  const canonical = canonicalize(unsealed);
  if (canonical === undefined) throw new TypeError('an event has a canonical form');
  return createHash('sha256').update(canonical).digest('hex');
}
