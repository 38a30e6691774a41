import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { instantText } from '../../domain/instants.ts';
import type { RateLimiter } from '../../domain/ports.ts';
import { rateWindow } from '../rate-window.ts';
import { retryWhenBusy } from './busy-retry.ts';
import type { DynamoDbDependencies } from './dependencies.ts';
import { fromItem, timeToLive, toItem, toKey } from './items.ts';
import { limitsKeys, TIME_TO_LIVE } from './keys.ts';

const rateSchema = z.strictObject({ schemaVersion: z.literal(1), taken: z.int().min(1) });

/**
 * Rate limits in DynamoDB: one atomic count per subject and window. A call whose answer is lost may count twice.
 * Throws StoredItemInvalidError and ConcurrentChangeError.
 */
export function createDynamoDbRateLimiter(
  dependencies: Pick<DynamoDbDependencies<'limitsTable'>, 'client' | 'tables' | 'randomBytes' | 'pause'>,
): RateLimiter {
  const { client, tables } = dependencies;
  return {
    take: async (limit, now) => {
      const { start, end } = rateWindow(limit, now);
      const key = toKey(limitsKeys.rate(limit.subject, limit.windowSeconds, instantText(start)));
      const command = new UpdateItemCommand({
        TableName: tables.limitsTable,
        Key: key,
        UpdateExpression: 'SET #schemaVersion = :schemaVersion, #timeToLive = :timeToLive ADD #taken :one',
        ExpressionAttributeNames: {
          '#schemaVersion': 'schemaVersion',
          '#timeToLive': TIME_TO_LIVE,
          '#taken': 'taken',
        },
        ExpressionAttributeValues: toItem({
          ':schemaVersion': 1,
          ':timeToLive': timeToLive(instantText(end))[TIME_TO_LIVE],
          ':one': 1,
        }),
        ReturnValues: 'ALL_NEW',
      });
      const { Attributes } = await retryWhenBusy(dependencies, () => client.send(command));
      return fromItem(rateSchema, Attributes ?? key).taken <= limit.atMost;
    },
  };
}
