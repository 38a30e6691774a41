import {
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { retryWhenBusy } from './busy-retry.ts';
import type { DynamoDbDependencies } from './dependencies.ts';
import { type Item, writeIdOf } from './items.ts';

/** One write of a transaction, and the error that a failed condition of it stands for. */
export interface ConditionalWrite {
  readonly write: TransactWriteItem;
  readonly refused: () => Error;
}

const WRITE_ID_BYTES = 16;

/** A fresh id for one write; also serves as the client request token of a transaction (at most 36 characters). */
export function newWriteId({ randomBytes }: Pick<DynamoDbDependencies, 'randomBytes'>): string {
  return Buffer.from(randomBytes(WRITE_ID_BYTES)).toString('base64url');
}

/**
 * Writes all or nothing, once: every repetition carries the same client request token, and a refusal by an item this
 * very transaction stored counts as done (a repeated conditional write otherwise reports a conflict with itself, rule
 * R8). A refusal throws the error of the earliest refused write, so their order is their precedence. Throws
 * ConcurrentChangeError when the tables stay busy.
 */
export async function runTransaction(
  dependencies: Pick<DynamoDbDependencies, 'client' | 'randomBytes' | 'pause'>,
  writeId: string,
  writes: readonly ConditionalWrite[],
): Promise<void> {
  const command = { ClientRequestToken: writeId, TransactItems: writes.map(({ write }) => write) };
  try {
    await retryWhenBusy(dependencies, () => dependencies.client.send(new TransactWriteItemsCommand(command)));
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const reasons = error.CancellationReasons ?? [];
    if (reasons.some((reason) => isMine(reason.Item, writeId))) return;
    const refused = writes.find((_, index) => reasons[index]?.Code === 'ConditionalCheckFailed');
    throw refused === undefined ? error : refused.refused();
  }
}

function isMine(stored: Item | undefined, writeId: string): boolean {
  return writeIdOf(stored) === writeId;
}
