import type { Update } from '@aws-sdk/client-dynamodb';
import { REQUEST_TYPE_RULES, type RequestType } from '../../domain/cases/request-types.ts';
import {
  type FigureIncrement,
  type Figures,
  figureCountsSchema,
  figuresSchema,
  NO_COUNTS,
  sumByType,
} from '../../domain/figures/figures.ts';
import type { FiguresReader } from '../../domain/ports.ts';
import * as z from 'zod';
import type { DynamoDbDependencies, Tables } from './dependencies.ts';
import { toItem, toKey } from './items.ts';
import { deskKeys, FIGURES_TYPE_PREFIX, PARTITION_KEY } from './keys.ts';
import { readItems } from './read-item.ts';

/** What people send in thousands after one advertisement must not queue for one item of the table. */
const SHARDS_AT_ONCE = 10;

/** Days are counted in attributes of the item itself: nothing can be added to a map that is not there yet. */
const DAYS_PREFIX = 'days_';

/** Reads figures, strongly consistent. Throws StoredItemInvalidError. */
export function createDynamoDbFiguresReader({
  client,
  tables,
}: Pick<DynamoDbDependencies<'deskTable'>, 'client' | 'tables'>): FiguresReader {
  return {
    listMonth: async (month) => {
      const partition = deskKeys.figures(month, '', 0)[PARTITION_KEY] ?? '';
      return sumByType(await readItems(client, tables.deskTable, partition, FIGURES_TYPE_PREFIX, storedFiguresSchema));
    },
  };
}

/**
 * The writes that add to the figures, for the transaction that closes a case: one for each month and type. They are
 * never refused. The write id only spreads them: it is not stored.
 */
export function figureWrites(
  { deskTable }: Pick<Tables, 'deskTable'>,
  writeId: string,
  figures: readonly FigureIncrement[],
): readonly Update[] {
  return sumByType(figures).map(({ schemaVersion, month, requestType, counts, days }) => {
    const head = Object.entries(toItem({ schemaVersion, month, requestType }));
    const added = Object.entries(toItem(counts, prefixed(days))).filter(([, value]) => value.N !== '0');
    const all = [...head, ...added];
    const terms = (from: number, to: number, sign: string) =>
      all
        .slice(from, to)
        .map((_, index) => `#a${from + index}${sign}:a${from + index}`)
        .join(', ');
    return {
      TableName: deskTable,
      Key: toKey(deskKeys.figures(month, requestType, shardOf(requestType, writeId))),
      UpdateExpression: `SET ${terms(0, head.length, ' = ')} ADD ${terms(head.length, all.length, ' ')}`,
      ExpressionAttributeNames: Object.fromEntries(all.map(([name], index) => [`#a${index}`, name])),
      ExpressionAttributeValues: Object.fromEntries(all.map(([, value], index) => [`:a${index}`, value])),
    };
  });
}

function shardOf(requestType: RequestType, writeId: string): number {
  if (!REQUEST_TYPE_RULES[requestType].carriedOutAtOnce) return 0;
  return (Buffer.from(writeId, 'base64url')[0] ?? 0) % SHARDS_AT_ONCE;
}

function prefixed(days: Figures['days']): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(days).map(([key, closed]) => [`${DAYS_PREFIX}${key}`, closed]));
}

/** An item as the figures it stands for; a counter that was never added to is absent and means zero. */
const storedFiguresSchema = z.preprocess((item) => {
  if (typeof item !== 'object' || item === null) return item;
  const head: Record<string, unknown> = {};
  const counts: Record<string, unknown> = { ...NO_COUNTS };
  const days: Record<string, unknown> = {};
  for (const [name, value] of Object.entries<unknown>({ ...item })) {
    if (name.startsWith(DAYS_PREFIX)) days[name.slice(DAYS_PREFIX.length)] = value;
    else if (name in figureCountsSchema.shape) counts[name] = value;
    else head[name] = value;
  }
  return { ...head, counts, days };
}, figuresSchema);
