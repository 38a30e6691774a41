import type { APIGatewayProxyEvent } from 'aws-lambda';

/** A request header by its lower-case name; clients and gateways spell them in every case. */
export function headerOf(event: APIGatewayProxyEvent, name: string): string | undefined {
  const found = Object.entries(event.headers ?? {}).find(([key]) => key.toLowerCase() === name);
  return found?.[1];
}
