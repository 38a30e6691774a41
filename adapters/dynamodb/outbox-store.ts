import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { instantText } from '../../domain/instants.ts';
import { type OutboxRow, outboxRowSchema } from '../../domain/outbox/outbox-row.ts';
import type { OutboxStore } from '../../domain/ports.ts';
import { ifAbsent, outboxQueueAttributes } from './case-items.ts';
import type { DynamoDbDependencies } from './dependencies.ts';
import { fromItem, type Item, timeToLive, toItem, toKey, writeIdOf } from './items.ts';
import { deskKeys, type Key, QUEUE_INDEX, queueAttributes, TIME_TO_LIVE, WRITE_ID } from './keys.ts';
import { listQueue } from './queue-index.ts';
import { readItem } from './read-item.ts';
import { writeConditionally } from './single-write.ts';
import { newWriteId } from './transaction.ts';

/** A mail can bounce days after it left, and its row says what it was. */
const DAYS_KEPT_WHEN_FINISHED = 35;
/** Later than anything that has happened. */
const ALL_TIME = '9999-12-31T23:59:59.999Z';
const SET_QUEUE = '#queue = :queue, #queueOrder = :queueOrder';
const QUEUE_NAMES = { '#queue': QUEUE_INDEX.partitionKey, '#queueOrder': QUEUE_INDEX.sortKey } as const;

/**
 * The outbox in DynamoDB. Attempts and lease together name a claim, so a lost claim can neither finish nor postpone
 * the row of the one who holds it now. Reads throw StoredItemInvalidError, writes ConcurrentChangeError.
 */
export function createDynamoDbOutboxStore(dependencies: DynamoDbDependencies<'deskTable'>): OutboxStore {
  const { client, tables } = dependencies;
  const TableName = tables.deskTable;

  return {
    find: async (outboxId) => readItem(client, TableName, deskKeys.outbox(outboxId), outboxRowSchema),

    add: async (row) => {
      const put = { TableName, Item: toItem(row, deskKeys.outbox(row.outboxId), outboxQueueAttributes(row)) };
      await writeConditionally(dependencies, () => client.send(new PutItemCommand(ifAbsent(put))));
    },

    claim: async (outboxId, now, leaseUntil) => {
      const writeId = newWriteId(dependencies);
      const command = claimOf(TableName, outboxId, {
        ':now': { S: instantText(now) },
        ':leaseUntil': { S: instantText(leaseUntil) },
        ':writeId': { S: writeId },
      });
      const result = await writeConditionally(dependencies, () => client.send(command));
      const stored = result.written ? result.output.Attributes : result.stored;
      if (stored === undefined || writeIdOf(stored) !== writeId) return undefined;
      return fromItem(outboxRowSchema, stored);
    },

    finish: async (claimed, outcome, now) => {
      const finishedAt = instantText(now);
      const ended = 'SET #outcome = :outcome, #finishedAt = :finishedAt, #nextAttemptAt = :none, #leaseUntil = :none, ';
      const values = toItem({ ':outcome': outcome, ':finishedAt': finishedAt, ':none': null });
      if (outcome === 'given_up') {
        const queue = queueValues(queueAttributes('GIVEN_UP', claimed.outboxId, finishedAt));
        await endClaim(claimed, ended + SET_QUEUE, { '#finishedAt': 'finishedAt' }, { ...values, ...queue });
        return;
      }
      const lifetime = toItem({ ':timeToLive': timeToLive(finishedAt, DAYS_KEPT_WHEN_FINISHED)[TIME_TO_LIVE] });
      const change = `${ended}#timeToLive = :timeToLive REMOVE #queue, #queueOrder`;
      const names = { '#finishedAt': 'finishedAt', '#timeToLive': TIME_TO_LIVE };
      await endClaim(claimed, change, names, { ...values, ...lifetime });
    },

    postpone: async (claimed, nextAttemptAt, errorCode) => {
      const next = { outboxId: claimed.outboxId, nextAttemptAt: instantText(nextAttemptAt) };
      const values = {
        ...toItem({ ':nextAttemptAt': next.nextAttemptAt, ':errorCode': errorCode, ':none': null }),
        ...queueValues(outboxQueueAttributes(next)),
      };
      const change = `SET #nextAttemptAt = :nextAttemptAt, #leaseUntil = :none, #errorCode = :errorCode, ${SET_QUEUE}`;
      await endClaim(claimed, change, { '#errorCode': 'lastErrorCode' }, values);
    },

    listUnsent: async (until, limit) => listQueue(dependencies, 'UNSENT', instantText(until), limit),

    listGivenUp: async (limit) => listQueue(dependencies, 'GIVEN_UP', ALL_TIME, limit),

    revive: async (outboxId, now) => {
      const command = revivalOf(TableName, outboxId, instantText(now));
      await writeConditionally(dependencies, () => client.send(command));
    },
  };

  /** Repeated after a lost answer it finds the claim gone and does nothing, which is what was wanted. */
  async function endClaim(claimed: OutboxRow, change: string, names: Readonly<Record<string, string>>, values: Item) {
    const command = new UpdateItemCommand({
      TableName,
      Key: toKey(deskKeys.outbox(claimed.outboxId)),
      UpdateExpression: change,
      ConditionExpression:
        '#attempts = :claimedAttempts AND #leaseUntil = :claimedLease AND attribute_type(#outcome, :null)',
      ExpressionAttributeNames: {
        '#attempts': 'attempts',
        '#leaseUntil': 'leaseUntil',
        '#outcome': 'outcome',
        '#nextAttemptAt': 'nextAttemptAt',
        ...QUEUE_NAMES,
        ...names,
      },
      ExpressionAttributeValues: {
        ...values,
        ...toItem({ ':claimedAttempts': claimed.attempts, ':claimedLease': claimed.leaseUntil, ':null': 'NULL' }),
      },
    });
    await writeConditionally(dependencies, () => client.send(command));
  }
}

