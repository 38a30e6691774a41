import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createDynamoDbCaseStore } from '../../../adapters/dynamodb/case-store.ts';
import { createDynamoDbRequestIntake } from '../../../adapters/dynamodb/request-intake.ts';
import { WRITE_ID } from '../../../adapters/dynamodb/keys.ts';
import { createDynamoDbOutboxStore } from '../../../adapters/dynamodb/outbox-store.ts';
import { createDynamoDbTokenStore } from '../../../adapters/dynamodb/token-store.ts';
import { toItem } from '../../../adapters/dynamodb/items.ts';
import { randomBytes } from '../../../adapters/system.ts';
import {
  CaseNumberTakenError,
  ConcurrentChangeError,
  StoredItemInvalidError,
  SubmissionExistsError,
  TokenNotUsableError,
  VersionConflictError,
} from '../../../domain/errors.ts';
import {
  changeOf,
  confirmRow,
  confirmToken,
  creationOf,
  testCaseNumber,
  testHash,
  unconfirmedCase,
} from '../../support/fixtures/cases.ts';
import { createTestClock, TEST_NOW } from '../../support/fixtures/test-clock.ts';
import { createScriptedClient, type Scripted } from './scripted-client.ts';

const NUMBER = testCaseNumber(1);
const STORED = unconfirmedCase(NUMBER);
const CHANGE = changeOf(STORED, ['case_taken']);
const NOW = Temporal.Instant.from(TEST_NOW);
const LEASE_END = NOW.add({ minutes: 2 });

const DONE: Scripted = { body: {} };
const LOST: Scripted = { lost: true };

const keysOf = (caseNumber: string) => ({ pk: { S: `CASE#${caseNumber}` }, sk: { S: 'CASE' } });

function open(...script: readonly Scripted[]) {
  const { client, requests } = createScriptedClient(script);
  const pauses: number[] = [];
  const dependencies = {
    client,
    tables: { deskTable: 'desk', ledgerTable: 'ledger', limitsTable: 'limits' },
    clock: createTestClock(),
    randomBytes,
    pause: async (milliseconds: number) => {
      pauses.push(milliseconds);
    },
  };
  return {
    requests,
    pauses,
    cases: createDynamoDbCaseStore(dependencies),
    intake: createDynamoDbRequestIntake(dependencies),
    outbox: createDynamoDbOutboxStore(dependencies),
    tokens: createDynamoDbTokenStore(dependencies),
  };
}

/** A cancelled transaction; reasons by place, the rest had none. */
function cancelled(...reasons: readonly (string | { readonly Code: string; readonly Item?: object })[]): Scripted {
  return {
    error: 'TransactionCanceledException',
    body: {
      CancellationReasons: reasons.map((reason) => (typeof reason === 'string' ? { Code: reason } : reason)),
    },
  };
}

/** A refusal that shows what this very transaction stored. */
const own: Scripted = (request) => {
  const item = toItem({ [WRITE_ID]: request['ClientRequestToken'] });
  return cancelledAnswer({ Code: 'ConditionalCheckFailed', Item: item });
};

const refuse = (...codes: readonly string[]) => open(cancelled(...codes));

const writeIdIn = (request: Readonly<Record<string, unknown>>) =>
  (request['ExpressionAttributeValues'] as Readonly<Record<string, { readonly S?: string }>>)[':writeId']?.S;
const refusedBy = (item: object): Scripted => ({ error: 'ConditionalCheckFailedException', body: { Item: item } });
const refusedByItself =
  (stored: object): Scripted =>
  (request) => ({
    error: 'ConditionalCheckFailedException',
    body: { Item: toItem(stored, { [WRITE_ID]: writeIdIn(request) }) },
  });

const requested = (request: Readonly<Record<string, unknown>> | undefined) =>
  (request?.['RequestItems'] as { readonly desk: readonly unknown[] } | undefined)?.desk ?? [];

const leaveOne: Scripted = (request) => ({ body: { UnprocessedItems: { desk: requested(request).slice(-1) } } });

