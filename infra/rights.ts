import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { CONTACT_INDEX, QUEUE_INDEX } from '../adapters/dynamodb/keys.ts';

type ItemAction = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'BatchWriteItem';

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

/** Finding the cases of one contact: keys only. */
export function contactRights(table: TableV2): PolicyStatement {
  return new PolicyStatement({
    actions: ['dynamodb:Query'],
    resources: [`${table.tableArn}/index/${CONTACT_INDEX.name}`],
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

/**
 * Exactly these actions on the files whose keys begin like this.
 * @param prefix with the slash at its end
 */
export function fileRights(bucket: Bucket, prefix: string, ...actions: readonly string[]): PolicyStatement {
  return new PolicyStatement({
    actions: actions.map((action) => `s3:${action}`),
    resources: [bucket.arnForObjects(`${prefix}*`)],
  });
}

/** Without the right to list, S3 answers 403 for what is not there, and nobody could tell it from a fault. */
export function fileListRights(bucket: Bucket): PolicyStatement {
  return new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] });
}
