import { GetItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb';
import type * as z from 'zod';
import type { DynamoDbDependencies } from './dependencies.ts';
import { fromItem, toKey } from './items.ts';
import { type Key, PARTITION_KEY, SORT_KEY } from './keys.ts';

type Client = Pick<DynamoDbDependencies, 'client'>['client'];

/** The item under a key as it is now, or undefined. Throws StoredItemInvalidError when it does not parse. */
export async function readItem<Schema extends z.ZodType>(
  client: Client,
  table: string,
  key: Key,
  schema: Schema,
): Promise<z.output<Schema> | undefined> {
  const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: toKey(key), ConsistentRead: true }));
  return Item === undefined ? undefined : fromItem(schema, Item);
}

/**
 * All items of one partition whose sort key begins so, in order, as they are now. Throws StoredItemInvalidError when
 * one does not parse.
 */
export async function readItems<Schema extends z.ZodType>(
  client: Client,
  table: string,
  partition: string,
  sortKeyPrefix: string,
  schema: Schema,
): Promise<readonly z.output<Schema>[]> {
  const items: z.output<Schema>[] = [];
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: '#partition = :partition AND begins_with(#sort, :prefix)',
      ExpressionAttributeNames: { '#partition': PARTITION_KEY, '#sort': SORT_KEY },
      ExpressionAttributeValues: { ':partition': { S: partition }, ':prefix': { S: sortKeyPrefix } },
    },
  );
  for await (const page of pages) items.push(...(page.Items ?? []).map((item) => fromItem(schema, item)));
  return items;
}
