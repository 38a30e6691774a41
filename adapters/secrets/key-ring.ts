import { createHmac } from 'node:crypto';
import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { UnknownKeyError } from '../../domain/errors.ts';
import type { KeyPurpose, KeyRing } from '../../domain/ports.ts';

/** The secret is not a key ring; what it holds instead is not told. */
export class KeyRingInvalidError extends Error {
  override readonly name = 'KeyRingInvalidError';
}

const SHORTEST_KEY = 32;

/** `{ "current": "k1", "k1": "<at least 32 characters>" }`: the name of the key in use, and every kept key. */
const keyRingSchema = z
  .object({ current: z.string().regex(/^k[0-9]+$/) })
  .catchall(z.string().min(SHORTEST_KEY))
  .refine((ring) => Object.hasOwn(ring, ring.current));

/** Reads the kept keys from Secrets Manager; a function does so once, while it starts. Throws KeyRingInvalidError. */
export async function loadKeyRing(client: SecretsManagerClient, secretArn: string): Promise<KeyRing> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretArn }));
  return keyRingFrom(SecretString ?? '');
}

/**
 * A key ring from its JSON text. Each purpose has a key of its own, derived from the kept one, so what is made for one
 * purpose never matches another. Throws KeyRingInvalidError.
 */
export function keyRingFrom(json: string): KeyRing {
  const { current, ...keys } = parseKeyRing(json);
  const kept = new Map(Object.entries(keys));
  return {
    currentKid: current,
    kids: [...kept.keys()],
    hmac: (kid, purpose, message) => {
      const key = kept.get(kid);
      if (key === undefined) throw new UnknownKeyError(kid);
      return new Uint8Array(createHmac('sha256', purposeKey(key, purpose)).update(message, 'utf8').digest());
    },
  };
}

function purposeKey(key: string, purpose: KeyPurpose): Buffer {
  return createHmac('sha256', key).update(`privacy-desk/${purpose}`).digest();
}

function parseKeyRing(json: string): z.output<typeof keyRingSchema> {
  const parsed = keyRingSchema.safeParse(parseJson(json));
  if (!parsed.success) throw new KeyRingInvalidError('the secret is not a key ring');
  return parsed.data;
}

/** The parser's own error would quote the secret. */
function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new KeyRingInvalidError('the secret is not JSON');
  }
}
