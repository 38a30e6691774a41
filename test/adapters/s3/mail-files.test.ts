import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createS3Client } from '../../../adapters/aws-clients.ts';
import { createMemoryInboundMailStore } from '../../../adapters/memory/inbound-mail-store.ts';
import { createS3AttachmentStore } from '../../../adapters/s3/attachment-store.ts';
import { createS3InboundMailFiles } from '../../../adapters/s3/inbound-mail-files.ts';

let server: ReturnType<typeof createServer>;
let asked: IncomingMessage[] = [];
let status = 404;

beforeEach(async () => {
  asked = [];
  status = 404;
  server = createServer((request, response) => {
    asked.push(request);
    request.resume();
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
});
afterEach(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

const bucket = () => ({ client: createS3Client(), bucket: 'mails' });
const MESSAGE_ID = '<a/../b@example.org>';
const KEY = `attachments/${createHash('sha256').update(MESSAGE_ID).digest('hex').slice(0, 32)}/3`;

describe('a file of a mail', () => {
  it('is kept as bytes, under a name that is not of the sender’s making', async () => {
    status = 200;
    const key = await createS3AttachmentStore(bucket()).keep(MESSAGE_ID, 3, Buffer.from('x'), 'application/pdf');
    expect(key).toBe(KEY);
    const { method, url, headers } = asked[0] ?? {};
    expect([method, url?.split('?')[0]]).toEqual(['PUT', `/mails/${KEY}`]);
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'x-amz-meta-media-type': 'application/pdf',
    });
  });

  it('has the same name in memory', async () => {
    const store = createMemoryInboundMailStore();
    expect(await store.keep(MESSAGE_ID, 3, Buffer.from('x'), 'application/pdf')).toBe(KEY);
    expect(Buffer.from((await store.read(KEY)) ?? []).toString()).toBe('x');
  });
});

describe('a link to what came by mail', () => {
  it('works for a minute and makes the browser save it', async () => {
    status = 200;
    const files = createS3InboundMailFiles(bucket());
    const link = new URL((await files.linkTo(KEY, 'Bijlage één.pdf', 'application/pdf')) ?? '');
    expect(link.origin).toBe(await files.origin());
    expect(asked.map(({ method }) => method)).toEqual(['HEAD']);
    expect(Object.fromEntries(link.searchParams)).toMatchObject({
      'X-Amz-Expires': '60',
      'response-content-type': 'application/pdf',
      'response-cache-control': 'no-store',
      'response-content-disposition': `attachment; filename="Bijlage een.pdf"; filename*=UTF-8''Bijlage%20%C3%A9%C3%A9n.pdf`,
    });
  });

  it.each(['text/html', 'image/svg+xml', 'application/xhtml+xml', 'constructor', ''])(
    'never says that it is a page: %j is given out as bytes',
    async (mediaType) => {
      status = 200;
      const link = new URL((await createS3InboundMailFiles(bucket()).linkTo(KEY, 'x', mediaType)) ?? '');
      expect(link.searchParams.get('response-content-type')).toBe('application/octet-stream');
    },
  );

  it('is not made to what is not kept any more, and a refusal is not taken for absence', async () => {
    expect(await createS3InboundMailFiles(bucket()).linkTo(KEY, 'x', 'text/plain')).toBeUndefined();
    status = 403;
    await expect(createS3InboundMailFiles(bucket()).linkTo(KEY, 'x', 'text/plain')).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
  });
});
