import type { KeyRing } from '../ports.ts';
import { toCrockford } from './case-number.ts';
import type { Inquiry } from './inquiry.ts';

const CHARACTERS = 8;

/**
 * The code sent to an address that was on file: 40 bits of a keyed hash of case, question and instant, as two groups of
 * four Crockford characters. Never stored. Undefined while no code was sent.
 */
export function identityCodeOf(
  keys: KeyRing,
  caseNumber: string,
  inquiry: Extract<Inquiry, { kind: 'identity' }>,
): string | undefined {
  if (inquiry.code === null) return undefined;
  const { kid, sentAt } = inquiry.code;
  const mac = keys.hmac(kid, 'identity_code', `${caseNumber}:${inquiry.inquiryId}:${sentAt}`);
  const characters = toCrockford(mac.subarray(0, CHARACTERS));
  return `${characters.slice(0, 4)}-${characters.slice(4)}`;
}
