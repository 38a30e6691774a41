import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { createSecretsManagerClient } from '../../../adapters/aws-clients.ts';
import { awsConfigOf } from '../../../tools/desk-client/aws-config.ts';
import { waitFor } from '../../../tools/desk-client/wait.ts';
import { desk } from './running-desk.ts';

/** A call the desk made. */
export interface ToolCall {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface NewsletterTool {
  readonly calls: readonly ToolCall[];
  /** The status every later call is answered with; 204 until then. */
  readonly answerWith: (status: number) => void;
  readonly stop: () => Promise<void>;
}

/** Listens where the desk was told that the newsletter tool is. */
export async function startNewsletterTool(): Promise<NewsletterTool> {
  const port = Number(new URL(await webhookAddress()).port);
  const calls: ToolCall[] = [];
  let status = 204;
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    calls.push({ headers: request.headers, body: await text(request) });
    response.writeHead(status).end();
  };
  const server = createServer((request, response) => void take(request, response));
  // Somebody may use the port for a moment, such as for a connection of their own.
  await waitFor('the port of the newsletter tool', 60, async () => {
    server.listen(port, '127.0.0.1');
    return once(server, 'listening').catch(() => undefined);
  });
  return {
    calls,
    answerWith: (next) => {
      status = next;
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function webhookAddress(): Promise<string> {
  const command = new GetFunctionConfigurationCommand({ FunctionName: desk.dispatchOutboxName });
  const { Environment } = await new LambdaClient(awsConfigOf(desk)).send(command);
  const address = Environment?.Variables?.['NEWSLETTER_WEBHOOK'] ?? '';
  if (address === '') throw new Error('this desk calls no newsletter tool: run these tests with npm test.');
  return address;
}

/** What the calls are signed with, as its operator gives it to the tool. */
export async function webhookSecret(): Promise<string> {
  const command = new GetSecretValueCommand({ SecretId: desk.webhookSecretArn });
  const { SecretString } = await createSecretsManagerClient().send(command);
  return `whsec_${SecretString ?? ''}`;
}
