import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** One answer of the table: a body, an error by its name, or nothing at all. */
export type ScriptedAnswer =
  | { readonly body: object }
  | { readonly error: string; readonly body?: object }
  | { readonly lost: true };

type Body = Readonly<Record<string, unknown>>;
/** An answer may depend on the request, as when a refusal shows what the request itself stored. */
export type Scripted = ScriptedAnswer | ((request: Body) => ScriptedAnswer);

/**
 * A real client, with the SDK's own retries, that talks to a script instead of a network; the last answer repeats.
 * `requests` are the bodies it was sent.
 */
export function createScriptedClient(script: readonly Scripted[]): {
  readonly client: DynamoDBClient;
  readonly requests: readonly Body[];
} {
  const requests: Body[] = [];
  const handle = async (request: { readonly body: Uint8Array }) => {
    const body = JSON.parse(new TextDecoder().decode(request.body)) as Body;
    const next = script[Math.min(requests.length, script.length - 1)];
    requests.push(body);
    const answer = typeof next === 'function' ? next(body) : next;
    if (answer === undefined || 'lost' in answer) {
      throw Object.assign(new Error('no answer'), { name: 'TimeoutError' });
    }
    const isError = 'error' in answer;
    const content = isError
      ? { __type: `com.amazonaws.dynamodb.v20120810#${answer.error}`, message: answer.error, ...answer.body }
      : answer.body;
    return {
      response: {
        statusCode: isError ? 400 : 200,
        headers: { 'content-type': 'application/x-amz-json-1.0' },
        body: new TextEncoder().encode(JSON.stringify(content)),
      },
    };
  };
  const client = new DynamoDBClient({
    region: 'eu-west-1',
    endpoint: 'http://127.0.0.1:9',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 3,
    requestHandler: { handle, metadata: { handlerProtocol: 'http/1.1' } } as never,
  });
  return { client, requests };
}
