import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFileName, savedAs } from '../../../../domain/cases/answer-file.ts';
import { mediaTypeOf } from '../../../../domain/cases/file-content.ts';

const of = (text: string) => mediaTypeOf(Buffer.from(text));

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe('what a file is', () => {
  it.each([
    ['{"a": 1}', 'application/json'],
    [' [1, 2] ', 'application/json'],
    ['\uFEFF{"a": 1}', 'application/json'],
    ['{"a": 1', 'text/plain'],
    ['"only a string"', 'text/plain'],
    ['a,b\n1,2', 'text/csv'],
    ['a;b\r\n1;2\r\n', 'text/csv'],
    ['a\tb\n1\t', 'text/csv'],
    ['a,b\n"x, y","he said ""no""\non two lines"\n', 'text/csv'],
    ['a,b', 'text/plain'],
    ['a,b\n1', 'text/plain'],
    ['a,a\n1,2', 'text/plain'],
    ['a,\n1,2', 'text/plain'],
    ['a,b\n"1,2', 'text/plain'],
    ['a,b\n1"2,3', 'text/plain'],
    ['Beste Jan, dag.\nTot ziens, Anna', 'text/plain'],
    ['<html><script>', 'text/plain'],
    ['   \n', null],
    ['', null],
    ['a\u0000b', null],
  ])('is told from %j: %s', (text, mediaType) => {
    expect(of(text)).toBe(mediaType);
  });

  it('is nothing allowed for text in another encoding', () => {
    expect(mediaTypeOf(Uint8Array.from([0x63, 0x61, 0x66, 0xe9]))).toBeNull();
  });

  it('is CSV for every table that is written by the rules', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '🗂️', ' ', ',', ';', '\t', '"', '\n', '\r\n', '.'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }),
        fc.constantFrom(',', ';', '\t'),
        (rows, separator) => {
          const lines = rows.map((row) => row.map(quoted).join(separator));
          expect(of([`een${separator}twee${separator}drie`, ...lines].join('\r\n'))).toBe('text/csv');
        },
      ),
    );
  });
});

describe('the name of a file', () => {
  it.each([
    ['Uw gegevens', 'Uw gegevens'],
    ['  uw   gegevens .pdf ', 'uw gegevens'],
    ['gegevens.json', 'gegevens'],
    ['../../etc/passwd', 'etc passwd'],
    ['a\u202Efdp.exe', 'a fdp.exe'],
    ['con"fi:d*en|tieel', 'con fi d en tieel'],
    ['...', ''],
    ['🗂️ alles', '🗂️ alles'],
  ])('%j becomes %j', (typed, name) => {
    expect(cleanFileName(typed)).toBe(name);
  });

  it('has no way out of a folder or a header, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        const name = cleanFileName(typed);
        expect(Array.from(name).length).toBeLessThanOrEqual(80);
        expect(name).not.toMatch(/[/\\"\r\n]|^\.|\.$|^\s|\s$/);
      }),
    );
  });

  it('gets the extension of what the file is', () => {
    expect(savedAs('gegevens', 'image/jpeg')).toBe('gegevens.jpg');
  });
});
