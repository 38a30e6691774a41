import { MailNotSentError } from '../../domain/errors.ts';

/** The connection was never made, so nothing can have left. */
const NEVER_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CredentialsProviderError',
]);

/**
 * What a failed send means (rule R9): a refusal by SES (4xx, throttling included) or by the network means that nothing
 * left; anything else, such as a timeout, 5xx or a reset connection, that it may have. The code is the error's name or
 * system code, never its message: SES puts addresses into those.
 */
export function classifySendError(error: unknown): MailNotSentError {
  const code = codeOf(error);
  const status = statusOf(error);
  const refused = status !== undefined && status >= 400 && status < 500;
  return new MailNotSentError(code, !(refused || NEVER_CONNECTED.has(code)));
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UnknownError';
  return 'code' in error && typeof error.code === 'string' && /^[A-Z_0-9]{2,40}$/.test(error.code)
    ? error.code
    : error.name;
}

function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('$metadata' in error)) return undefined;
  const metadata = error.$metadata;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}
