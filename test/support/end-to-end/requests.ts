import { randomBytes } from 'node:crypto';
import type { SubmitRequest } from '../../../contracts/http/submit-request.ts';
import { submitRehearsal } from '../../../tools/desk-client/requests.ts';
import { desk } from './running-desk.ts';
import { type Answered, call } from './web.ts';

/** What a caller of the API learns about a stored request. */
export interface Receipt {
  readonly caseNumber: string;
  readonly collectionCode: string;
  readonly receivedAt: string;
  readonly promisedDate: string;
}

/** A word that occurs nowhere else. */
export function unique(prefix: string): string {
  return `${prefix}${randomBytes(6).toString('hex')}`;
}

/** A request nobody made before; its address is new as well, so that its mails are found. */
export function aRequest(overrides: Partial<SubmitRequest> = {}): SubmitRequest {
  return {
    language: 'en',
    requester: { name: 'Robin Example', email: `${unique('robin.')}@example.com` },
    parts: [{ requestType: 'access' }],
    ...overrides,
  };
}

/** `POST /api/requests` with whatever body and headers; a fresh Idempotency-Key unless told otherwise. */
export function postRequest(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  return call('/api/requests', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': unique('key-'), ...headers },
    body,
  });
}

/** Stores a request through the API. Its days are as short as those of the stage. */
export async function submit(request: SubmitRequest = aRequest()): Promise<Receipt> {
  return receiptOf(await postRequest(JSON.stringify(request)));
}

export interface Pace {
  readonly caseStart?: string;
  readonly dayLastsSeconds?: number;
}

/** Stores a request whose clock runs at its own pace: by default as slowly as real days, so that no rung disturbs. */
export function submitAtPace(request: SubmitRequest = aRequest(), pace: Pace = {}): Promise<Receipt> {
  const rehearsal = { caseStart: new Date().toISOString(), dayLastsSeconds: 86_400, ...pace };
  return submitRehearsal(desk, { ...request, rehearsal });
}

function receiptOf({ status, text }: Answered): Receipt {
  if (status !== 202) throw new Error(`the request was not accepted: ${status} ${text.slice(0, 300)}`);
  return JSON.parse(text) as Receipt;
}
