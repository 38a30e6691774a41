import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { production, synthesiseDesk, textOf } from './support/synthesised-desk.ts';

const desk = synthesiseDesk(production);
const alarms = desk.ofType('AWS::CloudWatch::Alarm');
const heard = (id: string) => textOf(desk.one('AWS::Logs::MetricFilter', id).Properties['LogGroupName']);
const runbookOf = (description: string) => /Runbook: (docs\/runbooks\/[a-z-]+\.md)$/.exec(description)?.[1] ?? '';

describe('every alarm', () => {
  it('says whom it hurts and where its runbook is', () => {
    expect(alarms.length).toBeGreaterThan(10);
    const descriptions = alarms.map(({ Properties }) => Properties['AlarmDescription'] as string);
    expect(descriptions.filter((description) => description.length < 60)).toEqual([]);
    expect(descriptions.filter((description) => !existsSync(runbookOf(description)))).toEqual([]);
  });

  it('reaches somebody, when it rings and when it is over', () => {
    const topic = desk.one('AWS::SNS::Topic', 'Alarms');
    for (const { Properties } of alarms) {
      expect(Properties['AlarmActions']).toEqual([{ Ref: topic.id }]);
      expect(Properties['OKActions']).toEqual([{ Ref: topic.id }]);
    }
    const subscription = desk.one('AWS::SNS::Subscription', 'Alarms');
    expect(subscription.Properties).toMatchObject({ Protocol: 'email', Endpoint: 'alarms@example.org' });
  });

  it('has a name that tells its stage', () => {
    for (const { Properties } of alarms)
      expect(Properties['AlarmName']).toMatch(/^PrivacyDesk-production-Watch-[a-z-]+$/);
  });

  it('takes silence for trouble only where silence is the trouble', () => {
    const silent = alarms.filter(({ Properties }) => Properties['TreatMissingData'] === 'breaching');
    expect(
      silent.map(({ Properties }) => Properties['AlarmName'].replace('PrivacyDesk-production-Watch-', '')),
    ).toEqual(['watchdog-silent-sweep', 'watchdog-silent-redrive']);
  });
});

describe('runbooks', () => {
  it('are there for alarms that exist, each with the five things to know at night', () => {
    const rung = new Set(alarms.map(({ Properties }) => runbookOf(Properties['AlarmDescription'])));
    const pages = readdirSync('docs/runbooks').filter((name) => name !== 'README.md');
    expect(pages.map((name) => `docs/runbooks/${name}`).toSorted()).toEqual([...rung].toSorted());
    for (const name of pages) {
      const text = readFileSync(`docs/runbooks/${name}`, 'utf8');
      for (const heading of ['Trigger', 'Who is hurt', 'Likely causes', 'What to do', 'Over when']) {
        expect(`${name}: ${text}`).toContain(`## ${heading}`);
      }
    }
  });
});

describe('runbooks and the log', () => {
  it('name only codes the functions can write', () => {
    const ofAws = new Set(['TIMED_OUT']);
    const catalogue = readFileSync('functions/runtime/log.ts', 'utf8');
    const codes = readdirSync('docs/runbooks').flatMap(
      (name) => readFileSync(`docs/runbooks/${name}`, 'utf8').match(/\b[A-Z]+_[A-Z_]+[A-Z]\b/g) ?? [],
    );
    expect(codes.length).toBeGreaterThan(5);
    expect(codes.filter((code) => !ofAws.has(code) && !catalogue.includes(`${code}:`))).toEqual([]);
  });
});

describe('alarms from logs', () => {
  it('listen for codes the functions can write', () => {
    const catalogue = readFileSync('functions/runtime/log.ts', 'utf8');
    const filters = desk
      .ofType('AWS::Logs::MetricFilter')
      .filter(({ Properties }) => textOf(Properties['LogGroupName']) !== heard('ClockInRepair'));
    expect(filters).toHaveLength(4);
    for (const { Properties } of filters) {
      const codes = (Properties['FilterPattern'] as string).match(/[A-Z][A-Z_]+/g) ?? [];
      expect(codes).not.toEqual([]);
      for (const code of codes) expect(catalogue).toContain(`${code}:`);
    }
  });

  it('listen at the function that writes them', () => {
    expect(heard('StepsLate')).toContain('WorkFunctionsSweepLogs');
    expect(heard('MailStuck')).toContain('DispatcherDispatchOutboxLogs');
    expect(heard('WebhooksGivenUp')).toContain('DispatcherDispatchOutboxLogs');
    expect(heard('MailsBounced')).toContain('MailEventsRecordMailEventsLogs');
    expect(heard('ClockInRepair')).toContain('ClockLogs');
  });

  it('hear the state a failing clock waits in', () => {
    const filters = desk.ofType('AWS::Logs::MetricFilter').map(({ Properties }) => String(Properties['FilterPattern']));
    const states = Object.keys(
      (JSON.parse(readFileSync('state-machines/case-clock.asl.json', 'utf8')) as { States: object }).States,
    );
    expect(states).toContain('Wait for repair');
    expect(filters.filter((pattern) => pattern.includes('Wait for repair'))).toHaveLength(1);
  });
});

describe('the alarm topic', () => {
  it('is encrypted with the key of the stage, which lets services use it for this account, or this stage, only', () => {
    const topic = desk.one('AWS::SNS::Topic', 'Alarms');
    expect(textOf(topic.Properties['KmsMasterKeyId'])).toContain('Key');
    const [key] = desk.ofType('AWS::KMS::Key');
    const statements = key?.Properties['KeyPolicy']['Statement'] as { Principal: unknown; Condition?: unknown }[];
    const services = statements.filter(({ Principal }) => JSON.stringify(Principal).includes('Service'));
    expect(services).toMatchObject([
      {
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': '111111111111' } },
      },
      { Principal: { Service: 'events.amazonaws.com' } },
      { Principal: { Service: 'ses.amazonaws.com' } },
      { Principal: { Service: 'sns.amazonaws.com' } },
    ]);
  });
});

describe('the alarm topic’s own policy', () => {
  it('lets the alarms of this account publish, and nobody without TLS', () => {
    const policy = desk.one('AWS::SNS::TopicPolicy', 'Alarms');
    expect(policy.Properties['PolicyDocument']['Statement']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        expect.objectContaining({
          Effect: 'Allow',
          Action: 'sns:Publish',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': '111111111111' } },
        }),
      ]),
    );
  });
});

describe('the budget', () => {
  it('is watched where an amount is named', () => {
    expect(desk.ofType('AWS::Budgets::Budget')).toEqual([]);
    const [budget] = synthesiseDesk({ ...production, monthlyBudgetDollars: '50' }).ofType('AWS::Budgets::Budget');
    expect(budget?.Properties['Budget']['BudgetLimit']).toEqual({ Amount: 50, Unit: 'USD' });
  });
});
