import type { APIGatewayProxyEvent } from 'aws-lambda';
import { problemOf } from '../../contracts/http/problem.ts';
import { FORM_MEDIA_TYPE, headerOf, mediaTypeOf } from './header-of.ts';
import { ProblemError } from './problem-error.ts';
import { bodyText } from './read-json.ts';

/**
 * The fields of a form sent from one of the desk's own pages. Browsers say where a form comes from
 * (`Sec-Fetch-Site`, `Origin`); a post that does not say it, or says another place, is refused (threat 8).
 * Throws ProblemError: 403 or 415.
 */
export function readForm(event: APIGatewayProxyEvent, publicUrl: string): URLSearchParams {
  if (mediaTypeOf(event) !== FORM_MEDIA_TYPE) throw new ProblemError(problemOf('unsupported-media-type'));
  refuseForeignOrigin(event, publicUrl);
  return new URLSearchParams(bodyText(event));
}

/** Throws ProblemError (403) for a call that does not come from one of the desk's own pages, or does not say so. */
export function refuseForeignOrigin(event: APIGatewayProxyEvent, publicUrl: string): void {
  const site = headerOf(event, 'sec-fetch-site');
  const ownOrigin = headerOf(event, 'origin') === new URL(publicUrl).origin;
  const fromOwnPage = site === undefined ? ownOrigin : site === 'same-origin';
  if (!fromOwnPage) throw new ProblemError(problemOf('foreign-origin'));
}

/** The fields as an object: the last value of a repeated name, empty values left out. */
export function formFields(form: URLSearchParams): Readonly<Record<string, string>> {
  return Object.fromEntries([...form].filter(([, value]) => value.trim() !== ''));
}
