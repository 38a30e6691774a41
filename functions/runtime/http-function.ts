import { errorCode } from '../../domain/errors.ts';
import middy from '@middy/core';
import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { bodySizeLimit } from './body-size-limit.ts';
import { problemOf } from '../../contracts/http/problem.ts';
import { allowedMethods } from '../../contracts/http/routes.ts';
import { type HttpAnswer, problemAnswer } from './http-answer.ts';
import { log } from './log.ts';
import { ProblemError, problemOfError } from './problem-error.ts';
import { securityHeaders } from './security-headers.ts';

export type OnProblem = (problem: ProblemError, event: APIGatewayProxyEvent) => HttpAnswer;

/** One way in. `onProblem` shows a person a page; without it a problem is answered as RFC 9457 JSON. */
export interface HttpRoute {
  readonly handle: (event: APIGatewayProxyEvent) => Promise<HttpAnswer> | HttpAnswer;
  readonly onProblem?: OnProblem;
}

/** Routes by method and resource pattern, as the gateway knows them: `POST /api/requests`. */
export type RouteTable = Readonly<Record<string, HttpRoute>>;

/**
 * The one bundle of middleware of every function behind the gateway: security headers on every answer, a size limit
 * before anything is parsed, errors turned into problems once, and one log line for what was refused or failed.
 * `onOtherMethod` answers a method the address does not know; what it answers gets the `Allow` header (RFC 9110).
 */
export function httpFunction(routes: RouteTable, onOtherMethod: OnProblem = ({ problem }) => problemAnswer(problem)) {
  return middy<APIGatewayProxyEvent, HttpAnswer, Error, Context>()
    .use(securityHeaders())
    .use({
      onError: (request) => {
        request.response = answerToError(routes, onOtherMethod, request.event, request.error);
      },
    })
    .use(bodySizeLimit())
    .handler(async (event) => {
      const route = routes[routeKey(event)];
      if (route === undefined) throw new ProblemError(problemOf('method-not-allowed'));
      return route.handle(event);
    });
}

function answerToError(
  routes: RouteTable,
  onOtherMethod: OnProblem,
  event: APIGatewayProxyEvent,
  error: unknown,
): HttpAnswer {
  const problem = problemOfError(error);
  const route = routeKey(event);
  const fields = { route, status: problem.problem.status, errorCode: errorCode(error) };
  log(problem.problem.status >= 500 ? 'CALL_FAILED' : 'CALL_REFUSED', fields);
  if (problem.problem.status === 405) {
    const answer = onOtherMethod(problem, event);
    return { ...answer, headers: { ...answer.headers, allow: allowedMethods(event.resource).join(', ') } };
  }
  return routes[route]?.onProblem?.(problem, event) ?? problemAnswer(problem.problem);
}

function routeKey(event: APIGatewayProxyEvent): string {
  return `${event.httpMethod === 'HEAD' ? 'GET' : event.httpMethod} ${event.resource}`;
}
