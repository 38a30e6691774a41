import type { APIGatewayProxyEvent } from 'aws-lambda';
import { type Language, languageSchema } from '../../domain/languages.ts';
import { headerOf } from './header-of.ts';

/** The language of a page: asked for in the address, else the browser's first that the desk speaks, else the given one. */
export function languageOf(event: APIGatewayProxyEvent, otherwise: Language): Language {
  const asked = languageSchema.safeParse(event.queryStringParameters?.['language']);
  if (asked.success) return asked.data;
  const accepted = (headerOf(event, 'accept-language') ?? '')
    .split(',')
    .map((range) => range.trim().slice(0, 2).toLowerCase());
  const spoken = accepted.find((tag) => languageSchema.safeParse(tag).success);
  return languageSchema.catch(otherwise).parse(spoken);
}
