import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { AlarmDefinition } from '../constructs/desk-alarm.ts';
import { API_STAGE } from '../constructs/desk-api.ts';
import { logMetric } from '../constructs/log-metric.ts';
import type { DeskStack } from './desk-stack.ts';

const fiveMinutes = { period: Duration.minutes(5), statistic: 'Sum' } as const;
const highest = { period: Duration.minutes(5), statistic: 'Maximum' } as const;

/** All alarms of a stage. One that nobody has to get up for does not belong here. */
export function alarmsOf(scope: Construct, desk: DeskStack): readonly AlarmDefinition[] {
  const { functions, stateMachine } = desk;
  const dispatcher = functions['dispatch-outbox'];
  return [
    {
      name: 'steps-late',
      impact: 'A reminder or escalation came more than an hour late, so staff had less time to keep the four weeks.',
      metrics: {
        sweep: logMetric(scope, 'StepsLate', {
          logGroup: functions.sweep.logGroup,
          anyOf: ['LATE_CASE_CAUGHT_UP', 'LATE_CASE_FAILED'],
        }),
      },
      rings: { atLeast: 1 },
    },
    {
      name: 'workflow-stopped',
      impact: 'The clock of a case stopped; until it runs again nobody is reminded of that request.',
      metrics: {
        failed: stateMachine.metricFailed(fiveMinutes),
        'timed-out': stateMachine.metricTimedOut(fiveMinutes),
        aborted: stateMachine.metricAborted(fiveMinutes),
      },
      rings: { atLeast: 1 },
    },
    {
      name: 'workflow-errors',
      impact: 'Steps of cases fail: reminders and escalations are late or missing.',
      metrics: {
        'advance-case': functions['advance-case'].metricErrors(fiveMinutes),
        sweep: functions.sweep.metricErrors(fiveMinutes),
        // Also what never reached a function: a call that was refused, a plan that could not be read.
        repair: logMetric(scope, 'ClockInRepair', {
          logGroup: desk.clockLogs,
          allOf: ['WaitStateEntered', 'Wait for repair'],
        }),
      },
      rings: { atLeast: 1 },
    },
    {
      name: 'mail-stuck',
      impact: 'Some mail cannot be sent, try after try: a receipt, an answer or a reminder does not reach its reader.',
      metrics: {
        redrive: logMetric(scope, 'MailStuck', {
          logGroup: dispatcher.logGroup,
          allOf: ['OUTBOX_REDRIVEN', 'postponed'],
          period: Duration.hours(1),
        }),
      },
      // The pauses between tries grow to an hour, so a mail that stays stuck is tried so often in its first hour only.
      rings: { atLeast: 3 },
    },
    {
      name: 'webhooks-given-up',
      impact: 'The newsletter tool was not told for three days: it may still mail people who have stopped its mails.',
      metrics: {
        calls: logMetric(scope, 'WebhooksGivenUp', {
          logGroup: dispatcher.logGroup,
          anyOf: ['WEBHOOK_GIVEN_UP'],
          period: Duration.hours(1),
        }),
      },
      rings: { atLeast: 1 },
    },
    {
      name: 'dispatch-errors',
      impact: 'The outbox is not emptied: no mail leaves and no new case gets its clock until it is.',
      metrics: { dispatch: dispatcher.metricErrors(fiveMinutes) },
      rings: { atLeast: 1 },
      periods: 3,
    },
    {
      name: 'outbox-behind',
      impact: 'Mails and clocks wait more than a quarter of an hour: people have no receipt of what they sent.',
      metrics: { stream: dispatcher.metric('IteratorAge', highest) },
      rings: { atLeast: Duration.minutes(15).toMilliseconds() },
    },
    {
      name: 'dead-letters',
      impact:
        'A mail, a start, a check of the watchdog or word of a bounce was given up; most is done again by itself.',
      metrics: {
        stream: desk.streamDeadLetters.metricApproximateNumberOfMessagesVisible(highest),
        task: desk.taskDeadLetters.metricApproximateNumberOfMessagesVisible(highest),
        'mail-events': desk.mailEvents.deadLetters.metricApproximateNumberOfMessagesVisible(highest),
      },
      rings: { atLeast: 1 },
    },
    {
      name: 'received-mail-stuck',
      impact: 'A mail that somebody wrote to the desk was not taken in: its request waits unseen while its time runs.',
      metrics: {
        letters: desk.inboundMail.deadLetters.metricApproximateNumberOfMessagesVisible(highest),
      },
      rings: { atLeast: 1 },
    },
    {
      name: 'watchdog-silent',
      impact: 'Nobody looks for late steps or unsent mail any more: a missed date would pass in silence.',
      metrics: {
        sweep: functions.sweep.metricInvocations({ period: Duration.hours(2), statistic: 'Sum' }),
        redrive: dispatcher.metricInvocations({ period: Duration.minutes(30), statistic: 'Sum' }),
      },
      rings: { fewerThan: 1 },
    },
    {
      name: 'pages-failing',
      impact: 'People get an error in place of the form, their answer or the desk; their request may not have arrived.',
      metrics: {
        api: new Metric({
          namespace: 'AWS/ApiGateway',
          metricName: '5XXError',
          dimensionsMap: { ApiName: desk.api.api.restApiName, Stage: API_STAGE },
          ...fiveMinutes,
        }),
      },
      // At a few requests a week a threshold above one would hide every one of them.
      rings: { atLeast: 1 },
    },
    {
      name: 'functions-throttled',
      impact: 'People are turned away and steps are put off: the account runs as many functions as it may.',
      metrics: { account: LambdaFunction.metricAllThrottles(fiveMinutes) },
      rings: { atLeast: 5 },
      periods: 2,
    },
    {
      name: 'mails-bounced',
      impact:
        'Many mails do not arrive: people have no receipt or answer, or staff no reminder. Each case knows of its own.',
      metrics: {
        desk: logMetric(scope, 'MailsBounced', {
          logGroup: functions['record-mail-events'].logGroup,
          anyOf: ['BOUNCE_RECORDED'],
          period: Duration.hours(1),
        }),
      },
      // A wrong address is for the staff of its case; so many at once have a cause that is not in the addresses.
      rings: { atLeast: 5 },
    },
    {
      name: 'mail-reputation',
      impact: 'Too many mails bounce: the provider may stop all mail of the organisation, legal letters too.',
      metrics: {
        bounces: new Metric({
          namespace: 'AWS/SES',
          metricName: 'Reputation.BounceRate',
          period: Duration.hours(1),
          statistic: 'Maximum',
        }),
      },
      // The provider puts an account under review at 0.05.
      rings: { atLeast: 0.04 },
    },
  ];
}
