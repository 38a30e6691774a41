import { readFileSync } from 'node:fs';
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Alias } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { deskLogGroup } from './desk-log-group.ts';

const definition = new URL('../../state-machines/case-clock.asl.json', import.meta.url);

/** The workflow of one case: waits for its next step, has it done, asks again. */
export class CaseClock extends Construct {
  readonly stateMachine: sfn.StateMachine;
  readonly logs: LogGroup;

  constructor(scope: Construct, id: string, props: { readonly settings: Settings; readonly advanceCase: Alias }) {
    super(scope, id);
    const { settings, advanceCase } = props;
    const name = `${Stack.of(this).stackName}-case-clock`;
    // Under this prefix log delivery needs no entry in the account's log policy, which has room for ten.
    this.logs = deskLogGroup(this, 'Logs', settings, `/aws/vendedlogs/states/${name}`);
    this.stateMachine = new sfn.StateMachine(this, 'Machine', {
      stateMachineName: name,
      stateMachineType: sfn.StateMachineType.STANDARD,
      definitionBody: sfn.DefinitionBody.fromString(readFileSync(definition, 'utf8')),
      definitionSubstitutions: { AdvanceCaseArn: advanceCase.functionArn },
      role: new iam.Role(this, 'Role', {
        assumedBy: new iam.ServicePrincipal('states.amazonaws.com', {
          conditions: { StringEquals: { 'aws:SourceAccount': settings.account } },
        }),
        inlinePolicies: {
          work: new iam.PolicyDocument({
            statements: [
              new iam.PolicyStatement({
                actions: ['lambda:InvokeFunction'],
                resources: [advanceCase.functionArn],
              }),
            ],
          }),
        },
      }),
      // Execution data would be a second, unerasable copy of what the case row holds.
      logs: { destination: this.logs, level: sfn.LogLevel.ALL, includeExecutionData: false },
      removalPolicy: settings.keepData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
  }
}
