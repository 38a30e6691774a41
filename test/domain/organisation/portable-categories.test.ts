import { expect, it } from 'vitest';
import { type LegalBasis, portableCategories } from '../../../domain/organisation/processing.ts';

const name = { nl: 'naam', en: 'name' };

function portable(origin: 'provided' | 'observed' | 'obtained', basis: LegalBasis): boolean {
  const profile = {
    dataCategories: [{ categoryId: 'some', name, origin }],
    processing: [
      { purposeId: 'any', purpose: name, basis, dataCategories: ['some'], recipientCategories: [], retention: name },
    ],
  };
  return portableCategories(profile).length === 1;
}

it.each([
  ['provided', 'contract', true],
  ['observed', 'contract', true],
  ['provided', 'consent', true],
  ['obtained', 'contract', false],
  ['provided', 'legitimate_interest', false],
  ['observed', 'legal_obligation', false],
] as const)('data that are %s, used on the basis of %s: portable is %s', (origin, basis, expected) => {
  expect(portable(origin, basis)).toBe(expected);
});
