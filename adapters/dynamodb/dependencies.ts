import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Clock, RandomBytes } from '../../domain/ports.ts';

/** Names of the three tables. */
export interface Tables {
  readonly deskTable: string;
  readonly ledgerTable: string;
  readonly limitsTable: string;
}

/** What every DynamoDB store is made with; a function hands over the tables it may use. */
export interface DynamoDbDependencies<Table extends keyof Tables = keyof Tables> {
  readonly client: DynamoDBClient;
  readonly tables: Pick<Tables, Table>;
  readonly clock: Clock;
  /** For write ids and for the jitter of retries. */
  readonly randomBytes: RandomBytes;
  readonly pause: (milliseconds: number) => Promise<void>;
}
