import { beforeEach, describe, expect, it } from 'vitest';
import { problemIn } from '../support/end-to-end/problems.ts';
import { aRequest, postRequest, unique } from '../support/end-to-end/requests.ts';
import { requestKeys } from '../support/end-to-end/stored.ts';

const CANARY = unique('canary');
const valid = () => JSON.stringify(aRequest());
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
  {
    name: 'a key of blanks',
    body: valid,
    headers: { 'idempotency-key': ' ' },
    status: 400,
    kind: 'idempotency-key-missing',
  },
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
  {
    name: 'no language',
    body: () => JSON.stringify({ ...aRequest(), language: undefined }),
    status: 422,
    kind: 'invalid-body',
    pointer: '/language',
  },
  {
    name: 'another language',
    body: () => JSON.stringify({ ...aRequest(), language: CANARY }),
    status: 422,
    kind: 'invalid-body',
    pointer: '/language',
  },
  {
    name: 'an unknown field',
    body: () => JSON.stringify({ ...aRequest(), [CANARY]: CANARY }),
    status: 422,
    kind: 'invalid-body',
  },
  {
    name: 'a field of the case',
    body: () => JSON.stringify({ ...aRequest(), status: 'closed' }),
    status: 422,
    kind: 'invalid-body',
  },
  {
    name: 'a name that is a number',
    body: () => withRequester({ name: 7 }),
    status: 422,
    kind: 'invalid-body',
    pointer: '/requester/name',
  },
  {
    name: 'a blank name',
    body: () => withRequester({ name: ' \t ' }),
    status: 422,
    kind: 'invalid-body',
    pointer: '/requester/name',
  },
  {
    name: 'a name of 201 characters',
    body: () => withRequester({ name: CANARY + 'x'.repeat(201) }),
    status: 422,
    kind: 'invalid-body',
    pointer: '/requester/name',
  },
  {
    name: 'no address',
    body: () => withRequester({ email: undefined }),
    status: 422,
    kind: 'invalid-body',
    pointer: '/requester/email',
  },
  {
    name: 'an address without a domain',
    body: () => withRequester({ email: CANARY }),
    status: 422,
    kind: 'invalid-body',
    pointer: '/requester/email',
  },
  {
    name: 'two addresses',
    body: () => withRequester({ email: `a@example.com, ${CANARY}@example.com` }),
    status: 422,
    kind: 'invalid-body',
    pointer: '/requester/email',
  },
  {
    name: 'a header in the address',
    body: () => withRequester({ email: `a@example.com\r\nBcc: ${CANARY}@example.com` }),
    status: 422,
    kind: 'invalid-body',
    pointer: '/requester/email',
  },
  {
    name: 'nothing asked',
    body: () => JSON.stringify({ ...aRequest(), parts: [] }),
    status: 422,
    kind: 'invalid-body',
    pointer: '/parts',
  },
  {
    name: 'twenty-one things asked',
    body: () => JSON.stringify({ ...aRequest(), parts: Array.from({ length: 21 }, () => ({ requestType: 'access' })) }),
    status: 422,
    kind: 'invalid-body',
    pointer: '/parts',
  },
  {
    name: 'a type there is not',
    body: () => JSON.stringify({ ...aRequest(), parts: [{ requestType: CANARY }] }),
    status: 422,
    kind: 'invalid-body',
    pointer: '/parts/0/requestType',
  },
  {
    name: 'a text too long',
    body: () => JSON.stringify({ ...aRequest(), parts: [{ requestType: 'access', text: 'x'.repeat(5001) + CANARY }] }),
    status: 422,
    kind: 'invalid-body',
    pointer: '/parts/0/text',
  },
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
    const pointers = problem.errors?.map(({ pointer }) => pointer) ?? [];
    expect(pointers).toStrictEqual(expect.arrayContaining(refusal.pointer === undefined ? [] : [refusal.pointer]));
    expect(await requestKeys()).toStrictEqual(before);
  });
});
