import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { QUEUE_INDEX } from '../adapters/dynamodb/keys.ts';

type ItemAction = 'GetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'BatchWriteItem';

/** Exactly these actions on the rows of one table. A transaction needs the action of each of its parts. */
export function tableRights(table: TableV2, ...actions: readonly ItemAction[]): PolicyStatement {
  return new PolicyStatement({ actions: actions.map((action) => `dynamodb:${action}`), resources: [table.tableArn] });
}

/** Reading the queues (due cases, unsent mail): keys only. */
export function queueRights(table: TableV2): PolicyStatement {
  return new PolicyStatement({
    actions: ['dynamodb:Query'],
    resources: [`${table.tableArn}/index/${QUEUE_INDEX.name}`],
  });
}

/**
 * Using the stage's key, through one service only: never the bare key.
 * @param service as in a service's host name, e.g. `dynamodb`
 */
export function keyRights(key: IKey, region: string, service: string, ...actions: readonly string[]): PolicyStatement {
  return new PolicyStatement({
    actions: actions.map((action) => `kms:${action}`),
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `${service}.${region}.amazonaws.com` } },
  });
}

/** What DynamoDB asks of the caller's key rights. */
export function tableKeyRights(key: IKey, region: string): PolicyStatement {
  return keyRights(
    key,
    region,
    'dynamodb',
    'Decrypt',
    'DescribeKey',
    'Encrypt',
    'GenerateDataKey',
    'ReEncryptFrom',
    'ReEncryptTo',
  );
}
