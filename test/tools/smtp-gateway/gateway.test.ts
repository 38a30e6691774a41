import { once } from 'node:events';
import { createTransport } from 'nodemailer';
import { afterEach, describe, expect, it } from 'vitest';
import type { TakenMail } from '../../../tools/smtp-gateway/notification.ts';
import { createGateway, type GatewayOptions } from '../../../tools/smtp-gateway/server.ts';
import { freePorts } from '../../../tools/local/ports.ts';

const ADDRESS = 'support@example.nl';
const running: ReturnType<typeof createGateway>[] = [];

async function gateway(options: Partial<GatewayOptions> = {}): Promise<number> {
  const { inbound: port } = await freePorts();
  const server = createGateway({
    addresses: [ADDRESS],
    domain: 'desk.example.nl',
    deliver: async () => undefined,
    ...options,
  });
  // A client that is refused may break off.
  server.on('error', () => undefined);
  running.push(server);
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return port;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
});

const RAW = 'Subject: hello\r\n\r\n.\r\n..two dots\r\nlast line\r\n';
const send = (port: number, to: string | readonly string[], raw = RAW, from = 'jan@example.org') =>
  createTransport({ host: '127.0.0.1', port, ignoreTLS: true }).sendMail({
    envelope: { from, to: [to].flat() },
    raw,
  });

describe('the SMTP port of a local desk', () => {
  it('hands over what was mailed, byte by byte, with its envelope', async () => {
    const taken: TakenMail[] = [];
    const port = await gateway({ deliver: async (mail) => void taken.push(mail) });
    await send(port, ['Support@example.nl', 'reply+p-1@desk.example.nl']);
    expect(taken).toHaveLength(1);
    expect(Buffer.from(taken[0]?.content ?? []).toString()).toBe(RAW);
    expect(taken[0]).toMatchObject({
      envelopeSender: 'jan@example.org',
      recipients: ['Support@example.nl', 'reply+p-1@desk.example.nl'],
    });
    expect(taken[0]?.mailId).toMatch(/^[0-9a-f]{40}$/);
    expect(taken[0]?.takenAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('takes mail from nobody, as bounces are', async () => {
    const taken: TakenMail[] = [];
    await send(await gateway({ deliver: async (mail) => void taken.push(mail) }), ADDRESS, RAW, '');
    expect(taken[0]?.envelopeSender).toBe('');
  });

  it('says yes only once the mail can no longer be lost', async () => {
    const delivered = Promise.withResolvers<undefined>();
    const arrived = Promise.withResolvers<undefined>();
    const port = await gateway({
      deliver: () => {
        arrived.resolve(undefined);
        return delivered.promise;
      },
    });
    let answered = false;
    const sent = send(port, ADDRESS).then(({ response }) => {
      answered = true;
      return response;
    });
    await arrived.promise;
    await new Promise((resolve) => setImmediate(resolve));
    expect(answered).toBe(false);
    delivered.resolve(undefined);
    expect(await sent).toMatch(/^250 /);
  });

  it('asks for it again when it could not be delivered, and names what was wrong to its own log only', async () => {
    const failures: unknown[] = [];
    const error = new RangeError('no room for jan@example.org');
    const port = await gateway({ deliver: () => Promise.reject(error), failed: (what) => failures.push(what) });
    const refused = await send(port, ADDRESS).catch((thrown: unknown) => thrown);
    expect(refused).toMatchObject({ responseCode: 451 });
    expect(String(refused)).not.toContain('no room');
    expect(failures).toEqual([error]);
  });

  it.each(['other@example.nl', 'support@example.nl.example.org', 'x@sub.desk.example.nl'])(
    'refuses mail for others with its own addresses: %s',
    async (to) => {
      const taken: TakenMail[] = [];
      const port = await gateway({ deliver: async (mail) => void taken.push(mail) });
      await expect(send(port, to)).rejects.toMatchObject({ responseCode: 550 });
      await expect(send(port, to)).rejects.toThrow(ADDRESS);
      expect(taken).toEqual([]);
    },
  );

  it('delivers nothing that is too large', async () => {
    const taken: TakenMail[] = [];
    const port = await gateway({ largestBytes: 1000, deliver: async (mail) => void taken.push(mail) });
    await expect(send(port, ADDRESS, `${RAW}${'x'.repeat(1000)}\r\n`)).rejects.toMatchObject({ responseCode: 552 });
    expect(taken).toEqual([]);
    await send(port, ADDRESS);
    expect(taken).toHaveLength(1);
  });
});
