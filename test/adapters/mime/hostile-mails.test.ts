import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import {
  LONGEST_ATTACHMENT_NAME,
  LONGEST_SUBJECT,
  LONGEST_WRITTEN,
  MAX_LISTED_ATTACHMENTS,
  MAX_REFERENCES,
} from '../../../domain/inbound-mail/read-mail.ts';

/** Nothing that no text has: controls but tab and line feed, and what reorders text. */
const FORBIDDEN = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/u;

function expectText(text: string, longest: number): void {
  expect(text.isWellFormed()).toBe(true);
  expect(text).not.toMatch(FORBIDDEN);
  expect(text).toBe(text.normalize('NFC'));
  expect(Array.from(text).length).toBeLessThanOrEqual(longest);
}

/** Whatever came, what is read of it is valid and bounded. */
async function expectBounded(raw: Uint8Array): Promise<void> {
  const mail = await readMail(raw);
  if (mail === undefined) return;
  expectText(mail.written, LONGEST_WRITTEN);
  expectText(mail.subject, LONGEST_SUBJECT);
  expect(mail.subject).not.toMatch(/\n/);
  if (mail.from !== null) expectText(`${mail.from.name} ${mail.from.address}`, 400);
  expect(mail.inReplyTo.length).toBeLessThanOrEqual(MAX_REFERENCES);
  expect(mail.attachments.length).toBeLessThanOrEqual(MAX_LISTED_ATTACHMENTS);
  for (const { fileName } of mail.attachments) {
    expectText(fileName, LONGEST_ATTACHMENT_NAME);
    expect(fileName).toMatch(/^[^/\\\n]+$/);
  }
}

const FOLDER = new URL('../../fixtures/mails/', import.meta.url);
const MAILS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.eml'))
  .map((name) => readFileSync(new URL(name, FOLDER)));

describe('whatever bytes come', () => {
  it('never throws for arbitrary ones', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), expectBounded), { numRuns: 300 });
  });

  it('never throws for pieces of mails in any order', async () => {
    const piece = fc.constantFrom(
      'Content-Type: multipart/mixed; boundary=b\n',
      'Content-Type: multipart/alternative; boundary="b"\n',
      'Content-Type: text/html; charset=utf-16\n',
      'Content-Type: text/plain; charset=iso-2022-jp; format=flowed\n',
      'Content-Type: message/rfc822\n',
      "Content-Disposition: attachment; filename*0*=utf-8''%ff%; filename*1=\"\\\n",
      'Content-Transfer-Encoding: base64\n',
      'Content-Transfer-Encoding: quoted-printable\n',
      'Subject: =?utf-8?B?8J+Y?= =?utf-16?Q?=D8=00?=\n',
      'From: "a\u0000" <a@b.nl>\n',
      '\n',
      '--b\n',
      '--b--\n',
      '> quoted\n',
      'On 1 2026 10:00 a@b.nl wrote:\n',
      '<blockquote type=cite><p style="display:none">',
      '</p></blockquote>&#xD800;&#0;&zwj;',
      '=C3=\n=28=\n',
      'w6k=\nw6k\n',
      '\u{1F600}\u0301\u202e\r',
    );
    const mail = fc.array(piece, { maxLength: 40 }).map((pieces) => Buffer.from(pieces.join('')));
    await fc.assert(fc.asyncProperty(mail, expectBounded), { numRuns: 300 });
  });

  it('never throws for good mails with damage', async () => {
    const damaged = fc
      .tuple(
        fc.constantFrom(...MAILS),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 200 }), fc.uint8Array({ maxLength: 20 })), { maxLength: 5 }),
      )
      .map(([mail, blows]) =>
        blows.reduce((bytes, [where, removed, added]) => {
          const at = where % (bytes.length + 1);
          return Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + removed)]);
        }, mail),
      );
    await fc.assert(fc.asyncProperty(damaged, expectBounded), { numRuns: 300 });
  });
});

const HEAD = 'From: jan@example.nl\nSubject: x\n';
const PLAIN = `${HEAD}Content-Type: text/plain\n\n`;
const HTML = `${HEAD}Content-Type: text/html\n\n`;
const MANY = 100_000;

const nested = (depth: number) =>
  HEAD +
  Array.from(
    { length: depth },
    (_, index) => `Content-Type: multipart/mixed; boundary=b${index}\n\n--b${index}\n`,
  ).join('') +
  'Content-Type: text/plain\n\nhelemaal onderin\n';

