import type { APIGatewayProxyEvent } from 'aws-lambda';
import { httpFunction, type RouteTable } from '../../../functions/runtime/http-function.ts';

/** One HTTP call as API Gateway would hand it to the function behind its resource. */
export interface HttpCall {
  /** Method and resource pattern: `POST /confirm`. */
  readonly route: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | null;
  readonly isBase64Encoded?: boolean;
  readonly query?: Readonly<Record<string, string>>;
  readonly pathParameters?: Readonly<Record<string, string>>;
  /** The address the call comes from. */
  readonly from?: string;
}

export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type Gateway = (call: HttpCall) => Promise<HttpReply>;

/** The functions behind one address: a call goes to the function that has its route, as in the deployed API. */
export function createGateway(tables: readonly RouteTable[]): Gateway {
  const functions = tables.map((table) => ({ table, handler: httpFunction(table) }));
  return async (call) => {
    const found = functions.find(({ table }) => Object.hasOwn(table, call.route)) ?? functions[0];
    if (found === undefined) throw new Error('a gateway has functions');
    const answer = await found.handler(gatewayEvent(call), {});
    return {
      status: answer.statusCode,
      headers: (answer.headers ?? {}) as Record<string, string>,
      body: answer.body,
    };
  };
}

/** The event of a call. */
function gatewayEvent(call: HttpCall): APIGatewayProxyEvent {
  const [httpMethod = '', resource = ''] = call.route.split(' ');
  return {
    httpMethod,
    resource,
    path: resource,
    headers: { ...call.headers },
    multiValueHeaders: {},
    queryStringParameters: call.query === undefined ? null : { ...call.query },
    multiValueQueryStringParameters: null,
    pathParameters: call.pathParameters === undefined ? null : { ...call.pathParameters },
    stageVariables: null,
    body: call.body ?? null,
    isBase64Encoded: call.isBase64Encoded ?? false,
    requestContext: {
      identity: { sourceIp: call.from ?? '203.0.113.7' },
    } as APIGatewayProxyEvent['requestContext'],
  };
}

/** Headers of a form sent from one of the desk's own pages. */
const OWN_FORM = {
  'content-type': 'application/x-www-form-urlencoded',
  'sec-fetch-site': 'same-origin',
} as const;

/** A form post from the desk's own page. */
export function formCall(
  route: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): HttpCall {
  return { route, body: new URLSearchParams(fields).toString(), headers: { ...OWN_FORM, ...headers } };
}
