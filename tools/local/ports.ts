import { type AddressInfo, createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { codeOf, LocalDeskError } from './local-desk-error.ts';

/** Where the local desk listens, all on 127.0.0.1. */
export type Ports = {
  readonly engine: number;
  readonly mailbox: number;
  /** Where the engine hands over the mails of the desk. */
  readonly smtp: number;
  /** Where the desk takes mail. */
  readonly inbound: number;
};

export const localhost = '127.0.0.1';
const LOOKED_AT = 20;

/** The ports of a local desk: the usual ones, or four in a row from the engine's. */
export function portsFrom(engine?: number): Ports {
  return engine === undefined
    ? { engine: 4566, mailbox: 1080, smtp: 1025, inbound: 2525 }
    : { engine, mailbox: engine + 1, smtp: engine + 2, inbound: engine + 3 };
}

/** Four ports nobody listens on at this moment. */
export async function freePorts(): Promise<Ports> {
  const servers = await Promise.all([listen(0), listen(0), listen(0), listen(0)]);
  const [engine = 0, mailbox = 0, smtp = 0, inbound = 0] = servers.map((server) => portOf(server));
  await Promise.all(servers.map((server) => close(server)));
  return { engine, mailbox, smtp, inbound };
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = await listen(0);
  const port = portOf(server);
  await close(server);
  return port;
}

/**
 * The first of a few ports from this one on that nobody listens on at this moment.
 * @throws LocalDeskError when all of them are in use
 */
export async function freePortFrom(first: number): Promise<number> {
  for (let port = first; port < first + LOOKED_AT; port += 1) {
    const server = await listen(port).catch(() => undefined);
    if (server === undefined) continue;
    await close(server);
    return port;
  }
  throw new LocalDeskError(
    `No port from ${first} to ${first + LOOKED_AT - 1} is free for mail to the desk: end what uses them.`,
  );
}

/**
 * @param owner what wants the port, as the subject of a sentence: `the engine`
 * @param remedy what the engineer can do about it
 * @throws LocalDeskError when somebody else listens there
 */
export async function assertPortFree(port: number, owner: string, remedy: string): Promise<void> {
  try {
    await close(await listen(port));
  } catch (error) {
    const code = codeOf(error);
    const reason =
      code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be opened (${code ?? 'no reason given'})`;
    throw new LocalDeskError(`Port ${port}, where ${owner} should listen, ${reason}: ${remedy}`);
  }
}

async function listen(port: number): Promise<Server> {
  const server = createServer();
  server.listen({ port, host: localhost, exclusive: true });
  await once(server, 'listening');
  return server;
}

async function close(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('a listening server has a port');
  return address.port;
}
