import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from 'vitest';
import { KeyRingInvalidError, keyRingFrom, loadKeyRing } from '../../../adapters/secrets/key-ring.ts';
import { UnknownKeyError } from '../../../domain/errors.ts';

const FIRST = 'first-secret-first-secret-first-secret';
const SECOND = 'second-secret-second-secret-second-secret';
const RING = JSON.stringify({ current: 'k2', k1: FIRST, k2: SECOND });

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('the key ring', () => {
  it('makes the same 256-bit code for the same key, purpose and message', () => {
    const code = keyRingFrom(RING).hmac('k1', 'contact', 'jan@example.org');
    expect(code).toHaveLength(32);
    expect(keyRingFrom(RING).hmac('k1', 'contact', 'jan@example.org')).toEqual(code);
  });

  it('makes another code for another key, purpose or message', () => {
    const ring = keyRingFrom(RING);
    const codes = [
      ring.hmac('k1', 'contact', 'a'),
      ring.hmac('k2', 'contact', 'a'),
      ring.hmac('k1', 'idempotency', 'a'),
      ring.hmac('k1', 'collection_code', 'a'),
      ring.hmac('k1', 'contact', 'b'),
    ];
    expect(new Set(codes.map(hex)).size).toBe(codes.length);
  });

  it('never changes what it makes, or every stored hash would be void', () => {
    expect(hex(keyRingFrom(RING).hmac('k1', 'contact', 'jan@example.org'))).toBe(
      '928fe7a23503b71e4d78792ed56f734736c704c8be0188c7db2e70657e3c4c44',
    );
  });

  it('names the key in use and still keeps retired ones', () => {
    const ring = keyRingFrom(RING);
    expect(ring.currentKid).toBe('k2');
    expect(ring.hmac('k1', 'contact', 'a')).toHaveLength(32);
  });

  it.each(['k9', 'current', 'constructor', '__proto__', ''])('does not know the key "%s"', (kid) => {
    expect(() => keyRingFrom(RING).hmac(kid, 'contact', 'a')).toThrow(UnknownKeyError);
  });

  it.each([
    { what: 'no JSON', json: `{"k1": "${FIRST}` },
    { what: 'nothing', json: '' },
    { what: 'a list', json: '[]' },
    { what: 'no current key', json: JSON.stringify({ k1: FIRST }) },
    { what: 'a current key that is not kept', json: JSON.stringify({ current: 'k2', k1: FIRST }) },
    { what: 'a short key', json: JSON.stringify({ current: 'k1', k1: 'first-secret' }) },
    { what: 'a key that is no text', json: JSON.stringify({ current: 'k1', k1: FIRST, k2: 7 }) },
  ])('refuses $what, and shows nothing of it', ({ json }) => {
    const refusal = (() => {
      try {
        return keyRingFrom(json);
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(KeyRingInvalidError);
    const { message, stack, cause } = refusal as Error;
    expect(JSON.stringify({ message, stack, cause: String(cause) })).not.toContain('first-secret');
  });

  it('is read from the secret it is told', async () => {
    const asked: unknown[] = [];
    // Nothing else of a client is called.
    const client = {
      send: async ({ input }: { readonly input: unknown }) => {
        asked.push(input);
        return { SecretString: RING };
      },
    } as unknown as SecretsManagerClient;

    expect((await loadKeyRing(client, 'arn:secret')).currentKid).toBe('k2');
    expect(asked).toEqual([{ SecretId: 'arn:secret' }]);
  });
});
