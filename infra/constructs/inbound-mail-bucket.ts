import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { onlyForReceiptRule } from '../receipt-rule.ts';
import type { Settings } from '../settings.ts';
import { deskBucket, type DeskBucketProps, leaving } from './desk-bucket.ts';

/** The folder SES puts mails into, without the slash. */
export const MAIL_FOLDER = 'mail';
/** The folder files of mails are put into, taken out of them, without the slash. */
export const ATTACHMENT_FOLDER = 'attachments';
/** Eighteen months: an answer can be complained about for a year, and what came in is the proof of what was asked. */
const KEPT_DAYS = 550;

/** Mails as they came in, whole: put there by SES for the receipt rule of this stage, gone by themselves on their date. */
export class InboundMailBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: DeskBucketProps & { readonly settings: Settings }) {
    super(scope, id);
    this.bucket = deskBucket(this, 'Bucket', props, [
      leaving(MAIL_FOLDER, KEPT_DAYS),
      leaving(ATTACHMENT_FOLDER, KEPT_DAYS),
    ]);
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [this.bucket.arnForObjects(`${MAIL_FOLDER}/*`)],
        conditions: onlyForReceiptRule(Stack.of(this), props.settings),
      }),
    );
  }
}
