import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type * as z from 'zod';
import {
  requestAcceptedSchema,
  type submitRehearsalSchema,
  type submitRequestSchema,
} from '../../contracts/http/submit-request.ts';
import type { DeskAddress } from './desk-address.ts';
import { createSigner } from './sign-call.ts';

export type RequestBody = z.input<typeof submitRequestSchema>;
export type RehearsalBody = z.input<typeof submitRehearsalSchema>;

/** What the desk answered to a request, and between which wall instants it was received. */
export type Accepted = z.output<typeof requestAcceptedSchema> & {
  readonly sentAt: Temporal.Instant;
  readonly answeredAt: Temporal.Instant;
};

/** The desk did not accept a request. */
class NotAcceptedError extends Error {
  override readonly name = 'NotAcceptedError';
  readonly status: number;
  constructor(status: number, type: string) {
    super(`The desk answered ${status} ${type}`.trim());
    this.status = status;
  }
}

const patienceMilliseconds = 30_000;

/** `POST /api/requests`, as anybody may. Throws NotAcceptedError. */
export function submitRequest(desk: DeskAddress, body: RequestBody, key: string = randomUUID()): Promise<Accepted> {
  return send(`${desk.url}/api/requests`, jsonHeaders(key), JSON.stringify(body));
}

/** `POST /api/rehearsals`, signed (SigV4, service execute-api). Throws NotAcceptedError. */
export async function submitRehearsal(
  desk: DeskAddress,
  body: RehearsalBody,
  key: string = randomUUID(),
): Promise<Accepted> {
  const url = new URL(`${desk.url}/api/rehearsals`);
  const text = JSON.stringify(body);
  const headers = await createSigner(desk)({ method: 'POST', url, headers: jsonHeaders(key), body: text });
  return send(url.href, headers, text);
}

function jsonHeaders(key: string): Readonly<Record<string, string>> {
  return { 'content-type': 'application/json', 'idempotency-key': key };
}

async function send(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<Accepted> {
  const sentAt = Temporal.Now.instant();
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body,
    signal: AbortSignal.timeout(patienceMilliseconds),
  });
  const answer: unknown = await response.json().catch(() => ({}));
  const answeredAt = Temporal.Now.instant();
  const accepted = requestAcceptedSchema.safeParse(answer);
  if (response.status !== 202 || !accepted.success) throw new NotAcceptedError(response.status, typeOf(answer));
  return { ...accepted.data, sentAt, answeredAt };
}

function typeOf(answer: unknown): string {
  return typeof answer === 'object' && answer !== null && 'type' in answer && typeof answer.type === 'string'
    ? answer.type
    : '';
}
