import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { instantText } from '../../domain/instants.ts';
import type { RateLimiter } from '../../domain/ports.ts';
import { rateWindow } from '../rate-window.ts';
import { retryWhenBusy } from './busy-retry.ts';
import type { DynamoDbDependencies } from './dependencies.ts';
import { fromItem, timeToLive, toItem, toKey, writeIdOf } from './items.ts';
import { limitsKeys, PARTITION_KEY, TIME_TO_LIVE, WRITE_ID } from './keys.ts';
import { writeConditionally } from './single-write.ts';
import { newWriteId } from './transaction.ts';

const rateSchema = z.strictObject({ schemaVersion: z.literal(1), taken: z.int().min(1) });

/**
 * Rate limits in DynamoDB: one atomic count per subject and window. A call whose answer is lost may count twice; a yes
 * of `takeOnce` is told once. A subject of `takeOnce` is asked with the same seconds every time. Throws StoredItemInvalidError and ConcurrentChangeError.
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

    takeOnce: async ({ subject, seconds, by }, now) => {
      const writeId = newWriteId(dependencies);
      const lifetime = timeToLive(instantText(now.add({ seconds })));
      const taken = { schemaVersion: 1, takenAt: instantText(now), takenBy: by, [WRITE_ID]: writeId };
      const command = new PutItemCommand({
        TableName: tables.limitsTable,
        Item: toItem(taken, lifetime, limitsKeys.once(subject)),
        ConditionExpression: 'attribute_not_exists(#partition) OR #takenAt <= :before OR #takenBy = :by',
        ExpressionAttributeNames: { '#partition': PARTITION_KEY, '#takenAt': 'takenAt', '#takenBy': 'takenBy' },
        ExpressionAttributeValues: { ':before': { S: instantText(now.subtract({ seconds })) }, ':by': { S: by } },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      });
      const result = await writeConditionally(dependencies, () => client.send(command));
      return result.written || writeIdOf(result.stored) === writeId;
    },
  };
}
