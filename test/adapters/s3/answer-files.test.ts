import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createS3Client } from '../../../adapters/aws-clients.ts';
import { createS3AnswerFileStore } from '../../../adapters/s3/answer-files.ts';
import { contentDisposition } from '../../../adapters/s3/content-disposition.ts';
import { LARGEST_FILE } from '../../../domain/cases/answer-file.ts';

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

let server: ReturnType<typeof createServer>;
let asked: IncomingMessage[] = [];
let answer: (request: IncomingMessage) => Answer;

beforeEach(async () => {
  asked = [];
  answer = () => ({ status: 404 });
  server = createServer((request, response) => {
    asked.push(request);
    const { status, headers = {}, body = '' } = answer(request);
    response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  vi.stubEnv('AWS_ENDPOINT_URL', engine());
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
});
afterEach(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

const engine = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const storeOf = () => createS3AnswerFileStore({ client: createS3Client(), bucket: 'answers' });
const FILE = { key: 'files/P-1/a', versionId: 'v1', mediaType: 'application/pdf' } as const;

describe('the form for an upload', () => {
  it('allows one key, one size range and one way back, for a quarter of an hour, and asks nobody', async () => {
    const { address, fields } = await storeOf().offerUpload(
      'incoming/P-1/a',
      'https://desk.example.nl/desk/files/arrived?x=1',
    );
    expect(address).toBe(`${engine()}/answers`);
    const policy = JSON.parse(Buffer.from(fields['Policy'] ?? '', 'base64').toString()) as {
      expiration: string;
      conditions: unknown[];
    };
    expect(policy.conditions).toEqual(
      expect.arrayContaining([
        ['content-length-range', 1, LARGEST_FILE],
        { key: 'incoming/P-1/a' },
        { bucket: 'answers' },
        { success_action_redirect: 'https://desk.example.nl/desk/files/arrived?x=1' },
      ]),
    );
    const signedAt = (fields['X-Amz-Date'] ?? '').replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5');
    expect(Temporal.Instant.from(policy.expiration).since(signedAt, { largestUnit: 'minutes' }).toString()).toBe(
      'PT15M',
    );
    expect(asked).toEqual([]);
  });

  it('leads to the bucket’s own host on AWS', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL', undefined);
    const store = storeOf();
    expect((await store.offerUpload('incoming/P-1/a', 'https://x')).address).toBe(
      'https://answers.s3.eu-west-1.amazonaws.com/',
    );
    expect(await store.origin()).toBe('https://answers.s3.eu-west-1.amazonaws.com');
  });
});

describe('a link to a file', () => {
  it('is for one version, for a minute, and makes the browser save it', async () => {
    answer = () => ({ status: 200 });
    const link = new URL((await storeOf().linkTo(FILE, 'Bijlage één.pdf')) ?? '');
    expect(link.origin).toBe(await storeOf().origin());
    expect(Object.fromEntries(link.searchParams)).toMatchObject({
      versionId: 'v1',
      'X-Amz-Expires': '60',
      'response-content-type': 'application/pdf',
      'response-cache-control': 'no-store',
      'response-content-disposition': `attachment; filename="Bijlage een.pdf"; filename*=UTF-8''Bijlage%20%C3%A9%C3%A9n.pdf`,
    });
  });

  it('is not made to what is not kept any more', async () => {
    expect(await storeOf().linkTo(FILE, 'x.pdf')).toBeUndefined();
  });

  it('does not take a refusal for absence', async () => {
    answer = () => ({ status: 403 });
    await expect(storeOf().linkTo(FILE, 'x.pdf')).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
  });
});

describe('what arrived', () => {
  it('is read whole, with its version', async () => {
    answer = () => ({ status: 200, headers: { 'x-amz-version-id': 'v7', 'content-length': '5' }, body: 'hallo' });
    const arrived = await storeOf().readArrived('incoming/P-1/a');
    expect(arrived?.versionId).toBe('v7');
    expect(Buffer.from(arrived?.content ?? []).toString()).toBe('hallo');
  });

  it('is not there when there is nothing under the key', async () => {
    expect(await storeOf().readArrived('incoming/P-1/a')).toBeUndefined();
  });

  it('is kept as the very version that was read, under its other key', async () => {
    answer = () => ({ status: 200, headers: { 'x-amz-version-id': 'v8' }, body: '<CopyObjectResult/>' });
    expect(await storeOf().keep({ key: 'incoming/P-1/a', versionId: 'v7' }, 'files/P-1/a', 'text/csv')).toBe('v8');
    const { method, url, headers } = asked[0] ?? {};
    expect([method, url?.split('?')[0]]).toEqual(['PUT', '/answers/files/P-1/a']);
    expect(headers).toMatchObject({
      'x-amz-copy-source': 'answers/incoming/P-1/a?versionId=v7',
      'x-amz-metadata-directive': 'REPLACE',
      'content-type': 'text/csv',
      'content-disposition': 'attachment',
    });
  });
});

describe('the name in the header', () => {
  it('cannot end the header or the quotes', () => {
    expect(contentDisposition('a"b\r\n\\c%.pdf')).toBe(
      `attachment; filename="a_b___c_.pdf"; filename*=UTF-8''a%22b%0D%0A%5Cc%25.pdf`,
    );
    expect(contentDisposition("d'avril (1).pdf")).toContain(`filename*=UTF-8''d%27avril%20%281%29.pdf`);
  });
});
