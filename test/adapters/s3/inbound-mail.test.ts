import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createS3Client } from '../../../adapters/aws-clients.ts';
import { createS3InboundMailStore } from '../../../adapters/s3/inbound-mail.ts';

/** Bytes that are no text in any encoding. */
const MAIL = Buffer.from([0x46, 0x3a, 0x0d, 0x0a, 0x00, 0xff, 0xfe, 0x80, 0x0a]);
let server: ReturnType<typeof createServer>;
let asked: string[];
let answer: { readonly status: number; readonly body: Buffer | string };

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(answer.status).end(answer.body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a listening server has a port');
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${address.port}`);
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
});
afterEach(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

const read = () => createS3InboundMailStore({ client: createS3Client(), bucket: 'mails' }).read('mail/abc');

describe('the bucket of mails that came in', () => {
  it('gives a mail byte by byte', async () => {
    answer = { status: 200, body: MAIL };
    expect(Buffer.from((await read()) ?? [])).toEqual(MAIL);
    expect(asked).toEqual(['GET /mails/mail/abc?x-id=GetObject']);
  });

  it('has none where there is none', async () => {
    answer = { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' };
    expect(await read()).toBeUndefined();
  });

  it('does not call a mail gone that it may not read', async () => {
    answer = { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' };
    await expect(read()).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});
