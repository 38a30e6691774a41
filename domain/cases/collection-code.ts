import { timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { KeyRing } from '../ports.ts';
import { normaliseCrockford, toCrockford } from './case-number.ts';
import type { Case } from './case.ts';

const CHARACTERS = 12;

/** How staff pass a code on: to a number or address that was on file, or to the person in front of them. Never by mail. */
export const codeChannelSchema = z.enum(['phone', 'letter', 'counter']);
export type CodeChannel = z.infer<typeof codeChannelSchema>;

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

/** Whether anybody was ever told a code of this case: who mails a request has none until staff issue one. */
export function isCodeTold({ inbound, collectionCode }: Pick<Case, 'inbound' | 'collectionCode'>): boolean {
  return inbound === null || collectionCode.generation > 1;
}

/** Whether the code that opens this case is the one shown when the request was sent; any other came from staff. */
export function isCodeOfSubmission({
  receivedThrough,
  collectionCode,
}: Pick<Case, 'receivedThrough' | 'collectionCode'>): boolean {
  return (receivedThrough === 'form' || receivedThrough === 'api') && collectionCode.generation === 1;
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
