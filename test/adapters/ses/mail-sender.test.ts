import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MailNotSentError } from '../../../domain/errors.ts';
import type { OutgoingMail } from '../../../domain/ports.ts';
import { openSes, parseMime, rawOf } from './recording-ses.ts';

const MAIL: OutgoingMail = {
  to: 'jan@example.org',
  words: {
    subject: 'Uw verzoek P-00000-00000',
    text: 'Beste lezer,\n\nDank u.',
    html: '<p>Beste lezer,</p><p>Dank u.</p>',
  },
  language: 'nl',
  automatic: true,
  outboxId: 'P-00000-00000-confirm',
};

/** All that a mail may have; the composer leaves out what is empty, and the parts then. */
const HEADERS = [
  'auto-submitted',
  'content-transfer-encoding',
  'content-language',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'reply-to',
  'subject',
  'to',
];

const withStatus = (name: string, httpStatusCode: number) =>
  Object.assign(new Error('address jan@example.org is on the list'), { name, $metadata: { httpStatusCode } });

describe('a mail through SES', () => {
  it('carries the headers of the desk and both bodies', async () => {
    const { sender, inputs } = openSes();
    await sender.send(MAIL);

    const { headers, parts } = parseMime(rawOf(inputs[0]));
    expect(headers.get('from')).toEqual(['CT Telecom <privacy@desk.example>']);
    expect(headers.get('reply-to')).toEqual(['privacy@ct.example']);
    expect(headers.get('to')).toEqual(['jan@example.org']);
    expect(headers.get('subject')).toEqual([MAIL.words.subject]);
    expect(headers.get('content-language')).toEqual(['nl']);
    expect(headers.get('auto-submitted')).toEqual(['auto-generated']);
    expect(headers.get('content-type')?.[0]).toContain('multipart/alternative');
    expect(parts.map(({ type }) => type)).toEqual(['text/plain', 'text/html']);
    expect(parts[0]?.text.replaceAll('\r\n', '\n').trim()).toBe(MAIL.words.text);
    expect(parts[1]?.text.trim()).toBe(MAIL.words.html);
  });

  it('goes to one envelope recipient, through the configuration set, tagged with its outbox row', async () => {
    const { sender, inputs } = openSes();
    await sender.send({ ...MAIL, outboxId: 'P-1 row:ë#2' });

    expect(inputs[0]).toMatchObject({
      FromEmailAddress: 'privacy@desk.example',
      Destination: { ToAddresses: ['jan@example.org'] },
      ConfigurationSetName: 'desk-events',
      EmailTags: [{ Name: 'outboxId', Value: 'P-1-row---2' }],
    });
  });

  it('does not call itself automatic when a person asked for it', async () => {
    const { sender, inputs } = openSes();
    await sender.send({ ...MAIL, automatic: false });
    expect(parseMime(rawOf(inputs[0])).headers.has('auto-submitted')).toBe(false);
  });

  it('keeps letters beyond ASCII whole in subject and bodies', async () => {
    const { sender, inputs } = openSes();
    const words = { subject: 'Bezwaar – één €', text: 'Zoë 👩‍👩‍👧 €', html: '<p>Zoë 👩‍👩‍👧 €</p>' };
    await sender.send({ ...MAIL, words });

    const { headers, parts } = parseMime(rawOf(inputs[0]));
    expect(headers.get('subject')).toEqual([words.subject]);
    expect(parts.map(({ text }) => text.trim())).toEqual([words.text, words.html]);
  });

  it.each([
    'jan@example.org, eve@example.org',
    'jan@example.org;eve@example.org',
    'jan@example.org\r\nBcc: eve@example.org',
    'Eve <eve@example.org>',
    'group: jan@example.org, eve@example.org;',
    '"jan"@example.org',
    'jan@example.org (eve)',
    'jan @example.org',
    'jan@eve@example.org',
    'jan',
    '',
  ])('is refused for an address that is not one bare address: %j', async (to) => {
    const { sender, inputs } = openSes();
    const refusal = sender.send({ ...MAIL, to });
    await expect(refusal).rejects.toThrow(MailNotSentError);
    await expect(refusal).rejects.toMatchObject({ code: 'InvalidAddress', mayHaveLeft: false });
    expect(inputs).toEqual([]);
  });

  it('grows no header and no recipient from any input', async () => {
    const unruly = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.string({
        unit: fc.constantFrom('\r', '\n', ':', ' ', '\t', 'B', 'c', ',', '<', '>', '@', '=', '?', '\u2028', '\0'),
      }),
      fc.constantFrom('x\r\nBcc: eve@example.org', 'x\nX-Extra: 1\n\nbody', '=?utf-8?Q?=0D=0ABcc:_eve@example.org?='),
    );
    const address = fc.oneof(fc.constant(MAIL.to), fc.emailAddress(), unruly);
    await fc.assert(
      fc.asyncProperty(address, unruly, unruly, unruly, unruly, async (to, subject, text, language, outboxId) => {
        const { sender, inputs } = openSes();
        const mail = { to, words: { subject, text, html: `<p>${text}</p>` }, language, automatic: true, outboxId };
        const refusal = await sender.send(mail).catch((error: unknown) => error);
        fc.pre(!(refusal instanceof MailNotSentError && refusal.code === 'InvalidAddress' && inputs.length === 0));
        const { headers } = parseMime(rawOf(inputs[0]));
        expect(HEADERS).toEqual(expect.arrayContaining([...headers.keys()]));
        expect([...headers.values()].every((values) => values.length === 1)).toBe(true);
        expect(headers.get('to')?.[0]?.match(/@/g)).toHaveLength(1);
        expect(headers.get('to')?.[0]).not.toMatch(/[,;]/);
        expect(inputs[0]?.Destination).toEqual({ ToAddresses: [to] });
        expect(inputs[0]?.EmailTags?.[0]?.Value).toMatch(/^[A-Za-z0-9_-]*$/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a mail that SES does not take', () => {
  it.each([
    { error: withStatus('TooManyRequestsException', 429), code: 'TooManyRequestsException', mayHaveLeft: false },
    { error: withStatus('MessageRejected', 400), code: 'MessageRejected', mayHaveLeft: false },
    {
      error: withStatus('InternalServiceErrorException', 500),
      code: 'InternalServiceErrorException',
      mayHaveLeft: true,
    },
    { error: withStatus('ServiceUnavailable', 503), code: 'ServiceUnavailable', mayHaveLeft: true },
    { error: Object.assign(new Error('x'), { name: 'TimeoutError' }), code: 'TimeoutError', mayHaveLeft: true },
    { error: Object.assign(new Error('x'), { code: 'ECONNRESET' }), code: 'ECONNRESET', mayHaveLeft: true },
    { error: Object.assign(new Error('x'), { code: 'EPIPE' }), code: 'EPIPE', mayHaveLeft: true },
    { error: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), code: 'ECONNREFUSED', mayHaveLeft: false },
    { error: Object.assign(new Error('x'), { code: 'ENOTFOUND' }), code: 'ENOTFOUND', mayHaveLeft: false },
    {
      error: Object.assign(new Error('x'), { name: 'CredentialsProviderError' }),
      code: 'CredentialsProviderError',
      mayHaveLeft: false,
    },
    { error: 'thrown text', code: 'UnknownError', mayHaveLeft: true },
  ])('is $code, may have left: $mayHaveLeft', async ({ error, code, mayHaveLeft }) => {
    const { sender, inputs } = openSes(error);
    const refusal = sender.send(MAIL);
    await expect(refusal).rejects.toThrow(MailNotSentError);
    await expect(refusal).rejects.toMatchObject({ code, mayHaveLeft });
    await expect(refusal).rejects.not.toThrow('jan@example.org');
    expect(inputs).toHaveLength(1);
  });
});
