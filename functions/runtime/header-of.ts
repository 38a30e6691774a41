import type { APIGatewayProxyEvent } from 'aws-lambda';

/** A request header by its lower-case name; clients and gateways spell them in every case. */
export function headerOf(event: APIGatewayProxyEvent, name: string): string | undefined {
  const found = Object.entries(event.headers ?? {}).find(([key]) => key.toLowerCase() === name);
  return found?.[1];
}

export const FORM_MEDIA_TYPE = 'application/x-www-form-urlencoded';

/** The media type of a call's body, in lower case and without parameters. */
export function mediaTypeOf(event: APIGatewayProxyEvent): string | undefined {
  return headerOf(event, 'content-type')?.split(';')[0]?.trim().toLowerCase();
}
