import type { APIGatewayProxyResult } from 'aws-lambda';
import type { Problem } from '../../contracts/http/problem.ts';

/** An answer before the headers every answer gets. */
export type HttpAnswer = APIGatewayProxyResult;

export function jsonAnswer(statusCode: number, value: unknown): HttpAnswer {
  return { statusCode, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(value) };
}

/** The longest window a limit counts in. */
const RETRY_AFTER_SECONDS = '3600';

/** RFC 9457. */
export function problemAnswer(problem: Problem): HttpAnswer {
  return {
    statusCode: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      ...(problem.status === 429 && { 'retry-after': RETRY_AFTER_SECONDS }),
    },
    body: JSON.stringify(problem),
  };
}

/** A whole page. `cookie` is a Set-Cookie value. */
export function pageAnswer(statusCode: number, page: string, cookie?: string): HttpAnswer {
  return {
    statusCode,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      ...(cookie !== undefined && { 'set-cookie': cookie }),
      ...(statusCode === 429 && { 'retry-after': RETRY_AFTER_SECONDS }),
    },
    body: page,
  };
}

/** The same answer with a Set-Cookie value. */
export function withCookie(answer: HttpAnswer, cookie: string): HttpAnswer {
  return { ...answer, headers: { ...answer.headers, 'set-cookie': cookie } };
}

/** Leads the browser to another page of the desk, with a GET (RFC 9110 section 15.4.4). */
export function redirectAnswer(address: string): HttpAnswer {
  return { statusCode: 303, headers: { location: address }, body: '' };
}
