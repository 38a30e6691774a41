import { randomBytes } from 'node:crypto';
import {
  type AttributeDefinition,
  CreateTableCommand,
  DeleteTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
  ListTablesCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import type { Tables } from '../../../adapters/dynamodb/dependencies.ts';
import { CONTACT_INDEX, PARTITION_KEY, QUEUE_INDEX, SORT_KEY } from '../../../adapters/dynamodb/keys.ts';

/** Throws one clear sentence when there is no engine to test against. */
export async function requireEngine(client: DynamoDBClient): Promise<void> {
  if (process.env['AWS_ENDPOINT_URL'] === undefined) {
    throw new Error('AWS_ENDPOINT_URL is not set: these tests need a running engine (npm start).');
  }
  try {
    await client.send(new ListTablesCommand({ Limit: 1 }));
  } catch (cause) {
    throw new Error('No engine answers at AWS_ENDPOINT_URL: start it first (npm start).', { cause });
  }
}

/** The three tables under random names, with the keys and indexes the stores use. */
export async function createTables(client: DynamoDBClient): Promise<Tables> {
  const suffix = randomBytes(6).toString('hex');
  const tables = {
    deskTable: `contract-desk-${suffix}`,
    ledgerTable: `contract-ledger-${suffix}`,
    limitsTable: `contract-limits-${suffix}`,
  };
  await createTable(client, tables.deskTable, [QUEUE_INDEX, CONTACT_INDEX]);
  await createTable(client, tables.ledgerTable, []);
  await createTable(client, tables.limitsTable, []);
  return tables;
}

export async function deleteTables(client: DynamoDBClient, tables: Tables): Promise<void> {
  for (const TableName of Object.values(tables)) await client.send(new DeleteTableCommand({ TableName }));
}

type Index = typeof QUEUE_INDEX | typeof CONTACT_INDEX;

async function createTable(client: DynamoDBClient, TableName: string, indexes: readonly Index[]): Promise<void> {
  const keys = [PARTITION_KEY, SORT_KEY, ...indexes.flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey])];
  const secondary = indexes.map(({ name, partitionKey, sortKey }): GlobalSecondaryIndex => ({
    IndexName: name,
    KeySchema: keySchema(partitionKey, sortKey),
    Projection: { ProjectionType: 'KEYS_ONLY' },
  }));
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: keys.map((name): AttributeDefinition => ({ AttributeName: name, AttributeType: 'S' })),
      KeySchema: keySchema(PARTITION_KEY, SORT_KEY),
      ...(secondary.length === 0 ? {} : { GlobalSecondaryIndexes: secondary }),
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 1 }, { TableName });
}

function keySchema(partition: string, sort: string): KeySchemaElement[] {
  return [
    { AttributeName: partition, KeyType: 'HASH' },
    { AttributeName: sort, KeyType: 'RANGE' },
  ];
}
