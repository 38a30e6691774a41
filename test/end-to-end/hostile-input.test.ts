import { describe, expect, it } from 'vitest';
import { cases, requestKeys } from '../support/end-to-end/stored.ts';
import { aRequest, postRequest, type Receipt, unique } from '../support/end-to-end/requests.ts';

const CANARY = unique('canary');
const message = (text: string) => JSON.stringify({ ...aRequest(), message: text });
const raw = (inside: string) => JSON.stringify(aRequest()).replace(/\}$/, `,${inside}}`);
const bytes = (text: string, ...tail: readonly number[]) => new Uint8Array([...Buffer.from(text), ...tail]);

/** Bodies that are JSON or nearly so, and must never be stored. */
const refused: readonly (readonly [string, string | Uint8Array<ArrayBuffer>])[] = [
  ['a NUL in a text', message(`${CANARY}\u0000`)],
  ['an escape sequence in a text', message(`${CANARY}\u001B[2J`)],
  ['half a surrogate pair in a text', `${message('a').slice(0, -2)}\\ud800"}`],
  ['text turned round by a bidirectional override', message(`${CANARY}\u202Egnp.exe`)],
  ['bidirectional isolates', message(`${CANARY}\u2067abc`)],
  [
    'line breaks in a name',
    JSON.stringify({ ...aRequest(), requester: { name: 'a\r\nBcc: b', email: 'a@example.com' } }),
  ],
  ['a prototype', raw(`"__proto__":{"status":"closed","x":"${CANARY}"}`)],
  [
    'a prototype in the requester',
    JSON.stringify(aRequest()).replace('"requester":{', '"requester":{"__proto__":{"name":"x"},'),
  ],
  ['a constructor', raw(`"constructor":{"prototype":{"isAdmin":true}}`)],
  ['lists nested 30,000 deep', raw(`"x":${'['.repeat(30_000)}${']'.repeat(30_000)}`)],
  ['objects nested 8,000 deep', raw(`"x":${'{"a":'.repeat(8000)}1${'}'.repeat(8000)}`)],
  ['5,000 unknown keys', raw(Array.from({ length: 5000 }, (_, n) => `"k${n}":1`).join(','))],
  ['100,000 unknown keys', raw(Array.from({ length: 100_000 }, (_, n) => `"${CANARY}${n}":1`).join(','))],
  ['a number no machine holds', raw(`"x":${'9'.repeat(400)}`)],
  ['a number for a text', JSON.stringify({ ...aRequest(), message: 1e308 })],
  ['a byte order mark', `\uFEFF${JSON.stringify(aRequest())}`],
  ['JSON with a comment', `${JSON.stringify(aRequest())}/* ${CANARY} */`],
  ['NaN', raw('"x":NaN')],
];

describe('hostile input', () => {
  it.each(refused)(
    'with %s is refused by a short problem that repeats nothing, and nothing is stored',
    async (_, body) => {
      const before = await requestKeys();
      const answered = await postRequest(body);
      expect(answered.status).toBeGreaterThanOrEqual(400);
      expect(answered.status).toBeLessThan(500);
      expect(answered.headers.get('content-type')).toMatch(/^application\/problem\+json\b/);
      expect(Buffer.byteLength(answered.text)).toBeLessThanOrEqual(2048);
      expect(answered.text).not.toContain(CANARY);
      expect(await requestKeys()).toStrictEqual(before);
    },
  );

  it('that is not UTF-8 never breaks the desk', async () => {
    const text = JSON.stringify(aRequest());
    const answered = await postRequest(bytes(text.slice(0, -2), 0xff, 0xfe, 0x22, 0x7d));
    expect(answered.status).toBeLessThan(500);
  });

  it('with a field twice is read once: what is stored and what is mailed to is the last', async () => {
    const first = `${unique('first.')}@example.com`;
    const request = aRequest();
    const body = JSON.stringify(request).replace('"email":', `"email":"${first}","email":`);
    const answered = await postRequest(body);
    expect(answered.status).toBe(202);
    const { caseNumber } = JSON.parse(answered.text) as Receipt;
    expect((await cases.findContent(caseNumber))?.requester.email).toBe(request.requester.email);
  });

  it.each([
    ['letters of every script', 'Ψυχή שלום مرحبا 你好 नमस्ते'],
    ['people of several code points', 'Thanks 👩‍👩‍👧‍👦 and 🇳🇱'],
    ['markup', '<script>alert(1)</script> & "quotes"'],
    ['a formula', '=HYPERLINK("https://example.org")'],
  ])('that is only strange text, %s, is stored as it was sent', async (_, text) => {
    const answered = await postRequest(message(text));
    expect(answered.status).toBe(202);
    const { caseNumber } = JSON.parse(answered.text) as Receipt;
    expect((await cases.findContent(caseNumber))?.message).toBe(text.normalize('NFC'));
  });

  it('counts people, not code units: 10,000 characters outside the basic plane fit', async () => {
    expect((await postRequest(message('😀'.repeat(10_000)))).status).toBe(202);
  });

  it('leaves the function as it was for the next caller', async () => {
    expect((await postRequest(JSON.stringify(aRequest()))).status).toBe(202);
  });
});
