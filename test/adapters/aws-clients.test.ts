import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createDynamoDbClient,
  createSecretsManagerClient,
  createSesClient,
  createStepFunctionsClient,
} from '../../adapters/aws-clients.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listenInSilence(): Promise<{ readonly url: string; readonly calls: () => number }> {
  let calls = 0;
  const server = createServer(() => {
    calls += 1;
  });
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls: () => calls };
}

describe('an AWS client', () => {
  it('ends a call that is never answered, after its attempts', async () => {
    const { url, calls } = await listenInSilence();
    vi.stubEnv('AWS_ENDPOINT_URL', url);
    vi.stubEnv('AWS_REGION', 'eu-west-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
    const client = createDynamoDbClient(50);

    await expect(client.send(new ListTablesCommand({}))).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(calls()).toBe(3);
    client.destroy();
  });

  it.each([
    { what: 'mail', create: createSesClient, attempts: 1 },
    { what: 'tables', create: createDynamoDbClient, attempts: 3 },
    { what: 'workflows', create: createStepFunctionsClient, attempts: 3 },
    { what: 'secrets', create: createSecretsManagerClient, attempts: 3 },
  ])('for $what makes $attempts attempt(s)', async ({ create, attempts }) => {
    vi.stubEnv('AWS_REGION', 'eu-west-1');
    const { config } = create();
    expect(await config.maxAttempts()).toBe(attempts);
  });
});