/** Each would take minutes, or all the memory there is, where something grows with the square of its size. */
const HOSTILE: Readonly<Record<string, string>> = {
  'only line breaks': '\n'.repeat(1_000_000),
  'only zero bytes': '\u0000'.repeat(1_000_000),
  'parts without end': `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n${'--b\n'.repeat(MANY)}`,
  'lines that are nearly boundaries, many levels down': `${nested(249)}${'--zz\n'.repeat(MANY)}`,
  'parts nested thousands deep': nested(5000),
  'header lines without end': `${HEAD}${'a: b\n'.repeat(MANY)}`,
  'a folded header without end': `${HEAD}X: a\n${' a\n'.repeat(MANY)}\nhoi`,
  'a subject of encoded words': `Subject: ${'=?utf-8?q?=C3?= '.repeat(MANY)}\n\nhoi`,
  'an author of parentheses': `From: ${'('.repeat(MANY)}\n\nhoi`,
  'elements that never end': HTML + '<div>'.repeat(MANY),
  'elements that end without beginning': HTML + '<b>'.repeat(MANY) + '</i>'.repeat(MANY),
  'quotes in quotes': HTML + '<blockquote type=cite>x'.repeat(MANY),
  'entities in a line above a quote': `${HTML}<div class="gmail_attr">${'&amp;'.repeat(MANY)}`,
  'an attribute without end': `${HTML}<a style="${'display:'.repeat(MANY)}">x`,
  'signature separators': PLAIN + '--\n'.repeat(MANY),
  'attributions without end': PLAIN + 'On aaaa b wrote:\n'.repeat(MANY),
  'header blocks without end': PLAIN + 'Van: a\nAan: b\nOnderwerp: c\n'.repeat(MANY),
  'a heap of accents': `${PLAIN}a${'\u0301\u0323'.repeat(MANY)}`,
  'padding without end': `${HEAD}Content-Transfer-Encoding: base64\n\n${'YQ==\n'.repeat(MANY)}`,
  'a file of opening brackets': `${HEAD}Content-Disposition: attachment\n\n${'['.repeat(2_000_000)}`,
};

describe('a hostile mail', () => {
  it.each(Object.keys(HOSTILE))('of %s is read or given up', async (name) => {
    await expect(expectBounded(Buffer.from(HOSTILE[name] ?? ''))).resolves.toBeUndefined();
  });

  it('whose subject is cut within a character stays text', async () => {
    await expect(expectBounded(Buffer.from(`Subject: ${'\u200b'.repeat(1599)}😀\n\nhoi`))).resolves.toBeUndefined();
  });

  it('nested 200 deep is read to the bottom', async () => {
    expect((await readMail(Buffer.from(nested(200))))?.written).toBe('helemaal onderin');
  });

  it('with 10,000 header lines and one of a megabyte is read', async () => {
    const raw = `${'X-A: b\n'.repeat(10_000)}X-B: ${'c'.repeat(1_000_000)}\n${PLAIN}Graag inzage.`;
    expect(await readMail(Buffer.from(raw))).toMatchObject({ written: 'Graag inzage.', truncated: false });
  });

  it('that is longer than what is kept says so', async () => {
    const mail = await readMail(Buffer.from(PLAIN + 'Ik vraag inzage 😀. '.repeat(2000)));
    expect(mail?.truncated).toBe(true);
    expectText(mail?.written ?? '', LONGEST_WRITTEN);
  });
});

describe('a mail that is hardly one', () => {
  it.each([
    ['nothing', ''],
    ['line breaks', '\r\n\r\n'],
    ['a header that says nothing', 'X-A: b\n\n'],
  ])('of %s could not be read', async (_, raw) => {
    expect(await readMail(Buffer.from(raw))).toBeUndefined();
  });

  it('without headers is a text', async () => {
    const mail = await readMail(Buffer.from('Goedemorgen\nIk vraag inzage.\n'));
    expect(mail).toMatchObject({ from: null, subject: '', written: 'Goedemorgen\nIk vraag inzage.', kind: 'personal' });
  });

  it('of headers alone has an author and no text', async () => {
    const mail = await readMail(Buffer.from('From: jan@example.nl\nSubject: Bel mij'));
    expect(mail).toMatchObject({ from: { address: 'jan@example.nl' }, subject: 'Bel mij', written: '' });
  });

  it('larger than any mail server sends could not be read', async () => {
    expect(await readMail(new Uint8Array(51 * 1024 * 1024))).toBeUndefined();
  });
});