function claimOf(TableName: string, outboxId: string, values: Item): UpdateItemCommand {
  return new UpdateItemCommand({
    TableName,
    Key: toKey(deskKeys.outbox(outboxId)),
    UpdateExpression: 'SET #leaseUntil = :leaseUntil, #writeId = :writeId ADD #attempts :one',
    ConditionExpression:
      'attribute_type(#outcome, :null) AND #nextAttemptAt <= :now AND ' +
      '(attribute_type(#leaseUntil, :null) OR #leaseUntil <= :now)',
    ExpressionAttributeNames: {
      '#attempts': 'attempts',
      '#leaseUntil': 'leaseUntil',
      '#outcome': 'outcome',
      '#nextAttemptAt': 'nextAttemptAt',
      '#writeId': WRITE_ID,
    },
    ExpressionAttributeValues: { ...values, ':one': { N: '1' }, ':null': { S: 'NULL' } },
    ReturnValues: 'ALL_NEW',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
}

function revivalOf(TableName: string, outboxId: string, now: string): UpdateItemCommand {
  return new UpdateItemCommand({
    TableName,
    Key: toKey(deskKeys.outbox(outboxId)),
    UpdateExpression:
      'SET #outcome = :none, #finishedAt = :none, #errorCode = :none, #leaseUntil = :none, #attempts = :zero, ' +
      `#nextAttemptAt = :now, ${SET_QUEUE}`,
    ConditionExpression: '#outcome = :givenUp',
    ExpressionAttributeNames: {
      '#outcome': 'outcome',
      '#finishedAt': 'finishedAt',
      '#errorCode': 'lastErrorCode',
      '#leaseUntil': 'leaseUntil',
      '#attempts': 'attempts',
      '#nextAttemptAt': 'nextAttemptAt',
      ...QUEUE_NAMES,
    },
    ExpressionAttributeValues: {
      ...toItem({ ':none': null, ':zero': 0, ':now': now, ':givenUp': 'given_up' }),
      ...queueValues(outboxQueueAttributes({ outboxId, nextAttemptAt: now })),
    },
  });
}

function queueValues(queue: Key): Item {
  return toItem({ ':queue': queue[QUEUE_INDEX.partitionKey], ':queueOrder': queue[QUEUE_INDEX.sortKey] });
}
