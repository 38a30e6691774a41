import type { Update } from '@aws-sdk/client-dynamodb';
import { toKey } from './items.ts';
import { deskKeys, WRITE_ID } from './keys.ts';

/** Marks a token used. Refused when it is used already, expired at `now` (wall time text) or gone. */
export function tokenUse(deskTable: string, hash: string, now: string, writeId: string) {
  return {
    TableName: deskTable,
    Key: toKey(deskKeys.token(hash)),
    UpdateExpression: 'SET #usedAt = :now, #writeId = :writeId',
    ConditionExpression: 'attribute_type(#usedAt, :null) AND #expiresAt > :now',
    ExpressionAttributeNames: { '#usedAt': 'usedAt', '#expiresAt': 'expiresAt', '#writeId': WRITE_ID },
    ExpressionAttributeValues: { ':now': { S: now }, ':null': { S: 'NULL' }, ':writeId': { S: writeId } },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  } as const satisfies Update;
}
