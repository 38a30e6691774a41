import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import {
  CreateFunctionCommand,
  DeleteFunctionCommand,
  GetFunctionCommand,
  InvokeCommand,
  LambdaClient,
} from '@aws-sdk/client-lambda';
import { Temporal } from 'temporal-polyfill';
import { createDynamoDbOutboxStore } from '../../../adapters/dynamodb/outbox-store.ts';
import { OUTBOX_PREFIX } from '../../../adapters/dynamodb/keys.ts';
import { instantText } from '../../../domain/instants.ts';
import { type MailOrder, newOutboxRow } from '../../../domain/outbox/outbox-row.ts';
import { awsConfigOf } from '../../../tools/desk-client/aws-config.ts';
import { waitFor } from '../../../tools/desk-client/wait.ts';
import { unique } from './requests.ts';
import { desk } from './running-desk.ts';
import { allLogLines } from './sinks.ts';
import { storeAccess } from './stored.ts';
import { letOutboxRowAge } from './time-passes.ts';

const lambda = new LambdaClient(awsConfigOf(desk));
const outbox = createDynamoDbOutboxStore(storeAccess);

/**
 * The message of an order as it is handed to SES, headers and all: the engine keeps and relays but a few of them. A twin
 * of the deployed dispatcher, with its code, role and environment, works on a row of its own and hands it in here.
 */
export async function handedToSes(mail: MailOrder): Promise<string> {
  const taken: string[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { Content } = (await json(request)) as { Content: { Raw: { Data: string } } };
    taken.push(Buffer.from(Content.Raw.Data, 'base64').toString('latin1'));
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ MessageId: unique('message-') }));
  };
  const server = createServer((request, response) => void take(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const twin = unique('twin-of-dispatcher-');
  try {
    await createTwin(twin, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    await dispatchBy(twin, mail);
  } finally {
    await lambda.send(new DeleteFunctionCommand({ FunctionName: twin })).catch(() => undefined);
    server.close();
  }
  const [message] = taken;
  if (message === undefined || taken.length > 1) throw new Error(`${taken.length} messages were handed to SES`);
  return message;
}

async function createTwin(name: string, sesEndpoint: string): Promise<void> {
  const { Configuration: original, Code } = await lambda.send(
    new GetFunctionCommand({ FunctionName: desk.dispatchOutboxName }),
  );
  const code = await (await fetch(Code?.Location ?? '')).arrayBuffer();
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName: name,
      Role: original?.Role,
      Runtime: original?.Runtime,
      Handler: original?.Handler,
      Timeout: original?.Timeout,
      MemorySize: original?.MemorySize,
      Code: { ZipFile: new Uint8Array(code) },
      Environment: { Variables: { ...original?.Environment?.Variables, AWS_ENDPOINT_URL_SESV2: sesEndpoint } },
    }),
  );
}

/** The row is not due yet when the stream tells the dispatcher of it, so its twin is the one to claim it. */
async function dispatchBy(twin: string, mail: MailOrder): Promise<void> {
  const now = Temporal.Now.instant();
  const row = newOutboxRow(unique('twin-'), { kind: 'mail', mail }, instantText(now));
  await outbox.add({ ...row, nextAttemptAt: instantText(now.add({ hours: 1 })) });
  await waitFor('the dispatcher to pass it by', 60, async () =>
    (await allLogLines('DispatchOutbox')).find((line) => line.includes(row.outboxId)),
  );
  await letOutboxRowAge(row.outboxId, false);
  const Keys = { pk: { S: `${OUTBOX_PREFIX}${row.outboxId}` } };
  const event = { Records: [{ dynamodb: { SequenceNumber: '1', Keys } }] };
  const { FunctionError } = await lambda.send(
    new InvokeCommand({ FunctionName: twin, Payload: JSON.stringify(event) }),
  );
  const done = await outbox.find(row.outboxId);
  if (FunctionError !== undefined || done?.outcome !== 'sent') {
    throw new Error(
      `the twin of the dispatcher did not send: ${FunctionError ?? done?.lastErrorCode ?? done?.outcome}`,
    );
  }
}

/** The headers of a message, those that were folded in one line. */
export function headersOf(message: string): ReadonlyMap<string, string> {
  const [block = ''] = message.split('\r\n\r\n', 1);
  const lines = block.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}
