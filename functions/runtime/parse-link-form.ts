import type { APIGatewayProxyEvent } from 'aws-lambda';
import type * as z from 'zod';
import { problemOf } from '../../contracts/http/problem.ts';
import { ProblemError } from './problem-error.ts';
import { formFields, readForm } from './read-form.ts';

/** A form that carries the secret of a link. One without a well-formed secret is as good as a wrong link. Throws ProblemError. */
export function parseLinkForm<Schema extends z.ZodType>(
  event: APIGatewayProxyEvent,
  publicUrl: string,
  schema: Schema,
): z.output<Schema> {
  const parsed = schema.safeParse(formFields(readForm(event, publicUrl)));
  if (parsed.success) return parsed.data;
  const aboutToken = parsed.error.issues.some((issue) => issue.path[0] === 'token');
  throw new ProblemError(problemOf(aboutToken ? 'not-found' : 'invalid-body'), aboutToken);
}
