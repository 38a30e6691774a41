import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { CONTACT_INDEX, QUEUE_INDEX } from '../../adapters/dynamodb/keys.ts';
import { AnswerBucket } from '../constructs/answer-bucket.ts';
import { InboundMailBucket } from '../constructs/inbound-mail-bucket.ts';
import { DeskTable } from '../constructs/desk-table.ts';
import { differencesOf } from '../local-differences.ts';
import { onlyForReceiptRule } from '../receipt-rule.ts';
import type { Settings } from '../settings.ts';

/** All that holds data, apart from what works on it: this stack can stand when the others are taken away. */
export class DataStack extends Stack {
  readonly key: Key;
  readonly desk: TableV2;
  readonly ledger: TableV2;
  readonly limits: TableV2;
  readonly answers: Bucket;
  readonly inboundMail: Bucket;
  readonly keyRingArn: string;
  readonly webhookSecretArn: string;

  constructor(scope: Construct, id: string, props: StackProps & { readonly settings: Settings }) {
    super(scope, id, props);
    const { keepData } = props.settings;
    const removalPolicy = keepData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;

    this.key = new Key(this, 'Key', {
      description: `privacy-desk ${props.settings.stage}: tables, key ring, files, mails, queues, topics`,
      enableKeyRotation: true,
      removalPolicy,
    });
    // Services that use the key on their own, with no role of ours: alarms to the topic, rules to their dead letters,
    // mails into the bucket and word of them by way of a topic to a queue.
    // EventBridge does not always name its account when it uses a key; the queue's own policy names the rule.
    const use = { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: ['*'] };
    this.key.addToResourcePolicy(
      new iam.PolicyStatement({
        ...use,
        principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    this.key.addToResourcePolicy(
      new iam.PolicyStatement({ ...use, principals: [new iam.ServicePrincipal('events.amazonaws.com')] }),
    );
    this.key.addToResourcePolicy(
      new iam.PolicyStatement({
        ...use,
        principals: [new iam.ServicePrincipal('ses.amazonaws.com')],
        conditions: onlyForReceiptRule(this, props.settings),
      }),
    );
    this.key.addToResourcePolicy(
      new iam.PolicyStatement({
        ...use,
        principals: [new iam.ServicePrincipal('sns.amazonaws.com')],
        conditions: {
          ArnLike: {
            // The topics of this stage: their names begin with that of their stack.
            'aws:SourceArn': this.formatArn({ service: 'sns', resource: `PrivacyDesk-${props.settings.stage}-Desk-*` }),
          },
        },
      }),
    );

    const common = { key: this.key, keepData };
    this.desk = new DeskTable(this, 'Desk', {
      ...common,
      recoverable: true,
      stream: true,
      indexes: [QUEUE_INDEX, CONTACT_INDEX],
    }).table;
    this.ledger = new DeskTable(this, 'Ledger', { ...common, recoverable: true }).table;
    this.limits = new DeskTable(this, 'Limits', { ...common, recoverable: false }).table;

    const { refusePlainHttp } = differencesOf(props.settings);
    this.answers = new AnswerBucket(this, 'Answers', { ...common, refusePlainHttp }).bucket;
    const { settings } = props;
    this.inboundMail = new InboundMailBucket(this, 'InboundMail', { ...common, refusePlainHttp, settings }).bucket;

    // Keys by id; new ones are added beside the old, which go on verifying what they made.
    const keyRing = new CfnSecret(this, 'KeyRing', {
      description: `privacy-desk ${props.settings.stage}: keys of collection codes and contact hashes`,
      kmsKeyId: this.key.keyArn,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ current: 'k1' }),
        generateStringKey: 'k1',
        passwordLength: 64,
        excludePunctuation: true,
      },
    });
    keyRing.applyRemovalPolicy(removalPolicy);
    this.keyRingArn = keyRing.attrId;

    // Letters and digits in a multiple of four are base64 of whole bytes: here 33, as Standard Webhooks wants (24 to 64).
    const webhookSecret = new CfnSecret(this, 'WebhookSecret', {
      description: `privacy-desk ${props.settings.stage}: what calls to the newsletter tool are signed with; whsec_ before it`,
      kmsKeyId: this.key.keyArn,
      // By name: the local engine knows no excludePunctuation.
      generateSecretString: { passwordLength: 44, excludeCharacters: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~' },
    });
    webhookSecret.applyRemovalPolicy(removalPolicy);
    this.webhookSecretArn = webhookSecret.attrId;

    new CfnOutput(this, 'DeskTable', { value: this.desk.tableName });
    new CfnOutput(this, 'LedgerTable', { value: this.ledger.tableName });
    new CfnOutput(this, 'LimitsTable', { value: this.limits.tableName });
    new CfnOutput(this, 'AnswerBucket', { value: this.answers.bucketName });
    new CfnOutput(this, 'InboundMailBucket', { value: this.inboundMail.bucketName });
    new CfnOutput(this, 'KeyRingSecretArn', { value: this.keyRingArn });
    new CfnOutput(this, 'WebhookSecretArn', { value: this.webhookSecretArn });
  }
}
