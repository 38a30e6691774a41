import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { LocalDeskError } from '../../../tools/local/local-desk-error.ts';
import { assertPortFree, freePortFrom, freePorts } from '../../../tools/local/ports.ts';

const servers = new Set<ReturnType<typeof createServer>>();

async function occupy(port: number, host: string): Promise<void> {
  const server = createServer().listen(port, host);
  servers.add(server);
  await once(server, 'listening');
}

afterEach(() => {
  for (const server of servers) server.close();
  servers.clear();
});

describe('a port the desk wants', () => {
  it('is free when nobody listens', async () => {
    const { engine } = await freePorts();
    await expect(assertPortFree(engine, 'the engine', 'end that one.')).resolves.toBeUndefined();
  });

  it.each(['127.0.0.1', '0.0.0.0'])(
    'is busy when another program listens on %s, and the sentence names it',
    async (host) => {
      const { mailbox } = await freePorts();
      await occupy(mailbox, host);
      const refusal = assertPortFree(mailbox, 'the mailbox', 'end that one.');
      await expect(refusal).rejects.toThrow(LocalDeskError);
      await expect(refusal).rejects.toThrow(
        `Port ${mailbox}, where the mailbox should listen, is in use by another program: end that one.`,
      );
    },
  );

  it('is the next one where any nearby will do and the first is in use', async () => {
    const { inbound } = await freePorts();
    await occupy(inbound, '127.0.0.1');
    const found = await freePortFrom(inbound);
    expect(found).toBeGreaterThan(inbound);
    expect(found).toBeLessThan(inbound + 20);
  });

  it('is one of four different ones when any will do', async () => {
    const ports = await freePorts();
    expect(new Set(Object.values(ports)).size).toBe(4);
  });
});
