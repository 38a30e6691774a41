import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { staffSessionSchema } from '../../domain/desk/staff-session.ts';
import type { SessionStore } from '../../domain/ports.ts';
import type { DynamoDbDependencies } from './dependencies.ts';
import { timeToLive, toItem } from './items.ts';
import { limitsKeys } from './keys.ts';
import { readItem } from './read-item.ts';

/**
 * Staff sessions in DynamoDB; `find` answers an expired one too while its row lasts. Throws StoredItemInvalidError.
 */
export function createDynamoDbSessionStore({
  client,
  tables,
}: Pick<DynamoDbDependencies<'limitsTable'>, 'client' | 'tables'>): SessionStore {
  const { limitsTable } = tables;
  return {
    find: async (hash) => readItem(client, limitsTable, limitsKeys.session(hash), staffSessionSchema),

    put: async (session) => {
      const Item = toItem(session, timeToLive(session.expiresAt), limitsKeys.session(session.hash));
      await client.send(new PutItemCommand({ TableName: limitsTable, Item }));
    },
  };
}
