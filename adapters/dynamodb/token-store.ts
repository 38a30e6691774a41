import { BatchWriteItemCommand, UpdateItemCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { type ActionToken, actionTokenSchema, daysKeptWhenExpired } from '../../domain/desk/action-token.ts';
import { TokenNotUsableError } from '../../domain/errors.ts';
import { instantText } from '../../domain/instants.ts';
import type { TokenStore } from '../../domain/ports.ts';
import { retryWhenBusy, UnprocessedItemsError } from './busy-retry.ts';
import type { DynamoDbDependencies } from './dependencies.ts';
import { timeToLive, toItem, writeIdOf } from './items.ts';
import { deskKeys } from './keys.ts';
import { readItem } from './read-item.ts';
import { writeConditionally } from './single-write.ts';
import { tokenUse } from './token-write.ts';
import { newWriteId } from './transaction.ts';

/** BatchWriteItem takes no more at once. */
const BATCH_SIZE = 25;

/**
 * Action tokens in DynamoDB; `find` answers used and expired ones too while their rows last. Reads throw
 * StoredItemInvalidError, writes ConcurrentChangeError; after that one `putAll` may have stored some of the tokens.
 */
export function createDynamoDbTokenStore(dependencies: DynamoDbDependencies<'deskTable'>): TokenStore {
  const { client, tables } = dependencies;
  const { deskTable } = tables;

  return {
    find: async (hash) => readItem(client, deskTable, deskKeys.token(hash), actionTokenSchema),

    putAll: async (tokens) => {
      for (let start = 0; start < tokens.length; start += BATCH_SIZE) {
        await putBatch(tokens.slice(start, start + BATCH_SIZE).map(putRequest));
      }
    },

    consume: async (hash, now) => {
      const writeId = newWriteId(dependencies);
      const command = new UpdateItemCommand(tokenUse(deskTable, hash, instantText(now), writeId));
      const result = await writeConditionally(dependencies, () => client.send(command));
      if (!result.written && writeIdOf(result.stored) !== writeId) {
        throw new TokenNotUsableError('the link cannot be used');
      }
    },
  };

  async function putBatch(requests: readonly WriteRequest[]): Promise<void> {
    let left = requests;
    await retryWhenBusy(dependencies, async () => {
      const command = new BatchWriteItemCommand({ RequestItems: { [deskTable]: [...left] } });
      const { UnprocessedItems } = await client.send(command);
      left = UnprocessedItems?.[deskTable] ?? [];
      if (left.length > 0) throw new UnprocessedItemsError();
    });
  }
}

function putRequest(token: ActionToken): WriteRequest {
  const lifetime = timeToLive(token.expiresAt, daysKeptWhenExpired(token));
  return { PutRequest: { Item: toItem(token, lifetime, deskKeys.token(token.hash)) } };
}
