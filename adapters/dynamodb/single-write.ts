import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { retryWhenBusy } from './busy-retry.ts';
import type { DynamoDbDependencies } from './dependencies.ts';
import type { Item } from './items.ts';

/** What a conditional write came to; a refusal brings the item that stood in its way, if the write asked for it. */
export type WriteOutcome<Output> =
  | { readonly written: true; readonly output: Output }
  | { readonly written: false; readonly stored: Item | undefined };

/** Makes one conditional write, repeated while the item is busy. Throws ConcurrentChangeError when it stays so. */
export async function writeConditionally<Output>(
  dependencies: Pick<DynamoDbDependencies, 'randomBytes' | 'pause'>,
  write: () => Promise<Output>,
): Promise<WriteOutcome<Output>> {
  try {
    return { written: true, output: await retryWhenBusy(dependencies, write) };
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return { written: false, stored: error.Item };
    throw error;
  }
}
