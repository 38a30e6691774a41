import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CASE_NUMBER_BYTES,
  caseNumberFrom,
  caseNumberSchema,
  CROCKFORD_ALPHABET,
  normaliseCrockford,
} from '../../../domain/cases/case-number.ts';

const numbers = fc.uint8Array({ minLength: CASE_NUMBER_BYTES, maxLength: CASE_NUMBER_BYTES }).map(caseNumberFrom);
const isValid = (text: string) => caseNumberSchema.safeParse(text).success;
const PLACES = [2, 3, 4, 5, 6, 8, 9, 10, 11, 12];

const replaced = (text: string, place: number, character: string) =>
  text.slice(0, place) + character + text.slice(place + 1);

describe('a case number', () => {
  it('is P and two groups of five characters nobody mistakes for another', () => {
    fc.assert(
      fc.property(numbers, (caseNumber) => {
        expect(caseNumber).toMatch(/^P-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
        expect(isValid(caseNumber)).toBe(true);
      }),
    );
  });

  it('has as many as nine random characters can make', () => {
    const made = new Set(
      Array.from({ length: 256 }, (_, last) => caseNumberFrom(Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, last]))),
    );
    expect(made.size).toBe(32);
  });

  it('betrays every character that was written down wrong', () => {
    fc.assert(
      fc.property(numbers, (caseNumber) => {
        const wrong = PLACES.flatMap((place) =>
          Array.from(CROCKFORD_ALPHABET)
            .filter((character) => character !== caseNumber[place])
            .map((character) => replaced(caseNumber, place, character)),
        );
        expect(wrong.filter(isValid)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('betrays every two neighbours that changed places, but 0 with Z', () => {
    fc.assert(
      fc.property(numbers, (caseNumber) => {
        for (const [index, place] of PLACES.entries()) {
          const next = PLACES[index + 1];
          if (next === undefined) continue;
          const [one = '', other = ''] = [caseNumber[place], caseNumber[next]];
          const swapped = replaced(replaced(caseNumber, place, other), next, one);
          const isHidden = one === other || [one, other].toSorted().join('') === '0Z';
          expect(isValid(swapped)).toBe(isHidden);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '',
    'P-',
    'P-00000-0000',
    'P-00000-000000',
    'p-00000-00000',
    'P-0000O-00000',
    'X-00000-00000',
    ' P-00000-00000',
  ])('is not %j', (text) => {
    expect(isValid(text)).toBe(false);
  });
});

describe('what a person typed', () => {
  it('reads the same with other case, dashes and blanks, and with letters that look like digits', () => {
    expect(normaliseCrockford(' oIl1-abCd ')).toBe('0111ABCD');
    fc.assert(
      fc.property(numbers, (caseNumber) => {
        expect(normaliseCrockford(caseNumber.toLowerCase().replaceAll('-', ' - '))).toBe(
          caseNumber.replaceAll('-', ''),
        );
      }),
    );
  });
});
