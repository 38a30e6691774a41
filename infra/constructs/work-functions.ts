import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type Alias, CfnEventInvokeConfig, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { advanceCaseEnv } from '../../functions/advance-case/env.ts';
import { sweepEnv } from '../../functions/sweep/env.ts';
import { keyRights, queueRights, tableKeyRights, tableRights } from '../rights.ts';
import { DeskFunction } from './desk-function.ts';
import type { WebFunctionsProps } from './web-functions.ts';

/** The functions the clock and the watchdog call. */
export class WorkFunctions extends Construct {
  readonly advanceCase: LambdaFunction;
  readonly advanceCaseAlias: Alias;
  readonly sweep: LambdaFunction;

  constructor(scope: Construct, id: string, props: WebFunctionsProps & { readonly deadLetters: IQueue }) {
    super(scope, id);
    const { settings, data, bundles, deadLetters } = props;
    const { region } = Stack.of(this);
    const tables = { DESK_TABLE: data.desk.tableName, LEDGER_TABLE: data.ledger.tableName };
    const tableKey = tableKeyRights(data.key, region);

    const advanceCase = new DeskFunction(this, 'AdvanceCase', {
      settings,
      keepVersions: true,
      memoryMegabytes: 512,
      timeoutSeconds: 30,
      bundle: bundles['advance-case'],
      env: advanceCaseEnv,
      environment: tables,
      rights: [tableRights(data.desk, 'GetItem', 'Query', 'PutItem'), tableRights(data.ledger, 'PutItem'), tableKey],
    }).function;
    this.advanceCase = advanceCase;
    // Running executions reach the newest version through the alias, and a bad one can be taken back in one step.
    this.advanceCaseAlias = advanceCase.addAlias('live');

    this.sweep = new DeskFunction(this, 'Sweep', {
      settings,
      memoryMegabytes: 512,
      timeoutSeconds: 300,
      bundle: bundles.sweep,
      env: sweepEnv,
      environment: tables,
      rights: [
        // DeleteItem: sign-ups nobody confirmed.
        tableRights(data.desk, 'GetItem', 'Query', 'PutItem', 'DeleteItem'),
        queueRights(data.desk),
        tableRights(data.ledger, 'PutItem'),
        tableKey,
        new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }),
        keyRights(data.key, region, 'sqs', 'Decrypt', 'GenerateDataKey'),
      ],
    }).function;
    new CfnEventInvokeConfig(this, 'SweepInvocations', {
      functionName: this.sweep.functionName,
      qualifier: '$LATEST',
      maximumRetryAttempts: 2,
      maximumEventAgeInSeconds: Duration.hours(1).toSeconds(),
      destinationConfig: { onFailure: { destination: deadLetters.queueArn } },
    });
  }
}
