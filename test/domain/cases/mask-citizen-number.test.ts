import { describe, expect, it } from 'vitest';
import { CITIZEN_NUMBER_MASK as MASK, maskCitizenNumbers } from '../../../domain/cases/mask-citizen-number.ts';

/** The eleven-test by its definition, apart from the code: nine digits from their first eight, or none. */
function completed(eight: string): string | undefined {
  const sum = Array.from(eight, Number).reduce((total, digit, place) => total + digit * (9 - place), 0);
  return sum % 11 === 10 ? undefined : `${eight}${sum % 11}`;
}

const VALID = ['12345678', '11122233', '61234567', '90000000', '87654321']
  .map(completed)
  .filter((number) => number !== undefined);

describe('a citizen service number', () => {
  it('is told from any other by its last digit', () => {
    expect(VALID.length).toBeGreaterThanOrEqual(4);
    for (const valid of VALID) {
      for (let last = 0; last <= 9; last += 1) {
        const text = `Mijn BSN is ${valid.slice(0, 8)}${last}.`;
        const expected = String(last) === valid.at(-1) ? `Mijn BSN is ${MASK}.` : text;
        expect(maskCitizenNumbers(text)).toBe(expected);
      }
    }
  });

  it.each([
    ['Mijn BSN is 123456782.', `Mijn BSN is ${MASK}.`],
    ['bsn:123456782', `bsn:${MASK}`],
    ['BSN123456782', `BSN${MASK}`],
    ['BSN-nummer = 123456782', `BSN-nummer = ${MASK}`],
    ['BSN nr. 123456782', `BSN nr. ${MASK}`],
    ['B.S.N. 123456782', `B.S.N. ${MASK}`],
    ['Burgerservicenummer\n123456782', `Burgerservicenummer\n${MASK}`],
    ['BURGERSERVICENUMMER: 123456782', `BURGERSERVICENUMMER: ${MASK}`],
    ['burger service-nummer: 123456782', `burger service-nummer: ${MASK}`],
    ['Burger servicenummer 123456782', `Burger servicenummer ${MASK}`],
    ['my BSN (citizen service number): 123456782', `my BSN (citizen service number): ${MASK}`],
    ['123456782 is mijn BSN', `${MASK} is mijn BSN`],
    ['Ik heb nummer 123456782 (burgerservicenummer).', `Ik heb nummer ${MASK} (burgerservicenummer).`],
    ['Hier is mijn BSN. 123456782.', `Hier is mijn BSN. ${MASK}.`],
    ['klantnummer onbekend, 123456782 (BSN)', `klantnummer onbekend, ${MASK} (BSN)`],
  ])('is masked next to its word: %j', (text, masked) => {
    expect(maskCitizenNumbers(text)).toBe(masked);
  });

  it.each([
    '123.45.67.82',
    '1234 56 782',
    '123-456-782',
    '123\u00A0456\u00A0782',
    '123 – 456 – 782',
    '1 2 3 4 5 6 7 8 2',
    '12\u200B3456782',
  ])('is masked however its digits are split: %j', (number) => {
    expect(maskCitizenNumbers(`BSN: ${number}, dank u`)).toBe(`BSN: ${MASK}, dank u`);
  });

  it.each(['10000008', '10.00.00.21', '1000 0033'])('is masked without its leading zero: %s', (number) => {
    expect(maskCitizenNumbers(`BSN ${number}`)).toBe(`BSN ${MASK}`);
    expect(maskCitizenNumbers(`BSN 0${number}`)).toBe(`BSN ${MASK}`);
  });

  it.each([
    ['BSN: 123456782 en 111222333', `BSN: ${MASK} en ${MASK}`],
    [
      "De BSN's van mijn kinderen: 123456782, 111222333, 123456782",
      `De BSN's van mijn kinderen: ${MASK}, ${MASK}, ${MASK}`,
    ],
    ['BSN en klantnummer: 123456782 en 111222333', `BSN en klantnummer: ${MASK} en ${MASK}`],
    ['BSN nr. 123456782 klantnr. 111222333', `BSN nr. ${MASK} klantnr. 111222333`],
    ['BSN 123456782, klantnr 111222333', `BSN ${MASK}, klantnr 111222333`],
    ['Klantnummer: 123456782\nBSN: 111222333', `Klantnummer: 123456782\nBSN: ${MASK}`],
    ['BSN 1234 56 782 06-12345678', `BSN ${MASK} 06-12345678`],
    ['BSN 123456782 2026', `BSN ${MASK} 2026`],
    ['BSN 10000008 06-12345671', `BSN ${MASK} 06-12345671`],
    ['BSN 0 0 0 0 0 0 0 0 0 0', `BSN ${MASK} 0`],
    ['Klantnummer\n123456782\nBSN\n111222333', `Klantnummer\n123456782\nBSN\n${MASK}`],
    ['BSN onderaan\n123456782\nKlantnummer 111222333', `BSN onderaan\n${MASK}\nKlantnummer 111222333`],
    ['BSN onderaan. 123456782. Klantnummer volgt.', `BSN onderaan. ${MASK}. Klantnummer volgt.`],
    ['BSN, geen klantnummer zo\n123456782', `BSN, geen klantnummer zo\n${MASK}`],
    ['BSN 123456782 en ik heb ook een 111222333', `BSN ${MASK} en ik heb ook een 111222333`],
    ['+31 6 12345671 123456782 is mijn BSN', `+31 6 12345671 ${MASK} is mijn BSN`],
  ])('is masked among other numbers: %j', (text, masked) => {
    expect(maskCitizenNumbers(text)).toBe(masked);
  });
});

