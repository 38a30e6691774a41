import { createHash } from 'node:crypto';
import * as z from 'zod';

/** Crockford base 32: no I, L, O, U, so that a number read over the phone is written down right. */
export const CROCKFORD_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const RANDOM_CHARACTERS = 9;

export const caseNumberSchema = z
  .string()
  .regex(/^P-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
  .refine(hasValidCheckCharacter);

/** Random bytes needed for one case number. */
export const CASE_NUMBER_BYTES = RANDOM_CHARACTERS;

/**
 * A case number from random bytes: `P-` and nine random Crockford characters (45 bits) with a Luhn mod 32 check
 * character. Not a counter, so it tells nobody how many cases there are.
 */
export function caseNumberFrom(randomBytes: Uint8Array): string {
  const characters = toCrockford(randomBytes.subarray(0, RANDOM_CHARACTERS));
  const all = characters + checkCharacter(characters);
  return `P-${all.slice(0, 5)}-${all.slice(5)}`;
}

/** The number of a case that came as a mail: the same whenever the mail is delivered. @param objectKey where it is kept */
export function caseNumberOfMail(objectKey: string): string {
  return caseNumberFrom(createHash('sha256').update(`mail ${objectKey}`).digest());
}

/** One Crockford character per byte, from its low five bits. */
export function toCrockford(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => CROCKFORD_ALPHABET.charAt(byte & 31)).join('');
}

/** What a person typed as a Crockford text: case, spaces and dashes do not matter; I and L read as 1, O as 0. */
export function normaliseCrockford(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll(/[IL]/g, '1').replaceAll('O', '0');
}

/** A case number as a person types it, with or without its `P` and dashes; undefined for what cannot be one. */
export function normaliseCaseNumber(typed: string): string | undefined {
  const characters = normaliseCrockford(typed);
  const all =
    characters.length === RANDOM_CHARACTERS + 2 && characters.startsWith('P') ? characters.slice(1) : characters;
  return caseNumberSchema.safeParse(`P-${all.slice(0, 5)}-${all.slice(5)}`).data;
}

function hasValidCheckCharacter(caseNumber: string): boolean {
  const characters = caseNumber.slice(2).replace('-', '');
  return checkCharacter(characters.slice(0, RANDOM_CHARACTERS)) === characters.slice(RANDOM_CHARACTERS);
}

function checkCharacter(characters: string): string {
  const size = CROCKFORD_ALPHABET.length;
  let factor = 2;
  let sum = 0;
  for (const character of Array.from(characters).toReversed()) {
    const addend = factor * CROCKFORD_ALPHABET.indexOf(character);
    sum += Math.floor(addend / size) + (addend % size);
    factor = factor === 2 ? 1 : 2;
  }
  return CROCKFORD_ALPHABET.charAt((size - (sum % size)) % size);
}
