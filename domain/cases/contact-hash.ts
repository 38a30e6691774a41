import type { KeyRing } from '../ports.ts';
import type { Case } from './case.ts';

/**
 * Keyed hash of an e-mail address: trimmed, NFC, lower case; dots and plus tags stay, since they can be different
 * people. Finds the cases and suppressions of an address without storing it.
 */
export function contactHashOf(keys: KeyRing, email: string): Case['contactHash'] {
  const normalised = email.trim().normalize('NFC').toLowerCase();
  return { kid: keys.currentKid, mac: Buffer.from(keys.hmac(keys.currentKid, 'contact', normalised)).toString('hex') };
}

/** Whether an e-mail address is the one a hash was made of, whichever key it was made with. */
export function isContact(keys: KeyRing, contactHash: Case['contactHash'], email: string): boolean {
  return contactHashOf({ ...keys, currentKid: contactHash.kid }, email).mac === contactHash.mac;
}
