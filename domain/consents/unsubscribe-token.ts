import { createHash, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { KeyRing } from '../ports.ts';
import { type Contact, contactSchema } from './contact.ts';
import { scopeSchema } from './suppression.ts';

/** What one subscription is about: one contact on one topic. */
export interface Subscription {
  readonly contact: Contact;
  readonly topic: string;
}

/** Of 256 bits, half are beyond guessing and keep the address of a mail header short. */
const TAG_BYTES = 16;

const partsSchema = z.tuple([
  z.string().regex(/^k[0-9]{1,6}$/),
  z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  scopeSchema,
  z.string().regex(/^[A-Za-z0-9_-]{22}$/),
]);

/**
 * The path token of a subscription (RFC 8058): names contact and topic by itself and cannot be forged. It is stored
 * nowhere, can be made again for every list, and is good for as long as its key is kept.
 */
export function unsubscribeToken(keys: KeyRing, subscription: Subscription): string {
  const { contact, topic } = subscription;
  const mac = Buffer.from(contact.mac, 'hex').toString('base64url');
  return [contact.kid, mac, topic, tagOf(keys, subscription).toString('base64url')].join('.');
}

/** The subscription a token stands for; undefined for anything this desk did not make. */
export function subscriptionOf(keys: KeyRing, token: string): Subscription | undefined {
  const parts = partsSchema.safeParse(token.split('.'));
  if (!parts.success) return undefined;
  const [kid, mac, topic, tag] = parts.data;
  const contact = contactSchema.safeParse({ kid, mac: Buffer.from(mac, 'base64url').toString('hex') });
  if (!contact.success || !keys.kids.includes(kid)) return undefined;
  const subscription = { contact: contact.data, topic };
  // Hashed first: base64url has several texts for one value, and equal lengths are needed below.
  const isGenuine = timingSafeEqual(digest(tag), digest(tagOf(keys, subscription).toString('base64url')));
  return isGenuine && unsubscribeToken(keys, subscription) === token ? subscription : undefined;
}

function tagOf(keys: KeyRing, { contact, topic }: Subscription): Buffer {
  return Buffer.from(keys.hmac(contact.kid, 'unsubscribe', `${contact.mac} ${topic} email`)).subarray(0, TAG_BYTES);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
