import { paginateQuery } from '@aws-sdk/client-dynamodb';
import { type ListEntry, listEntrySchema } from '../../domain/consents/subscriber.ts';
import type { SubscriberLists } from '../../domain/consents/ports.ts';
import { listCursor, readListCursor } from '../list-cursor.ts';
import type { DynamoDbDependencies } from './dependencies.ts';
import { fromItem } from './items.ts';
import { deskKeys, type Key, LIST_SHARDS, PARTITION_KEY, SORT_KEY } from './keys.ts';
import { readBatch } from './read-batch.ts';

/**
 * The lists in DynamoDB, strongly consistent. A list is spread over sixteen partitions by the first digit of the hash
 * and read one after the other, each in order of key and hash. Throws StoredItemInvalidError, and `find`
 * ConcurrentChangeError.
 */
export function createDynamoDbSubscriberLists(
  dependencies: Pick<DynamoDbDependencies<'deskTable'>, 'client' | 'tables' | 'randomBytes' | 'pause'>,
): SubscriberLists {
  const { client, tables } = dependencies;
  const TableName = tables.deskTable;

  return {
    page: async (topic, cursor, limit) => {
      const entries: ListEntry[] = [];
      const wanted = limit + 1;
      for (const start of startsBehind(topic, cursor)) {
        entries.push(...(await readShard(start, wanted - entries.length)));
        if (entries.length >= wanted) break;
      }
      const page = entries.slice(0, limit);
      const last = entries.length > limit ? page.at(-1) : undefined;
      return { entries: page, next: last === undefined ? null : listCursor(topic, last.contact) };
    },

    find: async (topic, contacts) => {
      const keys = contacts.map((contact) => deskKeys.listEntry(topic, contact));
      const items = await readBatch(dependencies, TableName, keys);
      return items.map((item) => fromItem(listEntrySchema, item));
    },
  };

  async function readShard(start: Key, wanted: number): Promise<readonly ListEntry[]> {
    const entries: ListEntry[] = [];
    const pages = paginateQuery(
      { client },
      {
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: '#partition = :partition AND #sort > :behind',
        ExpressionAttributeNames: { '#partition': PARTITION_KEY, '#sort': SORT_KEY },
        ExpressionAttributeValues: {
          ':partition': { S: start[PARTITION_KEY] ?? '' },
          ':behind': { S: start[SORT_KEY] ?? '' },
        },
        Limit: wanted,
      },
    );
    for await (const { Items = [] } of pages) {
      entries.push(...Items.map((item) => fromItem(listEntrySchema, item)));
      if (entries.length >= wanted) break;
    }
    return entries.slice(0, wanted);
  }
}

/** Where each partition that is left is read from: the first behind the cursor, the rest from the beginning. */
function startsBehind(topic: string, cursor: string | null): readonly Key[] {
  if (cursor === null) return LIST_SHARDS.map((digit) => deskKeys.listEntry(topic, { kid: '', mac: digit }));
  const contact = readListCursor(topic, cursor);
  const later = LIST_SHARDS.filter((digit) => digit > contact.mac.slice(0, 1));
  const rest = later.map((digit) => deskKeys.listEntry(topic, { kid: '', mac: digit }));
  return [deskKeys.listEntry(topic, contact), ...rest];
}
