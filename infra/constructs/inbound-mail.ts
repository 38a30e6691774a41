import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnEventSourceMapping, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnReceiptRule } from 'aws-cdk-lib/aws-ses';
import { CfnSubscription, Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { receiveMailEnv } from '../../functions/receive-mail/env.ts';
import { differencesOf } from '../local-differences.ts';
import { onlyForReceiptRule, RECEIPT_RULE_SET, receiptRuleName } from '../receipt-rule.ts';
import { fileRights, keyRights, tableKeyRights, tableRights } from '../rights.ts';
import { DeskFunction } from './desk-function.ts';
import { ATTACHMENT_FOLDER, MAIL_FOLDER } from './inbound-mail-bucket.ts';
import type { WebFunctionsProps } from './web-functions.ts';
import { letIn, queueReadRights, workedQueue } from './worked-queue.ts';

const TIMEOUT_SECONDS = 60;
const TRIES = 5;

/**
 * The way of a mail into the desk: SES puts it into the bucket and tells the topic, the topic tells the queue, and
 * `receive-mail` reads the queue. The message is the notification itself, without the envelope of the topic.
 */
export class InboundMail extends Construct {
  readonly function: LambdaFunction;
  readonly topic: Topic;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: WebFunctionsProps) {
    super(scope, id);
    const { settings, data } = props;
    const stack = Stack.of(this);
    const { refusePlainHttp, receivesMail } = differencesOf(settings);
    this.topic = new Topic(this, 'Topic', { masterKey: data.key, enforceSSL: refusePlainHttp });
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: onlyForReceiptRule(stack, settings),
      }),
    );
    const worked = workedQueue(this, {
      key: data.key,
      refusePlainHttp,
      // The only word of a mail that is in the bucket: as long as a queue can keep it.
      retentionDays: 14,
      timeoutSeconds: TIMEOUT_SECONDS,
      tries: TRIES,
    });
    this.deadLetters = worked.deadLetters;
    letIn(worked, 'sns.amazonaws.com', this.topic.topicArn);
    new CfnSubscription(this, 'Subscription', {
      topicArn: this.topic.topicArn,
      protocol: 'sqs',
      endpoint: worked.queue.queueArn,
      rawMessageDelivery: true,
      redrivePolicy: { deadLetterTargetArn: this.deadLetters.queueArn },
    });
    const { inboundMailDomain } = settings;
    if (receivesMail && inboundMailDomain !== undefined) this.#receive(props, inboundMailDomain);

    this.function = new DeskFunction(this, 'ReceiveMail', {
      settings,
      // A mail of 30 MB is there twice while it is taken apart.
      memoryMegabytes: 1024,
      timeoutSeconds: TIMEOUT_SECONDS,
      bundle: props.bundles['receive-mail'],
      env: receiveMailEnv,
      environment: {
        DESK_TABLE: data.desk.tableName,
        LEDGER_TABLE: data.ledger.tableName,
        LIMITS_TABLE: data.limits.tableName,
        KEY_RING_SECRET_ARN: data.keyRingArn,
        CASE_DAY_SECONDS: String(settings.caseDaySeconds),
        INBOUND_MAIL_BUCKET: data.inboundMail.bucketName,
        INBOUND_MAIL_DOMAIN: settings.inboundMailDomain ?? '',
      },
      rights: [
        fileRights(data.inboundMail, `${MAIL_FOLDER}/`, 'GetObject'),
        fileRights(data.inboundMail, `${ATTACHMENT_FOLDER}/`, 'PutObject'),
        keyRights(data.key, stack.region, 's3', 'Decrypt', 'GenerateDataKey'),
        // DeleteItem: a place on a list of somebody who wrote that mails are to stop.
        tableRights(data.desk, 'GetItem', 'Query', 'PutItem', 'DeleteItem'),
        tableRights(data.ledger, 'PutItem', 'UpdateItem', 'BatchGetItem'),
        tableRights(data.limits, 'GetItem', 'PutItem', 'UpdateItem'),
        tableKeyRights(data.key, stack.region),
        new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [data.keyRingArn] }),
        keyRights(data.key, stack.region, 'secretsmanager', 'Decrypt'),
        ...queueReadRights(worked, data.key, stack.region),
      ],
    }).function;
    new CfnEventSourceMapping(this, 'Messages', {
      functionName: this.function.functionName,
      eventSourceArn: worked.queue.queueArn,
      // A mail that takes too long keeps no other waiting.
      batchSize: 1,
      functionResponseTypes: ['ReportBatchItemFailures'],
      // A flood of mail must not take the account's functions from the people who write to the desk.
      scalingConfig: { maximumConcurrency: 2 },
    });
  }

  /** All mail to the inbound domain, whatever stands before the @, comes into the bucket of this stage. */
  #receive({ settings, data }: WebFunctionsProps, inboundMailDomain: string): void {
    const rule = new CfnReceiptRule(this, 'Rule', {
      ruleSetName: RECEIPT_RULE_SET,
      rule: {
        name: receiptRuleName(settings),
        enabled: true,
        recipients: [inboundMailDomain],
        scanEnabled: true,
        tlsPolicy: 'Require',
        actions: [
          {
            s3Action: {
              bucketName: data.inboundMail.bucketName,
              objectKeyPrefix: `${MAIL_FOLDER}/`,
              topicArn: this.topic.topicArn,
            },
          },
        ],
      },
    });
    // SES tries the topic while it makes the rule.
    rule.node.addDependency(this.topic);
  }
}
