import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import {
  LARGEST_ATTACHMENT,
  LONGEST_ATTACHMENT_NAME,
  MAX_ATTACHMENTS,
  MAX_LISTED_ATTACHMENTS,
  type ReadAttachment,
} from '../../../domain/inbound-mail/read-mail.ts';

const file = (content: Uint8Array | string, headers = 'Content-Disposition: attachment; filename=a.bin') =>
  `${headers}\nContent-Transfer-Encoding: base64\n\n${Buffer.from(content).toString('base64')}`;

async function filesOf(...parts: readonly string[]): Promise<readonly ReadAttachment[]> {
  const body = ['Content-Type: text/plain\n\nZie bijlage.', ...parts].map((part) => `--b\n${part}\n`).join('');
  const mail = await readMail(
    Buffer.from(`From: jan@example.nl\nContent-Type: multipart/mixed; boundary=b\n\n${body}--b--\n`),
  );
  return mail?.attachments ?? [];
}

const zip = (...names: readonly string[]) =>
  Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(26), Buffer.from(names.join(' '))]);

describe('an attachment', () => {
  it('is kept as it came, with its size and hash', async () => {
    const content = Buffer.from(Array.from({ length: 5000 }, (_, index) => index % 256));
    const [attachment] = await filesOf(file(content));
    expect(attachment).toMatchObject({
      fileName: 'a.bin',
      bytes: 5000,
      sha256: createHash('sha256').update(content).digest('hex'),
      mediaType: null,
    });
    expect(Buffer.from(attachment?.content ?? []).equals(content)).toBe(true);
  });

  it.each([
    ['application/pdf', '%PDF-1.7\n'],
    ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
    ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0])],
    ['image/heic', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic')])],
    [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      zip('[Content_Types].xml', 'word/document.xml'),
    ],
    ['application/vnd.oasis.opendocument.text', zip('mimetypeapplication/vnd.oasis.opendocument.text')],
    ['text/plain', 'Geachte heer, mevrouw,'],
    ['text/plain', Buffer.from('Geachte heer René,', 'latin1')],
    ['text/plain', 'Een regel tekst.\n'.repeat(50_000)],
    ['text/csv', 'a;b\n1;2\n'],
    ['application/json', '{"a":1}'],
    [null, zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin')],
    [null, zip('foto.exe')],
    [null, 'MZ\u0000\u0001'],
    [null, ''],
  ])('is %s by its content alone', async (mediaType, content) => {
    const [attachment] = await filesOf(
      file(content, 'Content-Type: application/pdf\nContent-Disposition: attachment; filename=x.pdf'),
    );
    expect(attachment?.mediaType).toBe(mediaType);
  });

  it.each([
    ['attachment; filename="../../etc/passwd"', 'etc passwd'],
    ['attachment; filename="C:\\\\Users\\\\jan\\\\brief.pdf"', 'C Users jan brief.pdf'],
    ['attachment; filename="a\u202Efdp.exe"', 'afdp.exe'],
    ["attachment; filename*=utf-8''a%0Ab%00.pdf", 'a b.pdf'],
    ['attachment; filename="=?utf-8?B?Y2Fmw6k=?=.pdf"', 'café.pdf'],
    ['attachment; filename=mijn brief (1).pdf', 'mijn brief (1).pdf'],
    ['attachment', 'file-1'],
    ['attachment; filename="..."', 'file-1'],
  ])('with %j has a safe name', async (disposition, fileName) => {
    const [attachment] = await filesOf(file('x', `Content-Disposition: ${disposition}`));
    expect(attachment?.fileName).toBe(fileName);
  });

  it('keeps its extension when its name is too long', async () => {
    const [attachment] = await filesOf(file('x', `Content-Disposition: attachment; filename="${'é'.repeat(500)}.pdf"`));
    expect(attachment?.fileName).toMatch(/^é+\.pdf$/);
    expect(Array.from(attachment?.fileName ?? '')).toHaveLength(LONGEST_ATTACHMENT_NAME);
  });

  it('that is too large is named with its true size and hash, without content', async () => {
    const content = Buffer.alloc(LARGEST_ATTACHMENT + 1, '%PDF-');
    const [large, other] = await filesOf(file(content), file('%PDF-'));
    expect(large).toMatchObject({ bytes: content.length, mediaType: null });
    expect(large?.content).toHaveLength(0);
    expect(large?.sha256).toBe(createHash('sha256').update(content).digest('hex'));
    expect(other?.mediaType).toBe('application/pdf');
  });

  it('after many others is named without content, and after very many not at all', async () => {
    const attachments = await filesOf(...Array.from({ length: 150 }, () => file('%PDF-')));
    expect(attachments).toHaveLength(MAX_LISTED_ATTACHMENTS);
    expect(attachments.filter(({ content }) => content.length > 0)).toHaveLength(MAX_ATTACHMENTS);
    expect(attachments.every(({ bytes }) => bytes === 5)).toBe(true);
  });
});

const image = (bytes: number, id: string) =>
  file(
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(bytes)]),
    `Content-Type: image/jpeg\nContent-ID: <${id}>\nContent-Disposition: inline; filename=i.jpg`,
  );

describe('an image shown in the text', () => {
  const html = 'Content-Type: text/html\n\n<p>Groet</p><img src="cid:i1@x">';
  it.each([
    ['left out when it is a logo', 20_000, 'i1@x', 0],
    ['kept when it is large enough to be a photographed letter', 300_000, 'i1@x', 1],
    ['kept when the text does not show it', 20_000, 'i2@x', 1],
  ])('is %s', async (_, bytes, id, count) => {
    expect(await filesOf(html, image(bytes, id))).toHaveLength(count);
  });
});

describe('a seal for mail programs', () => {
  it('is no attachment', async () => {
    expect(await filesOf(file('x', 'Content-Type: application/pkcs7-signature; name=smime.p7s'))).toStrictEqual([]);
  });
});