describe('a transaction', () => {
  it.each([
    cancelled('None', 'TransactionConflict'),
    cancelled('ThrottlingError'),
    cancelled('ProvisionedThroughputExceeded', 'None'),
  ])('is repeated under the same token while the table is busy (%#)', async (busy) => {
    const { cases, requests, pauses } = open(busy, busy, DONE);
    await cases.commit(CHANGE);

    expect(requests).toHaveLength(3);
    expect(new Set(requests.map((request) => request['ClientRequestToken'])).size).toBe(1);
    expect(requests[0]?.['ClientRequestToken']).toMatch(/^.{1,36}$/);
    expect(requests[2]?.['TransactItems']).toEqual(requests[0]?.['TransactItems']);
    expect(pauses).toHaveLength(2);
  });

  it.each(['ThrottlingException', 'TransactionInProgressException'])(
    'is not repeated once more after the SDK has done so for %s',
    async (error) => {
      const { cases, requests } = open({ error });
      await expect(cases.commit(CHANGE)).rejects.toThrow(ConcurrentChangeError);
      expect(requests).toHaveLength(3);
      expect(new Set(requests.map((request) => request['ClientRequestToken'])).size).toBe(1);
    },
  );

  it('gives up with a typed error when the table stays busy, after growing pauses', async () => {
    const { cases, requests, pauses } = open(cancelled('TransactionConflict'));
    await expect(cases.commit(CHANGE)).rejects.toThrow(ConcurrentChangeError);

    expect(requests).toHaveLength(5);
    expect(pauses).toHaveLength(4);
    for (const [index, milliseconds] of pauses.entries()) {
      expect(milliseconds).toBeGreaterThanOrEqual(0);
      expect(milliseconds).toBeLessThanOrEqual(40 * 2 ** index);
    }
  });

  it('takes a new token for every call', async () => {
    const { cases, requests } = open(DONE);
    await cases.commit(CHANGE);
    await cases.commit(CHANGE);
    expect(new Set(requests.map((request) => request['ClientRequestToken'])).size).toBe(2);
  });

  it('counts as done when the answer was lost and the refusal shows its own item', async () => {
    const { cases, requests } = open(LOST, own);
    await expect(cases.commit(CHANGE)).resolves.toBeUndefined();
    expect(requests).toHaveLength(2);
  });

  it("is a conflict when the refusal shows another's item", async () => {
    const item = toItem({ [WRITE_ID]: 'of another' });
    const { cases, requests } = open(LOST, cancelled({ Code: 'ConditionalCheckFailed', Item: item }));
    await expect(cases.commit(CHANGE)).rejects.toThrow(VersionConflictError);
    expect(requests).toHaveLength(2);
  });

  it('is refused at once when a condition failed beside a busy item', async () => {
    const { cases, requests } = open(cancelled('ConditionalCheckFailed', 'TransactionConflict'));
    await expect(cases.commit(CHANGE)).rejects.toThrow(VersionConflictError);
    expect(requests).toHaveLength(1);
  });

  it('maps each refused write to its error', async () => {
    const consume = { tokenHash: testHash('token'), now: TEST_NOW };

    const token = refuse('None', 'ConditionalCheckFailed');
    await expect(token.cases.commit({ ...CHANGE, consume })).rejects.toThrow(TokenNotUsableError);
    const version = refuse('ConditionalCheckFailed', 'ConditionalCheckFailed');
    await expect(version.cases.commit({ ...CHANGE, consume })).rejects.toThrow(VersionConflictError);
    const event = refuse('None', 'None', 'ConditionalCheckFailed');
    await expect(event.cases.commit({ ...CHANGE, consume })).rejects.toThrow(VersionConflictError);
    const submission = refuse('ConditionalCheckFailed', 'ConditionalCheckFailed');
    await expect(submission.intake.create(creationOf(STORED))).rejects.toThrow(SubmissionExistsError);
    const number = refuse('None', 'ConditionalCheckFailed');
    await expect(number.intake.create(creationOf(STORED))).rejects.toThrow(CaseNumberTakenError);
  });

  it('lets through what is neither busy nor refused', async () => {
    const invalid = open({ error: 'ValidationException' });
    await expect(invalid.cases.commit(CHANGE)).rejects.toMatchObject({ name: 'ValidationException' });
    expect(invalid.requests).toHaveLength(1);

    const unexplained = open(cancelled('ValidationError'));
    await expect(unexplained.cases.commit(CHANGE)).rejects.toMatchObject({ name: 'TransactionCanceledException' });
    expect(unexplained.requests).toHaveLength(1);
  });
});

