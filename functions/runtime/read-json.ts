import type { APIGatewayProxyEvent } from 'aws-lambda';
import type * as z from 'zod';
import { problemOf } from '../../contracts/http/problem.ts';
import { mediaTypeOf } from './header-of.ts';
import { ProblemError } from './problem-error.ts';

/** The JSON body of a call, parsed by its schema. Throws ProblemError: 415, 400 or 422. */
export function readJson<Schema extends z.ZodType>(event: APIGatewayProxyEvent, schema: Schema): z.output<Schema> {
  if (mediaTypeOf(event) !== 'application/json') throw new ProblemError(problemOf('unsupported-media-type'));
  const parsed = schema.safeParse(parseJson(bodyText(event)));
  if (!parsed.success) throw new ProblemError(problemOf('invalid-body', parsed.error.issues));
  return parsed.data;
}

/** The body as text; the gateway may hand it over in base 64. */
export function bodyText(event: APIGatewayProxyEvent): string {
  const body = event.body ?? '';
  return event.isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Without a cause: the parser's message quotes the body.
    throw new ProblemError(problemOf('malformed-body'));
  }
}
