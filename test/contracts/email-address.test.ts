import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailAddressSchema } from '../../contracts/http/email-address.ts';

const parse = (text: string) => emailAddressSchema.safeParse(text).data;

describe('an e-mail address', () => {
  it.each([
    ['jan@example.org', 'jan@example.org'],
    ['  jan@example.org ', 'jan@example.org'],
    ['Jan.De-Vries+privacy@EXAMPLE.Org', 'Jan.De-Vries+privacy@example.org'],
    ['jan@münchen.de', 'jan@xn--mnchen-3ya.de'],
    ['jan@MÜNCHEN.de', 'jan@xn--mnchen-3ya.de'],
    ['jan@xn--mnchen-3ya.de', 'jan@xn--mnchen-3ya.de'],
    ['jan@例え.jp', 'jan@xn--r8jz45g.jp'],
    ['jan@sub.sub.example.org', 'jan@sub.sub.example.org'],
    ["o'neill@example.org", "o'neill@example.org"],
  ])('%j is taken as %s', (typed, kept) => {
    expect(parse(typed)).toBe(kept);
  });

  it.each([
    '',
    'jan',
    'jan@',
    '@example.org',
    'jan@example',
    'jan@@example.org',
    'jan@example.org, eve@example.org',
    'jan@example.org\nBcc: eve@example.org',
    'jan@example.org\u0000',
    'Jan <jan@example.org>',
    '"jan de vries"@example.org',
    'jän@example.org',
    'jan@[127.0.0.1]',
    'jan@exam ple.org',
    '.jan@example.org',
    'jan..de@example.org',
    `${'x'.repeat(250)}@example.org`,
  ])('%j is none', (typed) => {
    expect(parse(typed)).toBeUndefined();
  });

  it('is one address in ASCII without blanks or control characters, whatever was typed', () => {
    const pieces = fc.oneof(
      fc.constantFrom('@', '.', 'a', 'xn--', 'ü', '\n', ' ', '"', '<', ',', ';', '%'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (typed) => {
        const address = parse(`jan${typed.join('')}@example.org`) ?? parse(`jan@a${typed.join('')}.org`);
        fc.pre(address !== undefined);
        expect(address).toMatch(/^[!-~]+$/);
        expect(address.split('@')).toHaveLength(2);
        expect(address).not.toMatch(/[,;<>"()\\[\]]/);
        expect(parse(address)).toBe(address);
      }),
      { numRuns: 3000 },
    );
  });
});