describe('another number', () => {
  it.each([
    ['no word at all', 'Mijn nummer is 123456782'],
    ['a customer number', 'Mijn klantnummer is 123456782'],
    ['a customer number near a BSN that is not given', 'Mijn klantnummer is 123456782, mijn BSN geef ik niet'],
    ['a customer number after a BSN that is not given', 'Ik geef geen BSN. 123456782 is mijn klantnummer'],
    ['a customer number, abbreviated', 'Klantnr. 123456782 en geen BSN'],
    ['an order number, written apart', 'Order nr. 123456782 en geen BSN'],
    ['a customer number in English', 'No BSN, but my customer number is 123456782'],
    ['a phone number', 'BSN geef ik niet, bel 612345671'],
    ['an international phone number', 'BSN geef ik niet: +31 6 12345671'],
    ['the same with zeros', 'BSN geef ik niet: 0031 6 12345671'],
    ['a date', 'BSN: nee. Geboren 01-02-1953'],
    ['the same backwards', 'BSN: nee. Geboren 1953-02-01'],
    ['an IBAN', 'BSN of IBAN: NL91 ABNA 0104 1716 49'],
    ['part of an IBAN', 'BSN of IBAN: NL91ABNA104171649'],
    ['a VAT number', 'Ik geef geen BSN; NL123456782B01'],
    ['ten digits', 'BSN 1234567820'],
    ['eight digits that do not pass', 'BSN 12345678'],
    ['seven digits', 'BSN 1234567'],
    ['a word far away', 'Mijn BSN hebt u al lang, en dit is iets heel anders: 123456782'],
    ['a word that only ends so', 'de subsn 123456782'],
  ])('stays: %s', (_what, text) => {
    expect(maskCitizenNumbers(text)).toBe(text);
  });
});

describe('masking', () => {
  it('changes nothing the second time and never makes a text longer', () => {
    const pieces = [
      'BSN',
      '123456782',
      '10000008',
      'klantnummer',
      ', ',
      ' ',
      '\n',
      'en',
      ': ',
      '06-12345678',
      MASK,
      'mijn',
    ];
    let state = 7;
    const draw = () => {
      state = (state * 48_271) % 2_147_483_647;
      return pieces[state % pieces.length] ?? '';
    };
    for (let round = 0; round < 20_000; round += 1) {
      const text = Array.from({ length: 9 }, draw).join('');
      const masked = maskCitizenNumbers(text);
      expect(maskCitizenNumbers(masked)).toBe(masked);
      expect(masked.length).toBeLessThanOrEqual(text.length);
    }
  });
});
