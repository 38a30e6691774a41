import { setTimeout as sleep } from 'node:timers/promises';
import type * as z from 'zod';
import {
  addressesCheckedSchema,
  type importBodySchema,
  subscriberPageSchema,
  subscribersImportedSchema,
} from '../../contracts/http/subscribers.ts';
import type { DeskAddress } from './desk-address.ts';
import { createSigner } from './sign-call.ts';

export type RawImportLine = z.input<typeof importBodySchema>['lines'][number];
export type ImportResult = z.output<typeof subscribersImportedSchema>['results'][number];
export type Subscriber = z.output<typeof subscriberPageSchema>['subscribers'][number];
export type SubscriberPage = z.output<typeof subscriberPageSchema>;
export type CheckResult = z.output<typeof addressesCheckedSchema>['results'][number];

/** What a newsletter tool does with the lists of a desk. Every call throws SubscriberApiError. */
export interface SubscriberApi {
  readonly page: (topic: string, cursor: string | null, limit: number) => Promise<SubscriberPage>;
  readonly check: (topic: string, emails: readonly string[]) => Promise<readonly CheckResult[]>;
  readonly importLines: (
    topic: string,
    lines: readonly RawImportLine[],
    dryRun: boolean,
  ) => Promise<readonly ImportResult[]>;
}

/** The desk did not do what it was asked. The message is one sentence for whoever runs the tool. */
export class SubscriberApiError extends Error {
  override readonly name = 'SubscriberApiError';
}

export interface Retries {
  readonly tries: number;
  /** Doubled after each try. */
  readonly firstPauseMilliseconds: number;
}

const usualRetries: Retries = { tries: 6, firstPauseMilliseconds: 500 };
const patienceMilliseconds = 30_000;

/**
 * The lists of a desk, by its signed API. A call that finds the desk busy or away is made again: all of them may be, an
 * import too.
 */
export function createSubscriberApi(
  desk: Pick<DeskAddress, 'url' | 'engine' | 'region'>,
  retries: Retries = usualRetries,
): SubscriberApi {
  const sign = createSigner(desk);
  const call = async (method: 'GET' | 'POST', path: string, value?: unknown): Promise<unknown> => {
    const url = new URL(`${desk.url}/api/topics/${path}`);
    const body = value === undefined ? undefined : JSON.stringify(value);
    for (let attempt = 1, pause = retries.firstPauseMilliseconds; ; attempt += 1, pause *= 2) {
      const unsigned = body === undefined ? {} : { 'content-type': 'application/json' };
      const headers = await sign({ method, url, headers: unsigned, ...(body !== undefined && { body }) });
      const signal = AbortSignal.timeout(patienceMilliseconds);
      const response = await fetch(url, { method, headers, signal, ...(body !== undefined && { body }) }).catch(
        (error: unknown) => describe(error),
      );
      if (typeof response !== 'string' && response.ok) return response.json();
      if (typeof response !== 'string') await response.body?.cancel();
      const isPassing = typeof response === 'string' || response.status === 429 || response.status >= 500;
      if (!isPassing || attempt >= retries.tries) throw new SubscriberApiError(sentenceFor(response, desk.url));
      await sleep(pause);
    }
  };
  return {
    page: async (topic, cursor, limit) => {
      const query = new URLSearchParams({ limit: String(limit), ...(cursor !== null && { cursor }) });
      return parsed(
        subscriberPageSchema,
        await call('GET', `${encodeURIComponent(topic)}/subscribers?${query.toString()}`),
      );
    },
    check: async (topic, emails) =>
      parsed(addressesCheckedSchema, await call('POST', `${encodeURIComponent(topic)}/check`, { emails })).results,
    importLines: async (topic, lines, dryRun) => {
      const answer = await call('POST', `${encodeURIComponent(topic)}/imports`, { dryRun, lines });
      const { results } = parsed(subscribersImportedSchema, answer);
      if (results.length !== lines.length)
        throw new SubscriberApiError('The desk answered for other lines than asked.');
      return results;
    },
  };
}

function parsed<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.output<Schema> {
  const read = schema.safeParse(answer);
  if (!read.success) throw new SubscriberApiError('The desk answered something this version does not know.');
  return read.data;
}

function sentenceFor(response: Response | string, url: string): string {
  if (typeof response === 'string') return `${url} cannot be reached (${response}).`;
  switch (response.status) {
    case 403:
      return 'The desk refuses these credentials: the principal is not one that may use the lists (setting newsletterPrincipals).';
    case 404:
      return 'The desk has no such topic, or takes the call for one that is not signed.';
    default:
      return `The desk answered ${response.status}.`;
  }
}

/** The code of what went wrong on the way; no message, which may hold the body. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : error.name;
}
