import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { ConcurrentChangeError } from '../../domain/errors.ts';
import type { DynamoDbDependencies } from './dependencies.ts';

const ATTEMPTS = 5;
const FIRST_PAUSE_MILLISECONDS = 40;
const LONGEST_PAUSE_MILLISECONDS = 640;

/** The SDK repeats these itself: whoever sees one has waited enough. */
const TOO_BUSY_ERRORS: ReadonlySet<string> = new Set([
  'TransactionInProgressException',
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
]);
const BUSY_ERRORS: ReadonlySet<string> = new Set(['TransactionConflictException', 'UnprocessedItemsError']);
const BUSY_REASONS: ReadonlySet<string> = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]);

/** A batch was stored in part; the rest is for the next attempt. */
export class UnprocessedItemsError extends Error {
  override readonly name = 'UnprocessedItemsError';
}

/**
 * Repeats a write that the table was too busy for, with growing, fully jittered pauses. The SDK retries lost answers
 * and throttled calls, but never a transaction that met another one. Throws ConcurrentChangeError when it stays busy;
 * any other error goes through at once.
 */
export async function retryWhenBusy<Result>(
  { randomBytes, pause }: Pick<DynamoDbDependencies, 'randomBytes' | 'pause'>,
  write: () => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write();
    } catch (error) {
      const tooBusy = error instanceof Error && TOO_BUSY_ERRORS.has(error.name);
      if (!tooBusy && !isBusy(error)) throw error;
      if (tooBusy || attempt === ATTEMPTS) throw new ConcurrentChangeError('the table stayed busy');
    }
    const longest = Math.min(LONGEST_PAUSE_MILLISECONDS, FIRST_PAUSE_MILLISECONDS * 2 ** (attempt - 1));
    await pause(Math.round(longest * fraction(randomBytes(1))));
  }
}

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (!(error instanceof TransactionCanceledException)) return BUSY_ERRORS.has(error.name);
  const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None');
  return !codes.includes('ConditionalCheckFailed') && codes.some((code) => BUSY_REASONS.has(code));
}

function fraction(bytes: Uint8Array): number {
  return (bytes[0] ?? 0) / 255;
}
