import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { advanceCaseEnv } from '../../functions/advance-case/env.ts';
import { collectAnswerEnv } from '../../functions/collect-answer/env.ts';
import { dispatchOutboxEnv } from '../../functions/dispatch-outbox/env.ts';
import { manageConsentsEnv } from '../../functions/manage-consents/env.ts';
import { publicApiEnv } from '../../functions/public-api/env.ts';
import { receiveMailEnv } from '../../functions/receive-mail/env.ts';
import { recordMailEventsEnv } from '../../functions/record-mail-events/env.ts';
import { showPagesEnv } from '../../functions/show-pages/env.ts';
import { staffDeskEnv } from '../../functions/staff-desk/env.ts';
import { subscriberApiEnv } from '../../functions/subscriber-api/env.ts';
import { sweepEnv } from '../../functions/sweep/env.ts';
import { type FunctionName, functionNames } from '../../infra/function-names.ts';
import { FUNCTION_IDS, production, synthesiseDesk, textOf } from './support/synthesised-desk.ts';

const SCHEMAS: Readonly<Record<FunctionName, z.ZodObject>> = {
  'public-api': publicApiEnv,
  'manage-consents': manageConsentsEnv,
  'subscriber-api': subscriberApiEnv,
  'collect-answer': collectAnswerEnv,
  'staff-desk': staffDeskEnv,
  'show-pages': showPagesEnv,
  'advance-case': advanceCaseEnv,
  'dispatch-outbox': dispatchOutboxEnv,
  'record-mail-events': recordMailEventsEnv,
  'receive-mail': receiveMailEnv,
  sweep: sweepEnv,
};

const account = '111111111111';
const stages = {
  production: synthesiseDesk(production),
  test: synthesiseDesk({ stage: 'test', account }),
  'local by the second': synthesiseDesk({ stage: 'local', day: '0.5' }),
  'a domain of its own': synthesiseDesk({
    ...production,
    publicUrl: 'https://privacy.example.org',
    rehearsalMailDomain: 'rehearsal.example.org',
    newsletterWebhook: 'https://newsletter.example.org/hooks',
  }),
};
type Stages = keyof typeof stages;
const functionIn = (stage: Stages, name: FunctionName) =>
  stages[stage].one('AWS::Lambda::Function', FUNCTION_IDS[name]);
const publicUrlIn = (stage: Stages) =>
  textOf(functionIn(stage, 'show-pages').Properties['Environment']['Variables'].PUBLIC_URL);
const variablesIn = (stage: Stages, name: FunctionName) =>
  Object.fromEntries(
    Object.entries(functionIn(stage, name).Properties['Environment']['Variables']).map(([variable, value]) => [
      variable,
      textOf(value).replaceAll(/<[^>]+>/g, 'x'),
    ]),
  );

describe('the environment of each function', () => {
  it.each(Object.keys(stages) as Stages[])('is what its own schema asks for, no more and no less: %s', (stage) => {
    for (const name of functionNames) {
      const { NODE_OPTIONS, ...variables } = variablesIn(stage, name);
      expect(NODE_OPTIONS).toBe('--disable-proto=delete');
      expect(Object.keys(SCHEMAS[name].parse(variables)).toSorted()).toEqual(Object.keys(variables).toSorted());
    }
  });

  it('keeps rehearsals within the domain named for them', () => {
    for (const name of ['public-api', 'dispatch-outbox'] as const) {
      expect(variablesIn('a domain of its own', name)['REHEARSAL_MAIL_DOMAIN']).toBe('rehearsal.example.org');
      expect(variablesIn('local by the second', name)['REHEARSAL_MAIL_DOMAIN']).toBe('');
    }
  });

  it('names the newsletter tool to the function that calls it, where there is one', () => {
    expect(variablesIn('a domain of its own', 'dispatch-outbox')['NEWSLETTER_WEBHOOK']).toBe(
      'https://newsletter.example.org/hooks',
    );
    expect(variablesIn('production', 'dispatch-outbox')['NEWSLETTER_WEBHOOK']).toBe('');
  });

  it('says where people reach the desk, and never by an address the API would have to be asked for', () => {
    expect(publicUrlIn('production')).toMatch(/^https:\/\/<WebApi\w+>\.execute-api\.eu-west-1\.amazonaws\.com\/live$/);
    expect(publicUrlIn('local by the second')).toMatch(
      /^http:\/\/127\.0\.0\.1:4566\/restapis\/<WebApi\w+>\/live\/_user_request_$/,
    );
    expect(publicUrlIn('a domain of its own')).toBe('https://privacy.example.org');
  });
});

describe('every function', () => {
  it('runs on arm64 and Node 24, with a timeout, JSON logs and a log group that forgets', () => {
    for (const name of functionNames) {
      const { Properties } = functionIn('production', name);
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler' });
      expect(Properties['LoggingConfig']).toMatchObject({ LogFormat: 'JSON' });
      expect(Properties['Timeout']).toBeGreaterThan(0);
      const group = Properties['LoggingConfig']['LogGroup']['Ref'] as string;
      expect(stages.production.one('AWS::Logs::LogGroup', group).Properties['RetentionInDays']).toBe(90);
    }
  });

  it('answers before the gateway gives up, where people wait for it', () => {
    for (const name of [
      'public-api',
      'manage-consents',
      'subscriber-api',
      'collect-answer',
      'staff-desk',
      'show-pages',
    ] as const) {
      expect(functionIn('production', name).Properties['Timeout']).toBeLessThan(29);
      expect(functionIn('production', name).Properties['MemorySize']).toBe(1024);
    }
  });

  it('is the only kind of function there is: none of the library comes along', () => {
    expect(stages.production.ofType('AWS::Lambda::Function')).toHaveLength(functionNames.length);
    expect(stages.production.resources.filter(({ Type }) => /^Custom::|CustomResource/.test(Type))).toEqual([]);
  });
});

describe('log groups', () => {
  it('all forget after the days of the stage', () => {
    for (const [stage, days] of [
      ['production', 90],
      ['test', 30],
      ['local by the second', 7],
    ] as const) {
      const groups = stages[stage].ofType('AWS::Logs::LogGroup');
      expect(groups.length).toBeGreaterThan(functionNames.length);
      expect(groups.map(({ Properties }) => Properties['RetentionInDays'])).toEqual(groups.map(() => days));
    }
  });
});

describe('stages', () => {
  it('stand side by side in one account: what has a name of its own has the stage in it', () => {
    const fixedName =
      /^(TableName|FunctionName|RoleName|BucketName|QueueName|TopicName|StateMachineName|LogGroupName|AlarmName|Name|AliasName)$/;
    const names = (stage: Stages) =>
      stages[stage].resources
        .filter((resource) => resource.stack !== 'account' && resource.Type !== 'AWS::Lambda::Alias')
        .flatMap(({ Type, Properties }) =>
          Object.entries(Properties)
            .filter(([property, value]) => fixedName.test(property) && typeof value === 'string')
            .map(([, value]) => `${Type} ${String(value)}`),
        );
    const [inProduction, inTest] = [names('production'), names('test')];
    expect(inProduction.length).toBeGreaterThan(5);
    expect(inProduction.filter((name) => inTest.includes(name))).toEqual([]);
  });

  it('have their account and region said on every stack', () => {
    for (const stack of Object.values(stages.production.stacks)) {
      expect([stack.account, stack.region]).toEqual([account, 'eu-west-1']);
    }
  });
});
