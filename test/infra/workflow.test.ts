import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OUTBOX_PREFIX, PARTITION_KEY } from '../../adapters/dynamodb/keys.ts';
import { FUNCTION_IDS, production, synthesiseDesk, textOf } from './support/synthesised-desk.ts';

const desk = synthesiseDesk(production);
const [machine] = desk.ofType('AWS::StepFunctions::StateMachine');
const definition = readFileSync('state-machines/case-clock.asl.json', 'utf8');

describe('the clock of a case', () => {
  it('is the file as it stands, and each of its placeholders is filled in', () => {
    expect(machine?.Properties['DefinitionString']).toBe(definition);
    const asked = [...definition.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
    expect(asked).not.toEqual([]);
    expect(Object.keys(machine?.Properties['DefinitionSubstitutions'])).toEqual([...new Set(asked)]);
  });

  it('is a standard state machine, since it waits for weeks', () => {
    expect(machine?.Properties['StateMachineType']).toBe('STANDARD');
  });

  it('logs that steps happened, and nothing of what they were about', () => {
    expect(machine?.Properties['LoggingConfiguration']).toMatchObject({ Level: 'ALL', IncludeExecutionData: false });
    const group = desk.one('AWS::Logs::LogGroup', 'Clock');
    expect(group.Properties['LogGroupName']).toBe('/aws/vendedlogs/states/PrivacyDesk-production-Desk-case-clock');
  });
});

describe('the outbox', () => {
  const mapping = desk.one('AWS::Lambda::EventSourceMapping', 'Dispatcher');

  it('is emptied by its dispatcher as rows appear, and by nothing else of the table', () => {
    expect(textOf(mapping.Properties['FunctionName'])).toContain(FUNCTION_IDS['dispatch-outbox']);
    const filters = mapping.Properties['FilterCriteria']['Filters'] as { Pattern: string }[] | undefined;
    expect(filters?.map(({ Pattern }) => JSON.parse(Pattern) as unknown)).toEqual([
      {
        eventName: ['INSERT'],
        dynamodb: { Keys: { [PARTITION_KEY]: { S: [{ prefix: OUTBOX_PREFIX }] } } },
      },
    ]);
  });

  it('is not held up by a row that cannot be worked on', () => {
    expect(mapping.Properties).toMatchObject({
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 3,
    });
    expect(textOf(mapping.Properties['DestinationConfig']['OnFailure']['Destination'])).toContain('StreamDeadLetters');
  });
});

describe('the watchdog', () => {
  const schedules = desk.ofType('AWS::Scheduler::Schedule');
  const targetOf = (name: string) => desk.one('AWS::Scheduler::Schedule', `Schedules${name}`).Properties['Target'];

  it.each([
    ['Redrive', 'rate(5 minutes)', '{"task":"redrive"}', 'dispatch-outbox'],
    ['Late', 'rate(1 hour)', '{"task":"late"}', 'sweep'],
    ['Digest', 'cron(0 9 * * ? *)', '{"task":"digest"}', 'sweep'],
    ['Figures', 'cron(0 9 1 * ? *)', '{"task":"figures"}', 'sweep'],
  ] as const)('%s runs %s', (name, expression, input, target) => {
    const { Properties } = desk.one('AWS::Scheduler::Schedule', `Schedules${name}`);
    expect(Properties).toMatchObject({
      ScheduleExpression: expression,
      ScheduleExpressionTimezone: 'Europe/Amsterdam',
    });
    expect(targetOf(name)['Input']).toBe(input);
    expect(textOf(targetOf(name)['Arn'])).toContain(FUNCTION_IDS[target]);
  });

  it('leaves a letter behind whatever fails', () => {
    for (const { Properties } of schedules) {
      expect(textOf(Properties['Target']['DeadLetterConfig']['Arn'])).toContain('TaskDeadLetters');
    }
    const sweeping = desk
      .ofType('AWS::Lambda::EventInvokeConfig')
      .find(({ Properties }) => textOf(Properties['FunctionName']).includes(FUNCTION_IDS.sweep));
    expect(textOf(sweeping?.Properties['DestinationConfig']['OnFailure']['Destination'])).toContain('TaskDeadLetters');
  });

  it('looks at once at an execution that ended other than by itself', () => {
    const rule = desk.one('AWS::Events::Rule', 'Schedules');
    expect(rule.Properties['EventPattern']).toMatchObject({
      source: ['aws.states'],
      detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
    });
    const target = rule.Properties['Targets'][0] as { Arn: unknown; DeadLetterConfig: { Arn: unknown } } | undefined;
    expect(textOf(target?.Arn)).toContain(FUNCTION_IDS.sweep);
    expect(textOf(target?.DeadLetterConfig.Arn)).toContain('TaskDeadLetters');
  });
});

describe('dead letters', () => {
  it('are encrypted, kept for 14 days and refused without TLS', () => {
    const queues = desk.ofType('AWS::SQS::Queue').filter(({ id }) => id.includes('DeadLetters'));
    expect(queues).toHaveLength(4);
    for (const { id, Properties } of queues) {
      expect(Properties['MessageRetentionPeriod']).toBe(14 * 24 * 60 * 60);
      expect(textOf(Properties['KmsMasterKeyId'])).toContain('Key');
      const policy = desk
        .ofType('AWS::SQS::QueuePolicy')
        .find((each) => textOf(each.Properties['Queues']).includes(id));
      expect(JSON.stringify(policy?.Properties['PolicyDocument'])).toContain('"aws:SecureTransport":"false"');
    }
  });
});

describe('mail', () => {
  it('is never swallowed by the account’s suppression list, nor sent unencrypted', () => {
    const [set] = desk.ofType('AWS::SES::ConfigurationSet');
    expect(set?.Properties).toMatchObject({
      SuppressionOptions: { SuppressedReasons: [] },
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      ReputationOptions: { ReputationMetricsEnabled: true },
    });
  });
});
