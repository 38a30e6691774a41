import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import type { MailKind, ReadMail } from '../../../domain/inbound-mail/read-mail.ts';

/** Mails in the shapes that mail programs send; next to each what its writer wrote in it. */
const FOLDER = new URL('../../fixtures/mails/', import.meta.url);
const NAMES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.eml'))
  .map((name) => name.slice(0, -4));

async function read(name: string): Promise<ReadMail> {
  const mail = await readMail(readFileSync(new URL(`${name}.eml`, FOLDER)));
  if (mail === undefined) throw new Error(`${name} was not read`);
  return mail;
}

const NOTHING_CUT = new Set([
  'apple-alternative-with-pdf',
  'apple-photo-between-texts',
  'attached-mail-and-logo',
  'auto-reply-exchange-nl',
  'auto-reply-vacation-en',
  'base64-latin15',
  'blank-text-part',
  'bounce-dsn',
  'encoded-words-split',
  'footer-in-own-words-stays',
  'formal-letter-heading-stays',
  'gmail-indent-is-no-quote',
  'html-hidden-preheader',
  'latin1-called-utf8',
  'letter-telling-who-wrote-stays',
  'list-unsubscribe-mailto',
  'missing-boundary',
  'monitoring-noreply',
  'only-afmelden',
  'only-unsubscribe-html',
  'quoted-printable-soft-breaks',
  'raw-windows-1252',
  'read-receipt',
  'rfc2231-continued-name',
  'truncated-multipart',
  'two-authors',
  'unknown-charset',
  'utf16-base64',
  'utf8-called-latin1',
]);

const KINDS: Readonly<Record<string, MailKind>> = {
  'auto-reply-exchange-nl': 'auto_replied',
  'auto-reply-vacation-en': 'auto_replied',
  'read-receipt': 'auto_replied',
  'bounce-dsn': 'bounce',
  'mailman-footer': 'list',
  newsletter: 'list',
  'monitoring-noreply': 'auto_generated',
};

/** A few words, none of them small ones. */
const TOO_SHORT_TO_TELL = new Set([
  'blank-text-part',
  'encoded-words-split',
  'missing-boundary',
  'newsletter',
  'proton-reply',
  'rfc2231-continued-name',
  'thunderbird-forward',
  'truncated-multipart',
  'two-authors',
  'utf8-called-latin1',
]);

const ENGLISH = new Set([
  'auto-reply-vacation-en',
  'bounce-dsn',
  'french-client',
  'gmail-en-reply',
  'google-group-footer',
  'list-unsubscribe-mailto',
  'only-unsubscribe-html',
  'outlook-android-en',
  'outlook-en-underline',
  'yahoo-html',
]);

describe.each(NAMES)('the mail %s', (name) => {
  it('gives what the person wrote and nothing else', async () => {
    const mail = await read(name);
    expect(mail.written).toBe(readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8').trimEnd());
    expect(mail.cut).toBe(!NOTHING_CUT.has(name));
    expect(mail.truncated).toBe(false);
  });

  it('shows its kind of sender and its language', async () => {
    const mail = await read(name);
    expect(mail.kind).toBe(KINDS[name] ?? 'personal');
    expect(mail.language).toBe(ENGLISH.has(name) ? 'en' : TOO_SHORT_TO_TELL.has(name) ? null : 'nl');
  });
});

describe('the author of a mail', () => {
  it.each([
    ['gmail-reply-nl', { name: 'Jan de Vries', address: 'jan.devries@gmail.com' }],
    ['outlook-desktop-plain-nl', { name: 'Bakker, Petra', address: 'petra@example.nl' }],
    ['encoded-words-split', { name: 'Zoë', address: 'zoe@example.nl' }],
    ['list-unsubscribe-mailto', { name: '', address: 'jan.devries@gmail.com' }],
    ['two-authors', null],
  ])('of %s is read', async (name, from) => {
    expect((await read(name)).from).toStrictEqual(from);
  });
});

describe('the subject of a mail', () => {
  it.each([
    ['encoded-words-split', 'Verzoek van Zoë over haar gegevens'],
    ['base64-latin15', 'Prijs €'],
    ['raw-windows-1252', 'Café'],
    ['only-afmelden', ''],
  ])('of %s is one line of text', async (name, subject) => {
    expect((await read(name)).subject).toBe(subject);
  });
});

describe('the mails a mail answers', () => {
  it.each([
    ['gmail-reply-nl', ['nieuws-1@cleartalk.nl', 'nieuws-0@cleartalk.nl']],
    ['outlook-android-en', ['AM0PR01@eurprd01.prod.outlook.com']],
    ['only-afmelden', []],
  ])('of %s come nearest first', async (name, ids) => {
    expect((await read(name)).inReplyTo).toStrictEqual(ids);
  });
});

describe('the files of a mail', () => {
  it.each([
    ['apple-photo-between-texts', [['IMG_0042.jpeg', 'image/jpeg']]],
    ['apple-alternative-with-pdf', [['Verzoek café.pdf', 'application/pdf']]],
    ['rfc2231-continued-name', [['Verzoek van René en Co.pdf', 'application/pdf']]],
    [
      'attached-mail-and-logo',
      [
        ['oude mail.eml', null],
        ['foto.exe', null],
      ],
    ],
    ['only-afmelden', []],
  ])('of %s are listed by name and real type', async (name, files) => {
    const { attachments } = await read(name);
    expect(attachments.map(({ fileName, mediaType }) => [fileName, mediaType])).toStrictEqual(files);
  });
});
