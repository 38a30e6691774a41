import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manyLines, oneLine } from '../../contracts/http/text.ts';

const NAME = oneLine(200);
const LETTER = manyLines(5000);
const ALWAYS_REFUSED = [
  ['NUL', '\u0000'],
  ['escape', '\u001B'],
  ['delete', '\u007F'],
  ['next line (C1)', '\u0085'],
  ['right-to-left override', '\u202E'],
  ['left-to-right embedding', '\u202A'],
  ['isolate', '\u2066'],
  ['pop isolate', '\u2069'],
  ['lone high surrogate', '\uD83D'],
  ['lone low surrogate', '\uDE00'],
] as const;
const words = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' });

describe.each([
  ['one line', NAME],
  ['many lines', LETTER],
])('a text of %s', (_kind, schema) => {
  it.each(ALWAYS_REFUSED)('with %s is refused, wherever it stands', (_name, character) => {
    for (const text of [character, `${character}Jan`, `Jan${character}`, `Ja${character}n`]) {
      expect(schema.safeParse(text).success).toBe(false);
    }
  });

  it.each([
    'Jan',
    'Łukasz Żółć',
    '李小龙',
    'עברית',
    'مريم',
    'O’Neill-van der Ærø',
    '😀',
    '👩‍👩‍👧',
    '<b>&"',
    "Robert'); DROP",
  ])('is taken as it is: %j', (text) => {
    expect(schema.parse(text)).toBe(text.normalize('NFC'));
  });

  it('comes out composed and trimmed, and the same when parsed again', () => {
    expect(schema.parse('Rene\u0301e  ')).toBe('Renée');
    fc.assert(
      fc.property(words, (text) => {
        const parsed = schema.safeParse(text);
        fc.pre(parsed.data !== undefined);
        expect(parsed.data).toBe(text.normalize('NFC').trim());
        expect(schema.parse(parsed.data)).toBe(parsed.data);
      }),
      { numRuns: 2000 },
    );
  });

  it('survives being stored: its bytes give back the same text, and no character hides in it', () => {
    fc.assert(
      fc.property(words, (text) => {
        const parsed = schema.safeParse(text);
        const stored = parsed.data;
        fc.pre(stored !== undefined);
        expect(Buffer.from(stored, 'utf8').toString('utf8')).toBe(stored);
        expect(stored.isWellFormed()).toBe(true);
        const hidden = ALWAYS_REFUSED.map(([, character]) => character).filter((character) => character.isWellFormed());
        expect(hidden.filter((character) => stored.includes(character))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([12, null, undefined, {}, ['Jan'], true])('is a text: %j is none', (value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});

const BLANK = ['', ' ', '\t', '\n', ' \r\n ', '\u00A0', '\u3000'];

describe('one line', () => {
  it.each(BLANK)('is refused when blank: %j', (text) => {
    expect(NAME.safeParse(text).success).toBe(false);
  });

  it('begins with something', () => {
    expect(NAME.safeParse('  Jan').success).toBe(false);
  });

  it.each(['\n', '\r', '\r\n', '\t', '\u2028', '\u2029', '\u000B', '\u000C'])('holds no %j', (character) => {
    expect(NAME.safeParse(`Jan${character}Bcc: eve@example.org`).success).toBe(false);
  });
});

describe('many lines', () => {
  it.each(BLANK)('are as good as none when blank: %j', (text) => {
    expect(LETTER.parse(text)).toBeUndefined();
  });

  it('hold tabs and line breaks, and no other control character', () => {
    expect(LETTER.parse('Een\r\n\tTwee\nDrie')).toBe('Een\r\n\tTwee\nDrie');
    for (const character of ['\u000B', '\u000C', '\u0008'])
      expect(LETTER.safeParse(`a${character}b`).success).toBe(false);
  });
});

describe('the length of a text', () => {
  it('is counted in characters as people see code points', () => {
    expect(NAME.safeParse('😀'.repeat(200)).success).toBe(true);
    expect(NAME.safeParse('😀'.repeat(201)).success).toBe(false);
    expect(NAME.safeParse('x'.repeat(201)).error?.issues[0]).toMatchObject({ params: { code: 'too_long' } });
  });
});
