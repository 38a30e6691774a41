import { Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEventSourceMapping, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnConfigurationSetEventDestination } from 'aws-cdk-lib/aws-ses';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { recordMailEventsEnv } from '../../functions/record-mail-events/env.ts';
import { differencesOf } from '../local-differences.ts';
import { keyRights, tableKeyRights, tableRights } from '../rights.ts';
import { DeskFunction } from './desk-function.ts';
import type { MailSending } from './mail-sending.ts';
import type { WebFunctionsProps } from './web-functions.ts';
import { letIn, queueReadRights, workedQueue } from './worked-queue.ts';

const TIMEOUT_SECONDS = 30;
const TRIES = 5;

/**
 * What SES tells of mails that left: configuration set, the account's event bus, a queue, `record-mail-events`. Only
 * what says that a mail did not arrive or was not wanted: an event holds the address and the subject of its mail.
 */
export class MailEvents extends Construct {
  readonly function: LambdaFunction;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: WebFunctionsProps & { readonly mail: MailSending }) {
    super(scope, id);
    const { settings, data, mail } = props;
    const stack = Stack.of(this);
    const { refusePlainHttp } = differencesOf(settings);
    const worked = workedQueue(this, {
      key: data.key,
      refusePlainHttp,
      retentionDays: 4,
      timeoutSeconds: TIMEOUT_SECONDS,
      tries: TRIES,
    });
    this.deadLetters = worked.deadLetters;

    new CfnConfigurationSetEventDestination(this, 'Destination', {
      configurationSetName: mail.configurationSet,
      eventDestination: {
        enabled: true,
        matchingEventTypes: ['bounce', 'complaint', 'reject'],
        eventBridgeDestination: {
          // SES knows no other bus.
          eventBusArn: stack.formatArn({ service: 'events', resource: 'event-bus', resourceName: 'default' }),
        },
      },
    });
    const rule = new events.Rule(this, 'Rule', {
      description: 'Bounces, complaints and rejects of the mails of this stage.',
      eventPattern: {
        source: ['aws.ses'],
        detailType: ['Email Bounced', 'Email Complaint Received', 'Email Rejected'],
        // The bus is the account's: other stages and other applications put their events on it too.
        detail: { mail: { tags: { 'ses:configuration-set': [mail.configurationSet] } } },
      },
      targets: [{ bind: () => ({ arn: worked.queue.queueArn, deadLetterConfig: { arn: this.deadLetters.queueArn } }) }],
    });
    letIn(worked, 'events.amazonaws.com', rule.ruleArn);

    this.function = new DeskFunction(this, 'RecordMailEvents', {
      settings,
      memoryMegabytes: 512,
      timeoutSeconds: TIMEOUT_SECONDS,
      bundle: props.bundles['record-mail-events'],
      env: recordMailEventsEnv,
      environment: {
        DESK_TABLE: data.desk.tableName,
        LEDGER_TABLE: data.ledger.tableName,
        KEY_RING_SECRET_ARN: data.keyRingArn,
        CASE_DAY_SECONDS: String(settings.caseDaySeconds),
      },
      rights: [
        // DeleteItem: a place on a list of somebody who called a mail spam.
        tableRights(data.desk, 'GetItem', 'Query', 'PutItem', 'DeleteItem'),
        tableRights(data.ledger, 'PutItem', 'UpdateItem', 'BatchGetItem'),
        new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [data.keyRingArn] }),
        keyRights(data.key, stack.region, 'secretsmanager', 'Decrypt'),
        tableKeyRights(data.key, stack.region),
        ...queueReadRights(worked, data.key, stack.region),
      ],
    }).function;
    new CfnEventSourceMapping(this, 'Messages', {
      functionName: this.function.functionName,
      eventSourceArn: worked.queue.queueArn,
      batchSize: 10,
      functionResponseTypes: ['ReportBatchItemFailures'],
      // A flood of bounces must not take the account's functions from the people who write to the desk.
      scalingConfig: { maximumConcurrency: 2 },
    });
  }
}
