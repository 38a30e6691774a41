import {
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { retryWhenBusy } from './busy-retry.ts';
import type { DynamoDbDependencies } from './dependencies.ts';
import { type Item, writeIdOf } from './items.ts';

/** One write of a transaction, and what a failed condition of it stands for; a write without any has no condition. */
export interface ConditionalWrite {
  readonly write: TransactWriteItem;
  /** The error the whole transaction ends with. */
  readonly refused?: () => Error;
  /** What is to be written instead, now that this is stored; undefined for nothing. Asks less than the write before. */
  readonly insteadOf?: (stored: Item) => ConditionalWrite | undefined;
}

const WRITE_ID_BYTES = 16;

/** A fresh id for one write; also serves as the client request token of a transaction (at most 36 characters). */
export function newWriteId({ randomBytes }: Pick<DynamoDbDependencies, 'randomBytes'>): string {
  return Buffer.from(randomBytes(WRITE_ID_BYTES)).toString('base64url');
}

/**
 * Writes all or nothing, once: every repetition carries the same client request token, and a refusal by an item this
 * very transaction stored counts as done (a repeated conditional write otherwise reports a conflict with itself, rule
 * R8). A refusal throws the error of the earliest refused write, so their order is their precedence; when every refused
 * write says what to write instead, that is done. Throws ConcurrentChangeError when the tables stay busy.
 */
export async function runTransaction(
  dependencies: Pick<DynamoDbDependencies, 'client' | 'randomBytes' | 'pause'>,
  writeId: string,
  writes: readonly ConditionalWrite[],
): Promise<void> {
  let left = writes;
  let token = writeId;
  while (left.length > 0) {
    const cancelled = await attempt(dependencies, token, left);
    if (cancelled === undefined) return;
    const reasons = cancelled.CancellationReasons ?? [];
    if (reasons.some((reason) => isMine(reason.Item, writeId))) return;
    left = writesInstead(left, cancelled);
    token = newWriteId(dependencies);
  }
}

async function attempt(
  dependencies: Pick<DynamoDbDependencies, 'client' | 'randomBytes' | 'pause'>,
  token: string,
  writes: readonly ConditionalWrite[],
): Promise<TransactionCanceledException | undefined> {
  const command = { ClientRequestToken: token, TransactItems: writes.map(({ write }) => write) };
  try {
    await retryWhenBusy(dependencies, () => dependencies.client.send(new TransactWriteItemsCommand(command)));
    return undefined;
  } catch (error) {
    if (error instanceof TransactionCanceledException) return error;
    throw error;
  }
}

function writesInstead(
  writes: readonly ConditionalWrite[],
  cancelled: TransactionCanceledException,
): readonly ConditionalWrite[] {
  const reasons = cancelled.CancellationReasons ?? [];
  const isRefused = (index: number) => reasons[index]?.Code === 'ConditionalCheckFailed';
  const refused = writes.find((write, index) => isRefused(index) && write.insteadOf === undefined);
  if (refused !== undefined) throw refused.refused?.() ?? cancelled;
  if (!writes.some((_, index) => isRefused(index))) throw cancelled;
  return writes.flatMap((write, index) => {
    if (!isRefused(index)) return [write];
    const stored = reasons[index]?.Item;
    if (stored === undefined) throw cancelled;
    return write.insteadOf?.(stored) ?? [];
  });
}

function isMine(stored: Item | undefined, writeId: string): boolean {
  return writeIdOf(stored) === writeId;
}
