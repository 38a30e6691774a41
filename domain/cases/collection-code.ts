import { timingSafeEqual } from 'node:crypto';
import type { KeyRing } from '../ports.ts';
import { normaliseCrockford, toCrockford } from './case-number.ts';
import type { Case } from './case.ts';

const CHARACTERS = 12;

/**
 * The collection code of a case: 60 bits of a keyed hash of case and generation, as three groups of four Crockford
 * characters. Never stored: it is made again from the key whenever it is shown or checked.
 */
export function collectionCodeOf(keys: KeyRing, subject: Pick<Case, 'caseNumber' | 'collectionCode'>): string {
  const { kid, generation } = subject.collectionCode;
  const mac = keys.hmac(kid, 'collection_code', `${subject.caseNumber}:${generation}`);
  const characters = toCrockford(mac.subarray(0, CHARACTERS));
  return `${characters.slice(0, 4)}-${characters.slice(4, 8)}-${characters.slice(8)}`;
}

/** Whether what a person typed is the collection code of this case; compared in constant time. */
export function isCollectionCode(keys: KeyRing, subject: Case, typed: string): boolean {
  return isSameCode(collectionCodeOf(keys, subject), typed);
}

/** Whether two codes are the same to a person: case, blanks, dashes and look-alikes aside. In constant time. */
export function isSameCode(code: string, typed: string): boolean {
  const expected = Buffer.from(normaliseCrockford(code));
  const given = Buffer.from(normaliseCrockford(typed));
  return given.length === expected.length && timingSafeEqual(given, expected);
}
