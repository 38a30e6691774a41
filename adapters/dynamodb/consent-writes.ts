import type { Put } from '@aws-sdk/client-dynamodb';
import type { ConsentEvent } from '../../domain/consents/consent-event.ts';
import type { ListEntry, SignUp, Subscriber } from '../../domain/consents/subscriber.ts';
import { ConsentConflictError, SignUpExistsError, TokenNotUsableError } from '../../domain/errors.ts';
import type { OutboxRow } from '../../domain/outbox/outbox-row.ts';
import type { ConsentChange, ConsentEnding } from '../../domain/consents/ports.ts';
import { caseItems, ifAbsent } from './case-items.ts';
import type { Tables } from './dependencies.ts';
import { timeToLive, toItem, toKey } from './items.ts';
import { deskKeys, type Key, PARTITION_KEY, queueAttributes, WRITE_ID } from './keys.ts';
import { suppressionWrites } from './suppression-items.ts';
import { tokenUse } from './token-write.ts';
import type { ConditionalWrite } from './transaction.ts';

type DeskTable = Pick<Tables, 'deskTable'>;

/**
 * The writes of a change of consents. A record that has moved on is told before a used token: of two presses at the
 * same moment the second reads anew and learns that it was done.
 */
export function consentWrites(
  tables: Pick<Tables, 'deskTable' | 'ledgerTable'>,
  writeId: string,
  change: ConsentChange,
): readonly ConditionalWrite[] {
  const { consume, endedSignUp } = change;
  return [
    ...endingWrites(tables, writeId, change, movedOn),
    ...(consume === undefined
      ? []
      : [
          {
            write: { Update: tokenUse(tables.deskTable, consume.tokenHash, consume.now, writeId) },
            refused: () => new TokenNotUsableError('the link cannot be used'),
          },
        ]),
    ...outboxWrites(tables, writeId, change.outbox ?? [], movedOn),
    ...(change.listed ?? []).map((entry) => ({ write: { Put: listEntryItem(tables, writeId, entry) } })),
    ...suppressionWrites(tables, change.suppressions ?? []),
    ...(endedSignUp === undefined ? [] : [{ write: { Delete: itemUnder(tables, deskKeys.signUp(endedSignUp)) } }]),
  ];
}

/** The writes of what ends consents, for the transaction that makes it necessary; `conflict` when a record has moved on. */
export function endingWrites(
  tables: DeskTable,
  writeId: string,
  { events = [], unlisted = [], subscribers = [] }: Partial<ConsentEnding>,
  conflict: () => Error,
): readonly ConditionalWrite[] {
  return [
    ...events.map((event) => ({ write: { Put: ifAbsent(eventItem(tables, writeId, event)) }, refused: conflict })),
    ...unlisted.map(({ topic, contact }) => ({
      write: { Delete: itemUnder(tables, deskKeys.listEntry(topic, contact)) },
    })),
    ...subscribers.map((subscriber) => ({
      write: { Put: subscriberItem(tables, writeId, subscriber) },
      refused: conflict,
    })),
  ];
}

/** The writes of a new sign-up. One of the same id that is to be purged by `now` (wall time text) is replaced. */
export function signUpWrites(
  tables: DeskTable,
  writeId: string,
  signUp: SignUp,
  outbox: readonly OutboxRow[],
  now: string,
): readonly ConditionalWrite[] {
  const { signUpId, purgeAt } = signUp;
  const lifetime = { ...timeToLive(purgeAt), ...queueAttributes('SIGN_UP', signUpId, purgeAt) };
  const Put = {
    TableName: tables.deskTable,
    Item: toItem(signUp, lifetime, deskKeys.signUp(signUpId), { [WRITE_ID]: writeId }),
    ConditionExpression: 'attribute_not_exists(#partition) OR #purgeAt <= :now',
    ExpressionAttributeNames: { '#partition': PARTITION_KEY, '#purgeAt': 'purgeAt' },
    ExpressionAttributeValues: { ':now': { S: now } },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  } as const satisfies Put;
  return [{ write: { Put }, refused: signUpExists }, ...outboxWrites(tables, writeId, outbox, signUpExists)];
}

function movedOn(): Error {
  return new ConsentConflictError();
}

function signUpExists(): Error {
  return new SignUpExistsError();
}

/** Where an item is, as a write that takes it away says. */
export function itemUnder({ deskTable }: DeskTable, key: Key) {
  return { TableName: deskTable, Key: toKey(key) };
}

function outboxWrites(
  tables: DeskTable,
  writeId: string,
  rows: readonly OutboxRow[],
  refused: () => Error,
): readonly ConditionalWrite[] {
  const items = caseItems(tables, writeId);
  return rows.map((row) => ({ write: { Put: ifAbsent(items.outbox(row)) }, refused }));
}

function eventItem({ deskTable }: DeskTable, writeId: string, event: ConsentEvent) {
  const key = deskKeys.consentEvent(event.contact, event.topic, event.channel, event.sequence);
  return { TableName: deskTable, Item: toItem(event, key, { [WRITE_ID]: writeId }) };
}

function listEntryItem({ deskTable }: DeskTable, writeId: string, entry: ListEntry) {
  const key = deskKeys.listEntry(entry.topic, entry.contact);
  return { TableName: deskTable, Item: toItem(entry, key, { [WRITE_ID]: writeId }) };
}

function subscriberItem({ deskTable }: DeskTable, writeId: string, subscriber: Subscriber) {
  const lifetime = subscriber.keepUntil === null ? {} : timeToLive(subscriber.keepUntil);
  const key = deskKeys.subscriber(subscriber.contact);
  return {
    TableName: deskTable,
    Item: toItem(subscriber, lifetime, key, { [WRITE_ID]: writeId }),
    // One that is past its date counts as gone, whether or not its row is.
    ConditionExpression: 'attribute_not_exists(#partition) OR #version = :before OR #keepUntil <= :now',
    ExpressionAttributeNames: { '#partition': PARTITION_KEY, '#version': 'version', '#keepUntil': 'keepUntil' },
    ExpressionAttributeValues: {
      ':before': { N: String(subscriber.version - 1) },
      ':now': { S: subscriber.changedAt },
    },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  } as const satisfies Put;
}
