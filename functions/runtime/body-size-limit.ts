import type middy from '@middy/core';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { problemOf } from '../../contracts/http/problem.ts';
import { FORM_MEDIA_TYPE, mediaTypeOf } from './header-of.ts';
import type { HttpAnswer } from './http-answer.ts';
import { ProblemError } from './problem-error.ts';

const MAX_BODY_BYTES = 64 * 1024;
/** Forms write a character of another script in up to twelve. */
const MAX_FORM_BYTES = 4 * MAX_BODY_BYTES;

/** Refuses a body over 64 KiB, a form over 256 KiB, before anything reads it (threat 15). */
export function bodySizeLimit(): middy.MiddlewareObj<APIGatewayProxyEvent, HttpAnswer> {
  return {
    before: ({ event }) => {
      const most = mediaTypeOf(event) === FORM_MEDIA_TYPE ? MAX_FORM_BYTES : MAX_BODY_BYTES;
      if (Buffer.byteLength(event.body ?? '') > most) throw new ProblemError(problemOf('body-too-large'));
    },
  };
}
