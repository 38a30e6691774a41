import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { keyRights } from '../rights.ts';
import type { Settings } from '../settings.ts';

export interface DeskSchedulesProps {
  readonly settings: Settings;
  readonly key: IKey;
  readonly deadLetters: IQueue;
  readonly dispatchOutbox: IFunction;
  readonly sweep: IFunction;
  readonly stateMachine: IStateMachine;
}

/** The watchdog: nothing of the desk rests on one delivery alone. */
export class DeskSchedules extends Construct {
  constructor(scope: Construct, id: string, props: DeskSchedulesProps) {
    super(scope, id);
    const { settings, deadLetters, dispatchOutbox, sweep } = props;
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': settings.account } },
      }),
      inlinePolicies: {
        work: new iam.PolicyDocument({
          statements: [
            new iam.PolicyStatement({
              actions: ['lambda:InvokeFunction'],
              resources: [dispatchOutbox.functionArn, sweep.functionArn],
            }),
            new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }),
            keyRights(props.key, settings.region, 'sqs', 'Decrypt', 'GenerateDataKey'),
          ],
        }),
      },
    });
    const schedule = (name: string, expression: string, target: IFunction, task: string, retries: number) =>
      new CfnSchedule(this, name, {
        scheduleExpression: expression,
        scheduleExpressionTimezone: 'Europe/Amsterdam',
        flexibleTimeWindow: { mode: 'OFF' },
        target: {
          arn: target.functionArn,
          roleArn: role.roleArn,
          input: JSON.stringify({ task }),
          retryPolicy: { maximumRetryAttempts: retries, maximumEventAgeInSeconds: 3600 },
          deadLetterConfig: { arn: deadLetters.queueArn },
        },
      });
    schedule('Redrive', 'rate(5 minutes)', dispatchOutbox, 'redrive', 0);
    schedule('Late', 'rate(1 hour)', sweep, 'late', 5);
    schedule('Digest', 'cron(0 9 * * ? *)', sweep, 'digest', 10);
    schedule('Figures', 'cron(0 9 1 * ? *)', sweep, 'figures', 10);

    new events.Rule(this, 'Stopped', {
      description: 'An execution that ended while its case may still be open is looked at at once.',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          stateMachineArn: [props.stateMachine.stateMachineArn],
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
        },
      },
      targets: [new targets.LambdaFunction(sweep, { deadLetterQueue: deadLetters, retryAttempts: 10 })],
    });
  }
}
