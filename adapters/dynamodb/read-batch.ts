import { BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import { retryWhenBusy, UnprocessedItemsError } from './busy-retry.ts';
import type { DynamoDbDependencies } from './dependencies.ts';
import { type Item, toKey } from './items.ts';
import { type Key, PARTITION_KEY, SORT_KEY } from './keys.ts';

/** BatchGetItem takes no more at once. */
export const BATCH_SIZE = 100;

/**
 * The items there are under these keys as they are now, in no order; a key given twice counts once. Throws
 * ConcurrentChangeError when the table stays busy.
 */
export async function readBatch(
  dependencies: Pick<DynamoDbDependencies, 'client' | 'randomBytes' | 'pause'>,
  table: string,
  keys: readonly Key[],
): Promise<readonly Item[]> {
  const distinct = [...new Map(keys.map((key) => [`${key[PARTITION_KEY]} ${key[SORT_KEY]}`, toKey(key)])).values()];
  const items: Item[] = [];
  for (let start = 0; start < distinct.length; start += BATCH_SIZE) {
    let left: Item[] = distinct.slice(start, start + BATCH_SIZE);
    await retryWhenBusy(dependencies, async () => {
      const RequestItems = { [table]: { Keys: left, ConsistentRead: true } };
      const { Responses, UnprocessedKeys } = await dependencies.client.send(new BatchGetItemCommand({ RequestItems }));
      items.push(...(Responses?.[table] ?? []));
      left = UnprocessedKeys?.[table]?.Keys ?? [];
      if (left.length > 0) throw new UnprocessedItemsError();
    });
  }
  return items;
}
