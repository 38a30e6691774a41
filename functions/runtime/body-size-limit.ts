import type middy from '@middy/core';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { problemOf } from '../../contracts/http/problem.ts';
import type { HttpAnswer } from './http-answer.ts';
import { ProblemError } from './problem-error.ts';

const MAX_BODY_BYTES = 64 * 1024;

/** Refuses a body over 64 KiB before anything reads it (threat 15). */
export function bodySizeLimit(): middy.MiddlewareObj<APIGatewayProxyEvent, HttpAnswer> {
  return {
    before: ({ event }) => {
      if (Buffer.byteLength(event.body ?? '') > MAX_BODY_BYTES) throw new ProblemError(problemOf('body-too-large'));
    },
  };
}
