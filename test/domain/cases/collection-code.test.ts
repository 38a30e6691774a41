import { describe, expect, it } from 'vitest';
import { collectionCodeOf, isCollectionCode } from '../../../domain/cases/collection-code.ts';
import { UnknownKeyError } from '../../../domain/errors.ts';
import { createTestKeys } from '../../support/desk/test-keys.ts';
import { closedCase, testCaseNumber } from '../../support/fixtures/cases.ts';

const keys = createTestKeys(['k1', 'k2']);
const subject = (n: number, generation = 1, kid = 'k1') =>
  closedCase(testCaseNumber(n), { collectionCode: { kid, generation } });
const code = collectionCodeOf(keys, subject(1));

describe('the collection code', () => {
  it('is three groups of four characters nobody mistakes for another', () => {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('is the same however often it is asked for', () => {
    expect(collectionCodeOf(createTestKeys(['k1']), subject(1))).toBe(code);
  });

  it('is another for another case, another generation and another key', () => {
    const codes = [subject(1), subject(2), subject(1, 2), subject(1, 1, 'k2')].map((each) =>
      collectionCodeOf(keys, each),
    );
    expect(new Set(codes).size).toBe(4);
  });

  it('is made by the key of the case, also after a newer one came', () => {
    expect(collectionCodeOf(createTestKeys(['k1', 'k9']), subject(1))).toBe(code);
    expect(() => collectionCodeOf(createTestKeys(['k9']), subject(1))).toThrow(UnknownKeyError);
  });

  it.each([
    code,
    code.toLowerCase(),
    code.replaceAll('-', ''),
    code.replaceAll('-', ' '),
    `  ${code}\n`,
    Array.from(code).join(' '),
    code.replaceAll('0', 'O').replaceAll('1', 'l'),
    code.replaceAll('0', 'o').replaceAll('1', 'i'),
  ])('is taken as %j', (typed) => {
    expect(isCollectionCode(keys, subject(1), typed)).toBe(true);
  });

  it('is dead once a newer generation was issued', () => {
    expect(isCollectionCode(keys, subject(1, 2), code)).toBe(false);
  });

  it('is refused when any character differs, is missing or is too many', () => {
    const wrong = Array.from(code, (character, place) =>
      character === '-'
        ? code.slice(0, -1)
        : code.slice(0, place) + (character === 'X' ? 'Y' : 'X') + code.slice(place + 1),
    );
    const others = ['', '-', `${code}0`, code.slice(1), '😀'.repeat(6), collectionCodeOf(keys, subject(2))];
    expect([...wrong, ...others].filter((typed) => isCollectionCode(keys, subject(1), typed))).toEqual([]);
  });
});
