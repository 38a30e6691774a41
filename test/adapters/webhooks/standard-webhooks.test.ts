import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createStandardWebhookSender, WebhookSetupError } from '../../../adapters/webhooks/standard-webhooks.ts';
import { WebhookNotTakenError } from '../../../domain/errors.ts';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqr';
const OLD = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDC2FVsBQIhrsc';

interface Received {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A newsletter tool on this machine. */
async function createTool(answer: (response: ServerResponse, request: IncomingMessage) => void) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url: path, headers } = request;
      received.push({ method, path, headers, body: Buffer.concat(chunks).toString('utf8') });
      answer(response, request);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(close);
  return { received, close, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks` };
}

const says =
  (status: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(status, headers).end('not read');
const never = () => undefined;
const message = (id = 'webhook-1') => ({
  id,
  at: Temporal.Now.instant(),
  body: '{"type":"consent.given","data":{"é":1}}',
});
const codeOf = async (sent: Promise<void>) => {
  const error: unknown = await sent.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(WebhookNotTakenError);
  return (error as WebhookNotTakenError).code;
};

describe('a call to the newsletter tool', () => {
  it.each([200, 202, 204])('is taken with a %i', async (status) => {
    const tool = await createTool(says(status));
    await createStandardWebhookSender({ url: tool.url, secrets: [SECRET] }).send(message());
    expect(tool.received).toHaveLength(1);
    expect(tool.received[0]).toMatchObject({ method: 'POST', path: '/hooks' });
    expect(tool.received[0]?.headers['content-type']).toBe('application/json');
  });

  it('is signed so that any library of the scheme verifies it, and nothing that was changed', async () => {
    const tool = await createTool(says(200));
    await createStandardWebhookSender({ url: tool.url, secrets: [SECRET] }).send(message('webhook-7'));
    const [call] = tool.received;
    const headers = call?.headers as Record<string, string>;
    expect(headers['webhook-id']).toBe('webhook-7');
    expect(new Webhook(SECRET).verify(call?.body ?? '', headers)).toEqual({ type: 'consent.given', data: { é: 1 } });
    const refused = (body: string, changed: object = {}) =>
      expect(() => new Webhook(SECRET).verify(body, { ...headers, ...changed })).toThrow(WebhookVerificationError);
    refused(`${call?.body} `);
    refused(call?.body ?? '', { 'webhook-id': 'webhook-8' });
    expect(() => new Webhook(OLD).verify(call?.body ?? '', headers)).toThrow(WebhookVerificationError);
  });

  it('is signed with both secrets while one takes the place of the other', async () => {
    const tool = await createTool(says(200));
    await createStandardWebhookSender({ url: tool.url, secrets: [SECRET, OLD] }).send(message());
    const [call] = tool.received;
    for (const secret of [SECRET, OLD]) {
      expect(() => new Webhook(secret).verify(call?.body ?? '', call?.headers as Record<string, string>)).not.toThrow();
    }
  });

  it.each([400, 401, 404, 410, 429, 500, 503])('is not taken with a %i', async (status) => {
    const tool = await createTool(says(status));
    expect(await codeOf(createStandardWebhookSender({ url: tool.url, secrets: [SECRET] }).send(message()))).toBe(
      String(status),
    );
  });

  it.each([301, 302, 307, 308])('does not follow a %i', async (status) => {
    const other = await createTool(says(200));
    const tool = await createTool(says(status, { location: other.url }));
    expect(await codeOf(createStandardWebhookSender({ url: tool.url, secrets: [SECRET] }).send(message()))).toBe(
      String(status),
    );
    expect(other.received).toEqual([]);
  });

  it('reads nothing of the answer, however long it is', async () => {
    let written = 0;
    const tool = await createTool((response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) written += 1;
      };
      response.on('drain', more);
      more();
    });
    await createStandardWebhookSender({ url: tool.url, secrets: [SECRET] }).send(message());
    expect(written).toBeLessThan(1000);
  });

  it('ends when nobody is there or the line is cut', async () => {
    const closed = await createTool(says(200));
    closed.close();
    const sender = createStandardWebhookSender({ url: closed.url, secrets: [SECRET] });
    expect(await codeOf(sender.send(message()))).toBe('ECONNREFUSED');
    const rude = await createTool((_response, request) => void request.socket.destroy());
    const cut = createStandardWebhookSender({ url: rude.url, secrets: [SECRET] }).send(message());
    expect(await codeOf(cut)).toMatch(/^(UND_ERR_SOCKET|ECONNRESET)$/);
  });

  it('waits for no answer longer than its time, and then lets others pass for a minute', async () => {
    let now = 0;
    const tool = await createTool(never);
    const sender = createStandardWebhookSender({
      url: tool.url,
      secrets: [SECRET],
      timeoutMilliseconds: 50,
      monotonic: () => now,
    });
    expect(await codeOf(sender.send(message()))).toBe('TimeoutError');
    now = 59_999;
    expect(await codeOf(sender.send(message()))).toBe('NotAnswering');
    expect(tool.received).toHaveLength(1);
    now = 60_000;
    expect(await codeOf(sender.send(message()))).toBe('TimeoutError');
    expect(tool.received).toHaveLength(2);
  });
});

describe('a webhook that cannot be', () => {
  it.each(['http://newsletter.example.org/hooks', 'http://127.0.0.1.example.org/', 'ftp://127.0.0.1/'])(
    'is refused at once: %s',
    (url) => {
      expect(() => createStandardWebhookSender({ url, secrets: [SECRET] })).toThrow(WebhookSetupError);
    },
  );

  it('is one without a secret', () => {
    expect(() => createStandardWebhookSender({ url: 'https://example.org', secrets: [] })).toThrow(WebhookSetupError);
  });
});
