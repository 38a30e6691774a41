import type { APIGatewayProxyEvent } from 'aws-lambda';
import type * as z from 'zod';
import { ONE_CLICK, unsubscribeFormSchema } from '../../contracts/http/consents.ts';
import { problemOf } from '../../contracts/http/problem.ts';
import { FORM_MEDIA_TYPE, headerOf, mediaTypeOf } from '../runtime/header-of.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import { bodyText } from '../runtime/read-json.ts';

const MEDIA_TYPES: ReadonlySet<string | undefined> = new Set([FORM_MEDIA_TYPE, 'multipart/form-data']);

/**
 * What a post to an unsubscribe address asks for. A mail provider may send it in either form (RFC 8058 section 3.2).
 * Throws ProblemError: 415, 400 or 422.
 */
export async function readUnsubscribeForm(
  event: APIGatewayProxyEvent,
): Promise<z.output<typeof unsubscribeFormSchema>> {
  if (!MEDIA_TYPES.has(mediaTypeOf(event))) {
    const detail = `Send the body as ${[...MEDIA_TYPES].join(' or ')}.`;
    throw new ProblemError({ ...problemOf('unsupported-media-type'), detail });
  }
  const form = await formOf(event);
  const valuesOf = (name: string) => {
    const values = form.getAll(name).map((value) => (typeof value === 'string' ? value.trim() : value));
    return values.length === 0 ? undefined : values;
  };
  const parsed = unsubscribeFormSchema.safeParse({
    [ONE_CLICK.name]: valuesOf(ONE_CLICK.name),
    stop: valuesOf('stop'),
  });
  if (!parsed.success) throw new ProblemError(problemOf('invalid-body'));
  return parsed.data;
}

async function formOf(event: APIGatewayProxyEvent): Promise<FormData> {
  // Programs that write bare line feeds between parts mean what RFC 2046 section 5.1.1 says.
  const body = bodyText(event).replaceAll(/\r?\n/g, '\r\n');
  // A header may come folded (RFC 9112 section 5.2).
  const contentType = (headerOf(event, 'content-type') ?? '').replaceAll(/\s+/g, ' ').trim();
  try {
    return await new Response(body, { headers: { 'content-type': contentType } }).formData();
  } catch {
    // Without a cause: the parser's message may quote the body.
    throw new ProblemError({ ...problemOf('malformed-body'), detail: 'The body is not a well-formed form.' });
  }
}
