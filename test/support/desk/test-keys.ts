import { createHash, createHmac } from 'node:crypto';
import { UnknownKeyError } from '../../../domain/errors.ts';
import type { KeyRing, RandomBytes } from '../../../domain/ports.ts';

/** A key ring of made-up keys; the last kid is the current one. */
export function createTestKeys(kids: readonly string[] = ['k1']): KeyRing {
  return {
    currentKid: kids.at(-1) ?? 'k1',
    kids,
    hmac: (kid, purpose, message) => {
      if (!kids.includes(kid)) throw new UnknownKeyError(kid);
      return createHmac('sha256', `${kid} ${purpose}`).update(message).digest();
    },
  };
}

/** Random-looking bytes that are the same in every run of a test. */
export function createTestBytes(seed: string): RandomBytes {
  let count = 0;
  return (length) => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, () => {
      count += 1;
      return createHash('sha256').update(`${seed} ${count}`).digest();
    });
    return new Uint8Array(Buffer.concat(blocks)).subarray(0, length);
  };
}
