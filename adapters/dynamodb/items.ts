import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type * as z from 'zod';
import { StoredItemInvalidError } from '../../domain/errors.ts';
import { parseInstant } from '../../domain/instants.ts';
import { issueSummary } from '../issue-summary.ts';
import { CONTACT_INDEX, type Key, PARTITION_KEY, QUEUE_INDEX, SORT_KEY, TIME_TO_LIVE, WRITE_ID } from './keys.ts';

export type Item = Record<string, AttributeValue>;

/** Attributes that serve the table and are no part of what is stored. */
const STORAGE_ATTRIBUTES: ReadonlySet<string> = new Set([
  PARTITION_KEY,
  SORT_KEY,
  TIME_TO_LIVE,
  WRITE_ID,
  QUEUE_INDEX.partitionKey,
  QUEUE_INDEX.sortKey,
  CONTACT_INDEX.partitionKey,
  CONTACT_INDEX.sortKey,
]);

/** Attribute values as the client takes them: null becomes NULL, undefined is dropped. */
export function toItem(...parts: readonly object[]): Item {
  return marshall(Object.assign({}, ...parts), { removeUndefinedValues: true });
}

/** Reads an item back. Throws StoredItemInvalidError when it is not what the schema says. */
export function fromItem<Schema extends z.ZodType>(schema: Schema, item: Item): z.output<Schema> {
  const stored = Object.entries(readAttributes(item)).filter(([name]) => !STORAGE_ATTRIBUTES.has(name));
  const parsed = schema.safeParse(Object.fromEntries(stored));
  if (!parsed.success) throw new StoredItemInvalidError(keyText(item), { cause: issueSummary(parsed.error) });
  return parsed.data;
}

/** The write that stored an item, if it says so. */
export function writeIdOf(item: Item | undefined): string | undefined {
  return item?.[WRITE_ID]?.S;
}

/** Time to live attribute: DynamoDB deletes the item some time after `expiresAt` plus the days given. */
export function timeToLive(expiresAt: string, days = 0): Readonly<Record<string, number>> {
  const at = parseInstant(expiresAt).add({ hours: days * 24 });
  return { [TIME_TO_LIVE]: Math.ceil(at.epochMilliseconds / 1000) };
}

/** A primary key as the client takes it. */
export function toKey(key: Key): Item {
  return marshall(key);
}

/** Refuses what no store ever wrote, such as numbers too large to be read back exactly. */
function readAttributes(item: Item): Readonly<Record<string, unknown>> {
  try {
    return unmarshall(item);
  } catch {
    throw new StoredItemInvalidError(keyText(item));
  }
}

function keyText(item: Item): string {
  return `${item[PARTITION_KEY]?.S ?? '?'} ${item[SORT_KEY]?.S ?? '?'}`;
}
