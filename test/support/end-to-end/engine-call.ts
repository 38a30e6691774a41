import { desk } from './running-desk.ts';

/** The local engine looks at the key id of its own root key only, not at the signature. */
export function rootAuthorization(service: string): string {
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '');
  const scope = `${day}/${desk.region}/${service}/aws4_request`;
  return `AWS4-HMAC-SHA256 Credential=test/${scope}, SignedHeaders=host, Signature=0`;
}

/** One call to a service of the engine that speaks JSON 1.1, for which the desk needs no client of its own. */
export async function jsonCall(service: string, target: string, input: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(`${desk.engine}/`, {
    method: 'POST',
    headers: {
      authorization: rootAuthorization(service),
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': target,
    },
    body: JSON.stringify(input),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${target} answered ${response.status}: ${text.slice(0, 300)}`);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

/** One call to IAM, which speaks the query protocol; answers its XML. */
export async function iamCall(action: string, input: Readonly<Record<string, string>> = {}): Promise<string> {
  const response = await fetch(`${desk.engine}/`, {
    method: 'POST',
    headers: { authorization: rootAuthorization('iam') },
    body: new URLSearchParams({ Action: action, Version: '2010-05-08', ...input }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${action} answered ${response.status}: ${text.slice(0, 300)}`);
  return text;
}
