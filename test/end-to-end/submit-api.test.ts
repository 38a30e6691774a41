import { beforeEach, describe, expect, it } from 'vitest';
import { requestTypeSchema } from '../../domain/cases/request-types.ts';
import { mailTo, mailsTo } from '../support/end-to-end/mailbox.ts';
import { aRequest, postRequest, type Receipt, submit, unique } from '../support/end-to-end/requests.ts';
import { requestKeys, storedCase } from '../support/end-to-end/stored.ts';
import { type Answered } from '../support/end-to-end/web.ts';

interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}

const problemIn = ({ text }: Answered) => JSON.parse(text) as Problem;
const receiptIn = ({ text }: Answered) => JSON.parse(text) as Receipt;

describe('an accepted request', () => {
  it('is answered with case number, collection code, receipt and promised date, and nothing else', async () => {
    const answered = await postRequest(JSON.stringify(aRequest()));
    expect(answered.status).toBe(202);
    expect(answered.headers.get('content-type')).toMatch(/^application\/json\b/);
    expect(JSON.parse(answered.text)).toStrictEqual({
      caseNumber: expect.stringMatching(/^P-[0-9A-Z]{5}-[0-9A-Z]{5}$/),
      collectionCode: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
      receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      promisedDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
  });

  it('promises an answer 28 days after the Amsterdam day of receipt', async () => {
    const { receivedAt, promisedDate } = await submit();
    const received = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(new Date(receivedAt));
    expect((Date.parse(promisedDate) - Date.parse(received)) / 86_400_000).toBe(28);
  });

  it.each(requestTypeSchema.options)('may ask for %s', async (requestType) => {
    const request = aRequest({ parts: [{ requestType, text: 'Please look into this.' }] });
    const { caseNumber } = await submit(request);
    expect((await storedCase(caseNumber)).parts.map((part) => part.requestType)).toStrictEqual([requestType]);
  });

  it('may ask for all eleven at once, in one case', async () => {
    const parts = requestTypeSchema.options.map((requestType) => ({ requestType }));
    const { caseNumber } = await submit(aRequest({ parts, message: 'All of it, please.' }));
    expect((await storedCase(caseNumber)).parts).toHaveLength(11);
  });

  it.each(['marketing_objection', 'consent_withdrawal'] as const)(
    'for %s alone is carried out at once and closed, with one mail that says so',
    async (requestType) => {
      const request = aRequest({ parts: [{ requestType }] });
      const { caseNumber } = await submit(request);
      const stored = await storedCase(caseNumber);
      expect(stored.status).toBe('closed');
      expect(stored.parts.map((part) => part.decision?.outcome)).toStrictEqual(['granted']);
      await mailTo(request.requester.email, [caseNumber]);
      expect(await mailsTo(request.requester.email)).toHaveLength(1);
    },
  );

  it('for a marketing objection with a text to read is carried out, and stays to be confirmed', async () => {
    const { caseNumber } = await submit(
      aRequest({ parts: [{ requestType: 'marketing_objection', text: 'Also by phone.' }] }),
    );
    expect((await storedCase(caseNumber)).status).toBe('unconfirmed');
  });
});

describe('the same Idempotency-Key', () => {
  it('with the same body gets the same answer byte for byte, and one case', async () => {
    const body = JSON.stringify(aRequest());
    const headers = { 'idempotency-key': unique('key-') };
    const first = await postRequest(body, headers);
    const before = await requestKeys();
    const second = await postRequest(body, headers);
    expect(second.status).toBe(202);
    expect(second.text).toBe(first.text);
    expect(await requestKeys()).toStrictEqual(before);
  });

  it('sent ten times at once makes one case, and ten answers alike', async () => {
    const request = aRequest();
    const before = await requestKeys();
    const headers = { 'idempotency-key': unique('key-') };
    const answers = await Promise.all(Array.from({ length: 10 }, () => postRequest(JSON.stringify(request), headers)));
    expect(answers.map(({ status }) => status)).toStrictEqual(Array(10).fill(202));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const made = [...(await requestKeys())].filter((key) => !before.has(key) && key.endsWith(' CASE'));
    expect(made).toHaveLength(1);
    await mailTo(request.requester.email, [receiptIn(answers[0] as Answered).caseNumber]);
    expect(await mailsTo(request.requester.email)).toHaveLength(1);
  });

  it('with another body is refused, and stores nothing', async () => {
    const headers = { 'idempotency-key': unique('key-') };
    await postRequest(JSON.stringify(aRequest()), headers);
    const before = await requestKeys();
    const refused = await postRequest(JSON.stringify(aRequest()), headers);
    expect(problemIn(refused)).toMatchObject({ status: 422, type: 'urn:privacy-desk:problem:idempotency-key-reused' });
    expect(await requestKeys()).toStrictEqual(before);
  });
});

const CANARY = unique('canary');
const valid = () => JSON.stringify(aRequest());
const spoilt = (change: (body: Record<string, never>) => unknown) => {
  const body = structuredClone(aRequest()) as unknown as Record<string, never>;
  return JSON.stringify(change(body) ?? body);
};
const withRequester = (fields: Readonly<Record<string, unknown>>) =>
  JSON.stringify({ ...aRequest(), requester: { ...aRequest().requester, ...fields } });

interface Refusal {
  readonly name: string;
  readonly body: () => string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: number;
  readonly kind: string;
  readonly pointer?: string;
}

const refusals: readonly Refusal[] = [
  { name: 'a key of blanks', body: valid, headers: { 'idempotency-key': ' ' }, status: 400, kind: 'idempotency-key-missing' },
  {
    name: 'a key of 256 characters',
    body: valid,
    headers: { 'idempotency-key': 'k'.repeat(256) },
    status: 400,
    kind: 'idempotency-key-missing',
  },
  { name: 'half a body', body: () => `{"language":"nl","${CANARY}`, status: 400, kind: 'malformed-body' },
  { name: 'an empty body', body: () => '', status: 400, kind: 'malformed-body' },
  {
    name: 'a body of more than 64 KiB',
    body: () => JSON.stringify(aRequest({ message: CANARY.repeat(4000) })),
    status: 413,
    kind: 'body-too-large',
  },
  {
    name: 'a form',
    body: () => `name=${CANARY}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    status: 415,
    kind: 'unsupported-media-type',
  },
  {
    name: 'JSON that says it is text',
    body: valid,
    headers: { 'content-type': 'text/plain' },
    status: 415,
    kind: 'unsupported-media-type',
  },
  { name: 'a list', body: () => '[]', status: 422, kind: 'invalid-body', pointer: '' },
  { name: 'null', body: () => 'null', status: 422, kind: 'invalid-body', pointer: '' },
  { name: 'no language', body: () => spoilt(({ language: _, ...rest }) => rest), status: 422, kind: 'invalid-body', pointer: '/language' },
  { name: 'another language', body: () => JSON.stringify({ ...aRequest(), language: CANARY }), status: 422, kind: 'invalid-body', pointer: '/language' },
  { name: 'an unknown field', body: () => JSON.stringify({ ...aRequest(), [CANARY]: CANARY }), status: 422, kind: 'invalid-body' },
  { name: 'a field of the case', body: () => JSON.stringify({ ...aRequest(), status: 'closed' }), status: 422, kind: 'invalid-body' },
  { name: 'a name that is a number', body: () => withRequester({ name: 7 }), status: 422, kind: 'invalid-body', pointer: '/requester/name' },
  { name: 'a blank name', body: () => withRequester({ name: ' \t ' }), status: 422, kind: 'invalid-body', pointer: '/requester/name' },
  { name: 'a name of 201 characters', body: () => withRequester({ name: CANARY + 'x'.repeat(201) }), status: 422, kind: 'invalid-body', pointer: '/requester/name' },
  { name: 'no address', body: () => withRequester({ email: undefined }), status: 422, kind: 'invalid-body', pointer: '/requester/email' },
  { name: 'an address without a domain', body: () => withRequester({ email: CANARY }), status: 422, kind: 'invalid-body', pointer: '/requester/email' },
  { name: 'two addresses', body: () => withRequester({ email: `a@example.com, ${CANARY}@example.com` }), status: 422, kind: 'invalid-body', pointer: '/requester/email' },
  { name: 'a header in the address', body: () => withRequester({ email: `a@example.com\r\nBcc: ${CANARY}@example.com` }), status: 422, kind: 'invalid-body', pointer: '/requester/email' },
  { name: 'nothing asked', body: () => JSON.stringify({ ...aRequest(), parts: [] }), status: 422, kind: 'invalid-body', pointer: '/parts' },
  { name: 'twenty-one things asked', body: () => JSON.stringify({ ...aRequest(), parts: Array(21).fill({ requestType: 'access' }) }), status: 422, kind: 'invalid-body', pointer: '/parts' },
  { name: 'a type there is not', body: () => JSON.stringify({ ...aRequest(), parts: [{ requestType: CANARY }] }), status: 422, kind: 'invalid-body', pointer: '/parts/0/requestType' },
  { name: 'a text too long', body: () => JSON.stringify({ ...aRequest(), parts: [{ requestType: 'access', text: 'x'.repeat(5001) + CANARY }] }), status: 422, kind: 'invalid-body', pointer: '/parts/0/text' },
];

describe('a refused request', () => {
  let before: ReadonlySet<string>;
  beforeEach(async () => {
    before = await requestKeys();
  });

  it('without a key is told so', async () => {
    const refused = await postRequest(valid(), { 'idempotency-key': '' });
    expect(problemIn(refused)).toMatchObject({ status: 400, type: 'urn:privacy-desk:problem:idempotency-key-missing' });
    expect(await requestKeys()).toStrictEqual(before);
  });

  it.each(refusals)('with $name gets $status $kind, nothing is repeated and nothing stored', async (refusal) => {
    const refused = await postRequest(refusal.body(), refusal.headers);
    expect(refused.status).toBe(refusal.status);
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json\b/);
    const problem = problemIn(refused);
    expect(problem).toMatchObject({ status: refusal.status, type: `urn:privacy-desk:problem:${refusal.kind}` });
    expect(Buffer.byteLength(refused.text)).toBeLessThanOrEqual(2048);
    expect(refused.text).not.toContain(CANARY);
    if (refusal.pointer !== undefined) {
      expect(problem.errors?.map(({ pointer }) => pointer)).toContain(refusal.pointer);
    }
    expect(await requestKeys()).toStrictEqual(before);
  });
});
