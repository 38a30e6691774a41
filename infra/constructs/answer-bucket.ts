import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

export interface AnswerBucketProps {
  readonly key: IKey;
  readonly keepData: boolean;
  readonly refusePlainHttp: boolean;
}

/** A day to attach what was uploaded. */
const INCOMING_DAYS = 1;
/**
 * From attaching on: three months until an extended answer, sixty days its link lives, and some days for what is late.
 * S3 knows no date of collecting, so a file stays that long whether it was collected or not.
 */
const KEPT_DAYS = 160;

/** The files of answers: encrypted with the stage's key, every version kept apart, gone by themselves on their date. */
export class AnswerBucket extends Construct {
  readonly bucket: s3.Bucket;

  constructor(scope: Construct, id: string, { key, keepData, refusePlainHttp }: AnswerBucketProps) {
    super(scope, id);
    this.bucket = new s3.Bucket(this, 'Bucket', {
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
        leaving('incoming', INCOMING_DAYS),
        leaving('files', KEPT_DAYS),
        {
          id: 'clean-up',
          expiredObjectDeleteMarker: true,
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
  }
}

/** A version that expires becomes noncurrent first, and is deleted a day later. */
function leaving(folder: string, days: number): s3.LifecycleRule {
  return {
    id: `${folder}-leave`,
    prefix: `${folder}/`,
    expiration: Duration.days(days),
    noncurrentVersionExpiration: Duration.days(1),
  };
}
