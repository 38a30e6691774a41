import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { deskBucket, type DeskBucketProps, leaving } from './desk-bucket.ts';

/** A day to attach what was uploaded. */
const INCOMING_DAYS = 1;
/**
 * From attaching on: three months until an extended answer, sixty days its link lives, and some days for what is late.
 * S3 knows no date of collecting, so a file stays that long whether it was collected or not.
 */
const KEPT_DAYS = 160;

/** The files of answers: encrypted with the stage's key, every version kept apart, gone by themselves on their date. */
export class AnswerBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: DeskBucketProps) {
    super(scope, id);
    this.bucket = deskBucket(this, 'Bucket', props, [leaving('incoming', INCOMING_DAYS), leaving('files', KEPT_DAYS)]);
  }
}
