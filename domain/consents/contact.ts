import * as z from 'zod';
import type { KeyRing } from '../ports.ts';
import { contactHashOf } from '../cases/contact-hash.ts';

/** Keyed hash of an e-mail address, with the id of the key: what an address is known by without storing it. */
export const contactSchema = z.strictObject({ kid: z.string(), mac: z.string().regex(/^[0-9a-f]{64}$/) });
export type Contact = z.infer<typeof contactSchema>;

/**
 * The hashes of an address under every kept key, the one in use first: what was stored before a key was replaced is
 * found as well.
 */
export function contactsOf(keys: KeyRing, email: string): readonly [Contact, ...Contact[]] {
  const retired = keys.kids.filter((kid) => kid !== keys.currentKid);
  return [contactHashOf(keys, email), ...retired.map((kid) => contactHashOf({ ...keys, currentKid: kid }, email))];
}
