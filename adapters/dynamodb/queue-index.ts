import { paginateQuery } from '@aws-sdk/client-dynamodb';
import { StoredItemInvalidError } from '../../domain/errors.ts';
import type { DynamoDbDependencies } from './dependencies.ts';
import type { Item } from './items.ts';
import { PARTITION_KEY, type Queue, QUEUE_INDEX, queueBound, queueItemPrefix, queuePartitions } from './keys.ts';

/**
 * Ids of a queue's items due at `until` (wall time text), earliest first, at most `limit`. Every shard is read to its
 * end or to the limit. An index lags behind its table by moments: whoever acts on an id reads the item first.
 */
export async function listQueue(
  { client, tables }: Pick<DynamoDbDependencies<'deskTable'>, 'client' | 'tables'>,
  queue: Queue,
  until: string,
  limit = Number.POSITIVE_INFINITY,
): Promise<readonly string[]> {
  const shards = await Promise.all(queuePartitions(queue).map((partition) => listShard(partition)));
  const due = shards.flat().toSorted((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
  return due.slice(0, limit).map(({ id }) => id);

  async function listShard(partition: string): Promise<readonly QueueEntry[]> {
    const entries: QueueEntry[] = [];
    const pages = paginateQuery(
      { client },
      {
        TableName: tables.deskTable,
        IndexName: QUEUE_INDEX.name,
        KeyConditionExpression: '#partition = :partition AND #sort < :bound',
        ExpressionAttributeNames: { '#partition': QUEUE_INDEX.partitionKey, '#sort': QUEUE_INDEX.sortKey },
        ExpressionAttributeValues: { ':partition': { S: partition }, ':bound': { S: queueBound(until) } },
        ...(Number.isFinite(limit) ? { Limit: limit } : {}),
      },
    );
    for await (const page of pages) {
      entries.push(...(page.Items ?? []).map((item) => entryOf(queue, item)));
      if (entries.length >= limit) break;
    }
    return entries;
  }
}

interface QueueEntry {
  readonly id: string;
  readonly sortKey: string;
}

function entryOf(queue: Queue, item: Item): QueueEntry {
  const partition = item[PARTITION_KEY]?.S ?? '';
  const sortKey = item[QUEUE_INDEX.sortKey]?.S;
  const prefix = queueItemPrefix(queue);
  if (!partition.startsWith(prefix) || sortKey === undefined) throw new StoredItemInvalidError(partition);
  return { id: partition.slice(prefix.length), sortKey };
}
