import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

export interface DeskBucketProps {
  readonly key: IKey;
  readonly keepData: boolean;
  readonly refusePlainHttp: boolean;
}

/** A bucket of the desk: encrypted with the stage's key, every version kept apart, nothing public, things leave on their date. */
export function deskBucket(
  scope: Construct,
  id: string,
  { key, keepData, refusePlainHttp }: DeskBucketProps,
  leavings: readonly s3.LifecycleRule[],
): s3.Bucket {
  return new s3.Bucket(scope, id, {
    encryption: s3.BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    versioned: true,
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: refusePlainHttp,
    ...(refusePlainHttp && { minimumTLSVersion: 1.2 }),
    removalPolicy: keepData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    lifecycleRules: [
      ...leavings,
      {
        id: 'clean-up',
        expiredObjectDeleteMarker: true,
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
  });
}

/** A version that expires becomes noncurrent first, and is deleted a day later. */
export function leaving(folder: string, days: number): s3.LifecycleRule {
  return {
    id: `${folder}-leave`,
    prefix: `${folder}/`,
    expiration: Duration.days(days),
    noncurrentVersionExpiration: Duration.days(1),
  };
}
