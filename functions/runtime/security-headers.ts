import type middy from '@middy/core';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { HttpAnswer } from './http-answer.ts';

const POLICY = {
  before: "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'",
  after: "; base-uri 'none'; frame-ancestors 'none'",
};

/** Sent with every answer. Nothing from elsewhere, nothing inline, nothing kept, not in anybody's frame. */
const SECURITY_HEADERS = {
  'content-security-policy': `${POLICY.before}${POLICY.after}`,
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
} as const;

/** An answer whose forms may also lead to one other origin, by themselves or by where an answer to them leads. */
export function withFormsTo(answer: HttpAnswer, origin: string): HttpAnswer {
  const policy = `${POLICY.before} ${origin}${POLICY.after}`;
  return { ...answer, headers: { ...answer.headers, 'content-security-policy': policy } };
}

/** Adds them, whatever the answer; a header an answer sets itself (caching of assets) stays. */
export function securityHeaders(): middy.MiddlewareObj<APIGatewayProxyEvent, HttpAnswer> {
  return { after: addHeaders, onError: addHeaders };
}

const addHeaders: middy.MiddlewareFn<APIGatewayProxyEvent, HttpAnswer> = (request) => {
  if (request.response === null || request.response === undefined) return;
  request.response.headers = { ...SECURITY_HEADERS, ...request.response.headers };
};
