import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEventInvokeConfig, CfnEventSourceMapping, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { OUTBOX_PREFIX, PARTITION_KEY } from '../../adapters/dynamodb/keys.ts';
import { dispatchOutboxEnv } from '../../functions/dispatch-outbox/env.ts';
import { fileRights, keyRights, queueRights, tableKeyRights, tableRights } from '../rights.ts';
import { DeskFunction } from './desk-function.ts';
import { MAIL_FOLDER } from './inbound-mail-bucket.ts';
import type { MailSending } from './mail-sending.ts';
import type { WebFunctionsProps } from './web-functions.ts';

export interface OutboxDispatcherProps extends WebFunctionsProps {
  readonly stateMachine: IStateMachine;
  readonly mail: MailSending;
  readonly deadLetters: IQueue;
}

/** Sends what the outbox holds: at once when a row appears, and by schedule whatever was left. */
export class OutboxDispatcher extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: OutboxDispatcherProps) {
    super(scope, id);
    const { settings, data, stateMachine, mail, deadLetters } = props;
    const { region } = Stack.of(this);
    const stream = data.desk.tableStreamArn;
    if (stream === undefined) throw new Error('the desk table has a stream');

    this.function = new DeskFunction(this, 'DispatchOutbox', {
      settings,
      memoryMegabytes: 512,
      timeoutSeconds: 60,
      bundle: props.bundles['dispatch-outbox'],
      env: dispatchOutboxEnv,
      environment: {
        DESK_TABLE: data.desk.tableName,
        LEDGER_TABLE: data.ledger.tableName,
        LIMITS_TABLE: data.limits.tableName,
        KEY_RING_SECRET_ARN: data.keyRingArn,
        PUBLIC_URL: props.publicUrl,
        REHEARSAL_MAIL_DOMAIN: settings.rehearsalMailDomain ?? '',
        STATE_MACHINE_ARN: stateMachine.stateMachineArn,
        MAIL_CONFIGURATION_SET: mail.configurationSet,
        CASE_DAY_SECONDS: String(settings.caseDaySeconds),
        INBOUND_MAIL_BUCKET: data.inboundMail.bucketName,
        INBOUND_MAIL_DOMAIN: settings.inboundMailDomain ?? '',
        NEWSLETTER_WEBHOOK: settings.newsletterWebhook ?? '',
        WEBHOOK_SECRET_ARN: data.webhookSecretArn,
      },
      rights: [
        // PutItem: what follows for a case from a letter having left.
        tableRights(data.desk, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'BatchWriteItem'),
        // BatchGetItem: who must not be written to.
        tableRights(data.ledger, 'PutItem', 'BatchGetItem'),
        queueRights(data.desk),
        tableRights(data.limits, 'PutItem'),
        // A mail that is customer service's goes on to them whole, unless they have their own copy.
        ...(settings.organisation.customerServiceEmail === null
          ? []
          : [
              fileRights(data.inboundMail, `${MAIL_FOLDER}/`, 'GetObject'),
              keyRights(data.key, region, 's3', 'Decrypt'),
            ]),
        tableKeyRights(data.key, region),
        new PolicyStatement({
          actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
          resources: [stream],
        }),
        // DynamoDB knows no single stream for this one action.
        new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }),
        new PolicyStatement({ actions: ['states:StartExecution'], resources: [stateMachine.stateMachineArn] }),
        new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }),
        keyRights(data.key, region, 'sqs', 'Decrypt', 'GenerateDataKey'),
        // Codes that show who somebody is are made where their mail is.
        new PolicyStatement({
          actions: ['secretsmanager:GetSecretValue'],
          resources: [data.keyRingArn, ...(settings.newsletterWebhook === undefined ? [] : [data.webhookSecretArn])],
        }),
        keyRights(data.key, region, 'secretsmanager', 'Decrypt'),
        mail.sendRights,
      ],
    }).function;

    new CfnEventSourceMapping(this, 'NewRows', {
      functionName: this.function.functionName,
      eventSourceArn: stream,
      startingPosition: 'TRIM_HORIZON',
      batchSize: 10,
      filterCriteria: {
        filters: [
          {
            pattern: JSON.stringify({
              eventName: ['INSERT'],
              dynamodb: { Keys: { [PARTITION_KEY]: { S: [{ prefix: OUTBOX_PREFIX }] } } },
            }),
          },
        ],
      },
      bisectBatchOnFunctionError: true,
      functionResponseTypes: ['ReportBatchItemFailures'],
      // The redrive finds the row in any case; a record that blocks its shard would hold up all others.
      maximumRetryAttempts: 3,
      maximumRecordAgeInSeconds: 3600,
      destinationConfig: { onFailure: { destination: deadLetters.queueArn } },
    });
    // The next redrive comes in five minutes: a retry of this one would only run beside it.
    new CfnEventInvokeConfig(this, 'Invocations', {
      functionName: this.function.functionName,
      qualifier: '$LATEST',
      maximumRetryAttempts: 0,
      maximumEventAgeInSeconds: 300,
    });
  }
}
