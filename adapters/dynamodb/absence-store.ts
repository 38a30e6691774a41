import { ConditionalCheckFailedException, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { civilDate, ZONE } from '../../domain/deadlines/deadlines.ts';
import { absenceSchema, isOverBy } from '../../domain/desk/absence.ts';
import { instantText } from '../../domain/instants.ts';
import type { AbsenceStore } from '../../domain/ports.ts';
import type { DynamoDbDependencies } from './dependencies.ts';
import { timeToLive, toItem, toKey } from './items.ts';
import { ABSENCE_PARTITION, ABSENCE_PREFIX, deskKeys, PARTITION_KEY } from './keys.ts';
import { readItems } from './read-item.ts';

/** How long a row outlives its absence. */
const DAYS_KEPT_WHEN_OVER = 7;

/**
 * Absences in DynamoDB, strongly consistent. `list` throws StoredItemInvalidError. A function that only reads needs
 * `Query`; setting and ending take `PutItem` and `UpdateItem`. Nothing is deleted: an absence that ends early ends yesterday.
 */
export function createDynamoDbAbsenceStore({
  client,
  tables,
  clock,
}: Pick<DynamoDbDependencies<'deskTable'>, 'client' | 'tables' | 'clock'>): AbsenceStore {
  const TableName = tables.deskTable;
  return {
    list: async () => {
      const today = civilDate(clock.now());
      const absences = await readItems(client, TableName, ABSENCE_PARTITION, ABSENCE_PREFIX, absenceSchema);
      return absences.filter((absence) => !isOverBy(absence, today));
    },

    put: async (absence) => {
      const lifetime = timeToLive(endOf(absence.until), DAYS_KEPT_WHEN_OVER);
      const Item = toItem(absence, lifetime, deskKeys.absence(absence.staffId));
      await client.send(new PutItemCommand({ TableName, Item }));
    },

    remove: async (staffId) => {
      const yesterday = civilDate(clock.now()).subtract({ days: 1 }).toString();
      try {
        await client.send(
          new UpdateItemCommand({
            TableName,
            Key: toKey(deskKeys.absence(staffId)),
            UpdateExpression: 'SET #until = :yesterday',
            ConditionExpression: 'attribute_exists(#partition)',
            ExpressionAttributeNames: { '#until': 'until', '#partition': PARTITION_KEY },
            ExpressionAttributeValues: { ':yesterday': { S: yesterday } },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
  };
}

function endOf(lastDay: string): string {
  const dayAfter = Temporal.PlainDate.from(lastDay).add({ days: 1 });
  return instantText(dayAfter.toZonedDateTime(ZONE).toInstant());
}
