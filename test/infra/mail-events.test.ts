import { describe, expect, it } from 'vitest';
import {
  actionsOf,
  FUNCTION_IDS,
  production,
  roleOf,
  statementsOf,
  synthesiseDesk,
  targetsOf,
  textOf,
} from './support/synthesised-desk.ts';

const desk = synthesiseDesk(production);
const local = synthesiseDesk({ stage: 'local' });
const [set] = desk.ofType('AWS::SES::ConfigurationSet');
const rule = desk.one('AWS::Events::Rule', 'MailEvents');
const queue = desk.one('AWS::SQS::Queue', 'MailEventsQueue');
const deadLetters = desk.one('AWS::SQS::Queue', 'MailEventsDeadLetters');
const lambda = desk.one('AWS::Lambda::Function', FUNCTION_IDS['record-mail-events']);
const mapping = desk.one('AWS::Lambda::EventSourceMapping', 'MailEvents');

describe('what SES tells of mails', () => {
  it('is told to the bus of the account, for the configuration set the desk sends by, and only what went wrong', () => {
    const [destination, ...more] = desk.ofType('AWS::SES::ConfigurationSetEventDestination');
    expect(more).toEqual([]);
    expect(textOf(destination?.Properties['ConfigurationSetName'])).toBe(`<${set?.id}>`);
    expect(destination?.Properties['EventDestination']).toMatchObject({
      Enabled: true,
      MatchingEventTypes: ['bounce', 'complaint', 'reject'],
    });
    expect(textOf(destination?.Properties['EventDestination']['EventBridgeDestination']['EventBusArn'])).toBe(
      'arn:aws:events:eu-west-1:111111111111:event-bus/default',
    );
    const variables = desk.one('AWS::Lambda::Function', FUNCTION_IDS['dispatch-outbox']).Properties['Environment'];
    expect(textOf(variables['Variables']['MAIL_CONFIGURATION_SET'])).toBe(`<${set?.id}>`);
  });

  it('comes into the queue for mails of this stage only', () => {
    const pattern = rule.Properties['EventPattern'] as { detail: { mail: { tags: Record<string, unknown[]> } } };
    expect(pattern).toMatchObject({
      source: ['aws.ses'],
      'detail-type': ['Email Bounced', 'Email Complaint Received', 'Email Rejected'],
    });
    expect(pattern.detail.mail.tags['ses:configuration-set']?.map(textOf)).toEqual([`<${set?.id}>`]);
    const [target] = rule.Properties['Targets'] as { Arn: unknown; DeadLetterConfig: { Arn: unknown } }[];
    expect(textOf(target?.Arn)).toBe(`<${queue.id}.Arn>`);
    expect(textOf(target?.DeadLetterConfig.Arn)).toBe(`<${deadLetters.id}.Arn>`);
  });

  it('is put there by this one rule and by nobody else', () => {
    for (const { id } of [queue, deadLetters]) {
      const policies = desk
        .ofType('AWS::SQS::QueuePolicy')
        .filter(({ Properties }) => textOf(Properties['Queues']) === `<${id}>`);
      const allowed = policies
        .flatMap(({ Properties }) => Properties['PolicyDocument']['Statement'] as Record<string, unknown>[])
        .filter(({ Effect }) => Effect === 'Allow');
      expect(allowed).toMatchObject([
        {
          Principal: { Service: 'events.amazonaws.com' },
          Action: 'sqs:SendMessage',
          Condition: { ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': [rule.id, 'Arn'] } } },
        },
      ]);
    }
  });
});

describe('the queue', () => {
  it('is encrypted with the key of the stage and refused without TLS', () => {
    expect(textOf(queue.Properties['KmsMasterKeyId'])).toContain('Key');
    const policy = desk
      .ofType('AWS::SQS::QueuePolicy')
      .find(({ Properties }) => textOf(Properties['Queues']) === `<${queue.id}>`);
    expect(JSON.stringify(policy?.Properties['PolicyDocument'])).toContain('"aws:SecureTransport":"false"');
  });

  it('gives up into the dead letters after five tries', () => {
    const { deadLetterTargetArn, maxReceiveCount } = queue.Properties['RedrivePolicy'];
    expect(textOf(deadLetterTargetArn)).toBe(`<${deadLetters.id}.Arn>`);
    expect(maxReceiveCount).toBe(5);
  });

  it('shows a message again only when the function must have ended', () => {
    expect(queue.Properties['VisibilityTimeout']).toBeGreaterThanOrEqual(6 * lambda.Properties['Timeout']);
  });

  it('is read message by message, and by two at once at most', () => {
    expect(textOf(mapping.Properties['FunctionName'])).toContain(lambda.id);
    expect(textOf(mapping.Properties['EventSourceArn'])).toBe(`<${queue.id}.Arn>`);
    expect(mapping.Properties).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 2 },
    });
  });
});

describe('record-mail-events', () => {
  it('may read its queue and no other, and send into none', () => {
    const queues = statementsOf(desk, roleOf(desk, lambda)).filter((statement) =>
      actionsOf(statement).some((action) => action.startsWith('sqs:')),
    );
    expect(queues.flatMap(actionsOf).toSorted()).toEqual([
      'sqs:DeleteMessage',
      'sqs:GetQueueAttributes',
      'sqs:ReceiveMessage',
    ]);
    expect(new Set(queues.flatMap(targetsOf))).toEqual(new Set([`<${queue.id}.Arn>`]));
  });

  it('is deployed on the local stage too', () => {
    expect(local.one('AWS::Lambda::EventSourceMapping', 'MailEvents').Properties).toMatchObject({ BatchSize: 10 });
  });
});
