import { RemovalPolicy } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { PARTITION_KEY, SORT_KEY, TIME_TO_LIVE } from '../../adapters/dynamodb/keys.ts';

export interface DeskTableProps {
  readonly key: IKey;
  readonly keepData: boolean;
  /** Point-in-time recovery: not for what must be gone when it is deleted. */
  readonly recoverable: boolean;
  /** A stream that names the changed keys and nothing else. */
  readonly stream?: boolean;
  /** Sparse indexes that hold keys and nothing else. */
  readonly indexes?: readonly { readonly name: string; readonly partitionKey: string; readonly sortKey: string }[];
}

const text = (name: string) => ({ name, type: dynamodb.AttributeType.STRING });

/** A table of the desk: on demand, encrypted with the stage's key, rows leave by time to live. */
export class DeskTable extends Construct {
  readonly table: dynamodb.TableV2;

  constructor(scope: Construct, id: string, props: DeskTableProps) {
    super(scope, id);
    this.table = new dynamodb.TableV2(this, 'Table', {
      partitionKey: text(PARTITION_KEY),
      sortKey: text(SORT_KEY),
      timeToLiveAttribute: TIME_TO_LIVE,
      billing: dynamodb.Billing.onDemand(),
      encryption: dynamodb.TableEncryptionV2.customerManagedKey(props.key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: props.recoverable },
      deletionProtection: props.keepData,
      removalPolicy: props.keepData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
      ...(props.stream === true ? { dynamoStream: dynamodb.StreamViewType.KEYS_ONLY } : {}),
      globalSecondaryIndexes: (props.indexes ?? []).map((index) => ({
        indexName: index.name,
        partitionKey: text(index.partitionKey),
        sortKey: text(index.sortKey),
        projectionType: dynamodb.ProjectionType.KEYS_ONLY,
      })),
    });
  }
}
