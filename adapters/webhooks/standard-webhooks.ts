import { Webhook } from 'standardwebhooks';
import { WebhookNotTakenError } from '../../domain/errors.ts';
import type { WebhookSender } from '../../domain/consents/ports.ts';

export interface StandardWebhookOptions {
  /** https, or http on 127.0.0.1. */
  readonly url: string;
  /** Each signs: the one in use first, one that is on its way out behind it. `whsec_` before them may be left out. */
  readonly secrets: readonly string[];
  readonly timeoutMilliseconds?: number;
  /** Milliseconds from any beginning; tells how long ago the other side last kept a call waiting. */
  readonly monotonic?: () => number;
}

/** The webhook cannot be called as it is set up: no https, or no secret. */
export class WebhookSetupError extends Error {
  override readonly name = 'WebhookSetupError';
}

const TIMEOUT_MILLISECONDS = 10_000;
/**
 * After a call that got no answer in time, the next ones fail at once for so long: mails wait behind them in the same
 * batch, and a function that waited for each would run out of its own time.
 */
const REST_MILLISECONDS = 60_000;

/**
 * Calls one address by the Standard Webhooks scheme (standardwebhooks.com): `webhook-id` stays the same for a repeated
 * call, `webhook-timestamp` is that of the try. Taken is a 2xx; a redirect is not followed, and no answer is read. Throws
 * WebhookSetupError when it is made.
 */
export function createStandardWebhookSender(options: StandardWebhookOptions): WebhookSender {
  const { timeoutMilliseconds = TIMEOUT_MILLISECONDS, monotonic = () => performance.now() } = options;
  const url = new URL(options.url);
  const staysHere = url.protocol === 'http:' && url.hostname === '127.0.0.1';
  if (url.protocol !== 'https:' && !staysHere) throw new WebhookSetupError('the webhook needs https');
  const signers = options.secrets.map((secret) => new Webhook(secret));
  if (signers.length === 0) throw new WebhookSetupError('the webhook needs a secret');
  let restsUntil = Number.NEGATIVE_INFINITY;

  return {
    send: async ({ id, at, body }) => {
      if (monotonic() < restsUntil) throw new WebhookNotTakenError('NotAnswering');
      const attemptedAt = new Date(at.epochMilliseconds);
      const headers = {
        'content-type': 'application/json',
        'user-agent': 'privacy-desk',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.epochMilliseconds / 1000)),
        'webhook-signature': signers.map((signer) => signer.sign(id, attemptedAt, body)).join(' '),
      };
      const signal = AbortSignal.timeout(timeoutMilliseconds);
      const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal }).catch(
        (error: unknown) => {
          if (signal.aborted) restsUntil = monotonic() + REST_MILLISECONDS;
          throw new WebhookNotTakenError(codeOf(error));
        },
      );
      await answer.body?.cancel().catch(() => undefined);
      if (!answer.ok) throw new WebhookNotTakenError(String(answer.status));
    },
  };
}

/** Why a call found no answer: `ECONNREFUSED` and its kin, or the name of the error. No message: it may hold the address. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UnknownError';
  const { cause } = error;
  const hasCode = cause instanceof Error && 'code' in cause && typeof cause.code === 'string';
  return hasCode ? String(cause.code) : error.name;
}