describe('a stored item', () => {
  it.each([
    { what: 'has a number that cannot be read back', item: { ...toItem(STORED), version: { N: '9'.repeat(30) } } },
    { what: 'lacks an attribute', item: toItem({ ...STORED, parts: undefined }) },
    { what: 'has one too many', item: toItem(STORED, { note: 'x' }) },
  ])('is refused when it $what', async ({ item }) => {
    const keys = { pk: { S: `CASE#${NUMBER}` }, sk: { S: 'CASE' } };
    const { cases } = open({ body: { Item: { ...item, ...keys } } });
    const refusal = cases.find(NUMBER);
    await expect(refusal).rejects.toThrow(StoredItemInvalidError);
    await expect(refusal).rejects.toMatchObject({ key: `CASE#${NUMBER} CASE` });
  });

  it('hides no other case that is read with it', async () => {
    const other = unconfirmedCase(testCaseNumber(2));
    const { schemaVersion: _, ...item } = toItem(STORED);
    const Responses = {
      desk: [
        { ...item, ...keysOf(NUMBER) },
        { ...toItem(other), ...keysOf(other.caseNumber) },
      ],
    };
    const { cases } = open({ body: { Responses } });
    expect(await cases.findMany([NUMBER, other.caseNumber])).toEqual({ cases: [other], unreadable: [NUMBER] });
  });

  it('is asked for again where the table was too busy to give all', async () => {
    const Keys = [{ pk: { S: `CASE#${NUMBER}` }, sk: { S: 'CASE' } }];
    const [item] = [{ ...toItem(STORED), ...Keys[0] }];
    const { cases, pauses } = open(
      { body: { Responses: { desk: [] }, UnprocessedKeys: { desk: { Keys } } } },
      { body: { Responses: { desk: [item] } } },
    );
    expect((await cases.findMany([NUMBER])).cases).toEqual([STORED]);
    expect(pauses).toHaveLength(1);
  });
});

describe('a single conditional write', () => {
  const row = { ...confirmRow(NUMBER), attempts: 1, leaseUntil: LEASE_END.toString({ smallestUnit: 'millisecond' }) };

  it('claims a row although the first answer was lost', async () => {
    const { outbox } = open(LOST, refusedByItself(row));
    expect(await outbox.claim(row.outboxId, NOW, LEASE_END)).toEqual(row);
  });

  it("does not take another's claim for its own", async () => {
    const { outbox } = open(LOST, refusedBy(toItem(row, { [WRITE_ID]: 'of another' })));
    expect(await outbox.claim(row.outboxId, NOW, LEASE_END)).toBeUndefined();
  });

  it('uses a token although the first answer was lost, but not one used by another', async () => {
    const token = confirmToken(NUMBER, { usedAt: TEST_NOW });
    await expect(open(LOST, refusedByItself(token)).tokens.consume(token.hash, NOW)).resolves.toBeUndefined();
    const used = open(LOST, refusedBy(toItem(token, { [WRITE_ID]: 'of another' })));
    await expect(used.tokens.consume(token.hash, NOW)).rejects.toThrow(TokenNotUsableError);
  });

  it('is repeated while a transaction holds the item', async () => {
    const busy: Scripted = { error: 'TransactionConflictException' };
    const { outbox, pauses } = open(busy, busy, { body: { Attributes: toItem(row) } });
    await outbox.finish(row, 'sent', NOW);
    expect(pauses).toHaveLength(2);
    await expect(open(busy).outbox.postpone(row, LEASE_END, 'TimeoutError')).rejects.toThrow(ConcurrentChangeError);
  });
});

describe('a batch', () => {
  const tokens = [1, 2, 3].map((n) => confirmToken(NUMBER, { hash: testHash(`token ${n}`) }));

  it('sends again what was left, and only that', async () => {
    const { tokens: store, requests } = open(leaveOne, DONE);
    await store.putAll(tokens);

    expect(requests).toHaveLength(2);
    expect(requested(requests[1])).toEqual(requested(requests[0]).slice(-1));
  });

  it('raises when something stays left', async () => {
    const { tokens: store } = open(leaveOne);
    await expect(store.putAll(tokens)).rejects.toThrow(ConcurrentChangeError);
  });
});

function cancelledAnswer(reason: { readonly Code: string; readonly Item: object }) {
  return { error: 'TransactionCanceledException', body: { CancellationReasons: [reason] } };
}
