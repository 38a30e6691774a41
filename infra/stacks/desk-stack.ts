import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { FunctionBundles } from '../bundle-functions.ts';
import { CaseClock } from '../constructs/case-clock.ts';
import { DeskApi } from '../constructs/desk-api.ts';
import { DeskSchedules } from '../constructs/desk-schedules.ts';
import { deadLetterQueue } from '../constructs/dead-letter-queue.ts';
import { InboundMail } from '../constructs/inbound-mail.ts';
import { MailEvents } from '../constructs/mail-events.ts';
import { MailSending } from '../constructs/mail-sending.ts';
import { OutboxDispatcher } from '../constructs/outbox-dispatcher.ts';
import { WebFirewall } from '../constructs/web-firewall.ts';
import { WebFunctions } from '../constructs/web-functions.ts';
import { WorkFunctions } from '../constructs/work-functions.ts';
import { differencesOf } from '../local-differences.ts';
import type { FunctionName } from '../function-names.ts';
import type { Settings } from '../settings.ts';
import type { DataStack } from './data-stack.ts';

export interface DeskStackProps extends StackProps {
  readonly settings: Settings;
  readonly data: DataStack;
  readonly bundles: FunctionBundles;
}

/** All that works: the functions, the clock of the cases, the public API, the schedules. */
export class DeskStack extends Stack {
  readonly functions: Readonly<Record<FunctionName, LambdaFunction>>;
  readonly stateMachine: StateMachine;
  readonly clockLogs: ILogGroup;
  readonly api: DeskApi;
  readonly mail: MailSending;
  readonly mailEvents: MailEvents;
  readonly inboundMail: InboundMail;
  readonly streamDeadLetters: Queue;
  readonly taskDeadLetters: Queue;

  constructor(scope: Construct, id: string, props: DeskStackProps) {
    super(scope, id, props);
    const { settings, data, bundles } = props;
    const queue = { key: data.key, refusePlainHttp: differencesOf(settings).refusePlainHttp };
    this.streamDeadLetters = deadLetterQueue(this, 'StreamDeadLetters', queue);
    this.taskDeadLetters = deadLetterQueue(this, 'TaskDeadLetters', queue);

    this.api = new DeskApi(this, 'Web', settings);
    const common = { settings, data, bundles, publicUrl: this.api.publicUrl };
    const web = new WebFunctions(this, 'WebFunctions', common);
    this.api.connect(web.functions);
    if (settings.webFirewall) new WebFirewall(this, 'Firewall', this.api.api.deploymentStage);

    const work = new WorkFunctions(this, 'WorkFunctions', { ...common, deadLetters: this.taskDeadLetters });
    const clock = new CaseClock(this, 'Clock', { settings, advanceCase: work.advanceCaseAlias });
    this.stateMachine = clock.stateMachine;
    this.clockLogs = clock.logs;
    this.mail = new MailSending(this, 'Mail', settings);
    const dispatcher = new OutboxDispatcher(this, 'Dispatcher', {
      ...common,
      stateMachine: this.stateMachine,
      mail: this.mail,
      deadLetters: this.streamDeadLetters,
    });
    this.mailEvents = new MailEvents(this, 'MailEvents', { ...common, mail: this.mail });
    this.inboundMail = new InboundMail(this, 'InboundMail', common);
    new DeskSchedules(this, 'Schedules', {
      settings,
      key: data.key,
      deadLetters: this.taskDeadLetters,
      dispatchOutbox: dispatcher.function,
      sweep: work.sweep,
      stateMachine: this.stateMachine,
    });
    this.functions = {
      ...web.functions,
      'advance-case': work.advanceCase,
      'dispatch-outbox': dispatcher.function,
      'record-mail-events': this.mailEvents.function,
      'receive-mail': this.inboundMail.function,
      sweep: work.sweep,
    };

    new CfnOutput(this, 'Url', { value: this.api.publicUrl });
    new CfnOutput(this, 'StateMachineArn', { value: this.stateMachine.stateMachineArn });
    new CfnOutput(this, 'SweepName', { value: work.sweep.functionName });
    new CfnOutput(this, 'DispatchOutboxName', { value: dispatcher.function.functionName });
    new CfnOutput(this, 'RecordMailEventsName', { value: this.mailEvents.function.functionName });
    new CfnOutput(this, 'ReceiveMailName', { value: this.inboundMail.function.functionName });
    new CfnOutput(this, 'InboundMailTopicArn', { value: this.inboundMail.topic.topicArn });
    new CfnOutput(this, 'InboundMailDomain', { value: settings.inboundMailDomain ?? 'none' });
    new CfnOutput(this, 'AdvanceCaseName', { value: work.advanceCase.functionName });
  }
}
