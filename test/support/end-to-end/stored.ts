import {
  type AttributeValue,
  DeleteItemCommand,
  GetItemCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { convertToAttr, unmarshall } from '@aws-sdk/util-dynamodb';
import { createDynamoDbClient } from '../../../adapters/aws-clients.ts';
import { createDynamoDbCaseStore } from '../../../adapters/dynamodb/case-store.ts';
import { createDynamoDbConsentStore } from '../../../adapters/dynamodb/consent-store.ts';
import { createDynamoDbSessionStore } from '../../../adapters/dynamodb/session-store.ts';
import { ledgerKeys } from '../../../adapters/dynamodb/keys.ts';
import { pause, randomBytes, systemClock } from '../../../adapters/system.ts';
import type { Case } from '../../../domain/cases/case.ts';
import { desk } from './running-desk.ts';

/** Sees the tables with the rights of the account's root, not with those of any function. */
const client = createDynamoDbClient();

/** What a store of this desk needs. */
export const storeAccess = { client, tables: desk.tables, clock: systemClock, randomBytes, pause };
export const cases = createDynamoDbCaseStore(storeAccess);
export const sessions = createDynamoDbSessionStore(storeAccess);
export const consents = createDynamoDbConsentStore(storeAccess);

export type StoredItem = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

/** The case as it is stored; throws when there is none. */
export async function storedCase(caseNumber: string): Promise<Case> {
  const found = await cases.find(caseNumber);
  if (found === undefined) throw new Error(`no case ${caseNumber} is stored`);
  return found;
}

/** Every item of a table. */
export async function allItems(TableName: string): Promise<readonly StoredItem[]> {
  const items: StoredItem[] = [];
  let ExclusiveStartKey: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName, ConsistentRead: true, ...(ExclusiveStartKey && { ExclusiveStartKey }) }),
    );
    items.push(...(page.Items ?? []).map((item) => unmarshall(item) as StoredItem));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  return items;
}

/** Keys of all that exists because somebody sent a request: cases, their items and mails, keys remembered, suppressions. */
export async function requestKeys(): Promise<ReadonlySet<string>> {
  const items = [
    ...(await allItems(desk.tables.deskTable)),
    ...(await allItems(desk.tables.ledgerTable)),
    ...(await allItems(desk.tables.limitsTable)),
  ];
  const known = items.filter(({ pk }) => /^(?:CASE|SUBMISSION|SUPPRESSION|OUTBOX)#/.test(pk));
  // Rungs of cases that are there already go on meanwhile: of a case only its first items count.
  return new Set(known.filter(isOfIntake).map(({ pk, sk }) => `${pk} ${sk}`));
}

function isOfIntake({ pk, sk }: StoredItem): boolean {
  if (pk.startsWith('OUTBOX#')) return /-1-\d+$/.test(pk);
  return !sk.startsWith('EVENT#') || sk === 'EVENT#000001';
}

/** The head of a case's chain of events as the ledger keeps it. */
export async function auditHead(caseNumber: string): Promise<Case['lastEvent']> {
  const { pk, sk } = ledgerKeys.auditHead(caseNumber) as { pk: string; sk: string };
  const { Item } = await client.send(
    new GetItemCommand({ TableName: desk.tables.ledgerTable, Key: { pk: { S: pk }, sk: { S: sk } } }),
  );
  const { sequence, hash } = unmarshall(Item ?? {}) as Case['lastEvent'];
  return { sequence, hash };
}

/** Sets attributes of one item of the desk table, behind the back of the code: time passed, a link expired. */
export async function rewrite(
  key: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string | number>>,
): Promise<void> {
  const entries = Object.entries(values);
  await client.send(
    new UpdateItemCommand({
      TableName: desk.tables.deskTable,
      Key: Object.fromEntries(Object.entries(key).map(([name, value]) => [name, { S: value }])),
      UpdateExpression: `SET ${entries
        .map(
          ([path], n) =>
            `${path
              .split('.')
              .map((_, d) => `#p${n}_${d}`)
              .join('.')} = :v${n}`,
        )
        .join(', ')}`,
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: Object.fromEntries(
        entries.flatMap(([path], n) => path.split('.').map((part, d) => [`#p${n}_${d}`, part])),
      ),
      ExpressionAttributeValues: Object.fromEntries(entries.map(([, value], n) => [`:v${n}`, convertToAttr(value)])),
    }),
  );
}

/** As if an hour had passed: the desk sends a person ten mails to sign in an hour, and many tests are that person. */
export async function forgetSignInLimits(): Promise<void> {
  const limits = (await allItems(desk.tables.limitsTable)).filter(({ pk }) => pk.startsWith('RATE#sign-in-'));
  for (const { pk, sk } of limits) {
    const Key = { pk: { S: pk }, sk: { S: sk } };
    await client.send(new DeleteItemCommand({ TableName: desk.tables.limitsTable, Key }));
  }
}
