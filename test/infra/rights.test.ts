import { describe, expect, it } from 'vitest';
import {
  actionsOf,
  FUNCTION_IDS,
  production,
  roleOf,
  type Statement,
  type SynthesisedDesk,
  statementsOf,
  synthesiseDesk,
  targetsOf,
} from './support/synthesised-desk.ts';
import { type FunctionName, functionNames } from '../../infra/function-names.ts';

const desk = synthesiseDesk(production);
const local = synthesiseDesk({ stage: 'local' });
const FUNCTION = 'AWS::Lambda::Function';
const functionOf = (name: FunctionName) => desk.one(FUNCTION, FUNCTION_IDS[name]);
const rightsOf = (name: FunctionName) => statementsOf(desk, roleOf(desk, functionOf(name)));

/** `table action` for each action on the rows of a table or index. */
function rowRights(name: FunctionName): readonly string[] {
  return rightsOf(name)
    .filter((statement) =>
      actionsOf(statement).some((action) => /^dynamodb:(?!.*Stream|.*Shard|GetRecords)/.test(action)),
    )
    .flatMap((statement) =>
      targetsOf(statement).flatMap((target) =>
        actionsOf(statement).map((action) => {
          const table = /(Desk|Ledger|Limits)Table/.exec(target)?.[1] ?? target;
          const index = target.split('/index/')[1];
          return `${table}${index === undefined ? '' : `/${index}`} ${action.replace('dynamodb:', '')}`;
        }),
      ),
    )
    .toSorted();
}

/** The functions that may read what calls to the newsletter tool are signed with. */
const webhookSecretReaders = (of: SynthesisedDesk) =>
  functionNames.filter((name) =>
    statementsOf(of, roleOf(of, of.one(FUNCTION, FUNCTION_IDS[name])))
      .flatMap(targetsOf)
      .some((target) => target.includes('WebhookSecret')),
  );

/** Every right of every role but those to send mail, without the names of stage and account. */
const rightsWithoutMail = (of: SynthesisedDesk) =>
  of
    .ofType('AWS::IAM::Role')
    .flatMap((role) => statementsOf(of, role).map((statement) => ({ role: role.id, statement })))
    .flatMap(({ role, statement }) =>
      actionsOf(statement).flatMap((action) =>
        targetsOf(statement).map((target) =>
          [role, action, target, JSON.stringify(statement.Condition)]
            .join(' ')
            .replaceAll(/PrivacyDesk-[a-z]+|\b[01]{12}\b/g, ''),
        ),
      ),
    )
    .filter((right) => !right.includes(' ses:'))
    .toSorted();

describe('roles', () => {
  it('are one for each function, and none is shared', () => {
    const roles = desk.ofType(FUNCTION).map((each) => roleOf(desk, each).id);
    expect(roles).toHaveLength(functionNames.length);
    expect(new Set(roles).size).toBe(roles.length);
  });

  it('allow no action by wildcard', () => {
    for (const role of desk.ofType('AWS::IAM::Role')) {
      expect(statementsOf(desk, role).flatMap(actionsOf).join(' ')).not.toContain('*');
    }
  });

  it('name their resources, but where a service knows none', () => {
    const anything = desk
      .ofType('AWS::IAM::Role')
      .flatMap((role) => statementsOf(desk, role).map((statement) => ({ role: role.id, statement })))
      .filter(({ statement }) => targetsOf(statement).some((target) => target.includes('*')))
      .flatMap(({ role, statement }) =>
        actionsOf(statement).map((action) => `${role.replace(/[0-9A-F]{8}$/, '')} ${action}`),
      );
    expect(anything.toSorted()).toEqual(
      [
        ...[
          'CreateLogDelivery',
          'DeleteLogDelivery',
          'DescribeLogGroups',
          'DescribeResourcePolicies',
          'GetLogDelivery',
          'ListLogDeliveries',
          'PutResourcePolicy',
          'UpdateLogDelivery',
        ].map((action) => `ClockRole logs:${action}`),
        'DispatcherDispatchOutboxRole dynamodb:ListStreams',
        // The objects of one bucket, or of one folder in it.
        'InboundMailReceiveMailRole s3:GetObject',
        'InboundMailReceiveMailRole s3:PutObject',
        'WebFunctionsCollectAnswerRole s3:GetObjectVersion',
        ...['GetObject', 'GetObject', 'GetObjectVersion', 'GetObjectVersion', 'PutObject', 'PutObject'].map(
          (action) => `WebFunctionsStaffDeskRole s3:${action}`,
        ),
      ].toSorted(),
    );
  });

  it('let every function write its own log and no other', () => {
    for (const name of functionNames) {
      const logging = rightsOf(name).filter((statement) =>
        actionsOf(statement).some((action) => action.startsWith('logs:')),
      );
      expect(logging).toHaveLength(1);
      const group = functionOf(name).Properties['LoggingConfig']['LogGroup']['Ref'] as string;
      expect(targetsOf(logging[0] as Statement)).toEqual([`<${group}.Arn>`]);
    }
  });
});

describe('what functions may do with data', () => {
  it.each<[FunctionName, readonly string[]]>([
    [
      'public-api',
      [
        'Desk DeleteItem',
        'Desk GetItem',
        'Desk PutItem',
        'Desk Query',
        'Desk UpdateItem',
        'Ledger PutItem',
        'Ledger UpdateItem',
        'Limits GetItem',
        'Limits PutItem',
        'Limits UpdateItem',
      ],
    ],
    [
      'collect-answer',
      ['Desk GetItem', 'Desk PutItem', 'Desk Query', 'Desk UpdateItem', 'Ledger PutItem', 'Limits UpdateItem'],
    ],
    [
      'staff-desk',
      [
        'Desk BatchGetItem',
        'Desk BatchWriteItem',
        'Desk DeleteItem',
        'Desk GetItem',
        'Desk PutItem',
        'Desk Query',
        'Desk UpdateItem',
        'Desk/gsi1 Query',
        'Desk/gsi2 Query',
        'Ledger BatchGetItem',
        'Ledger PutItem',
        'Ledger UpdateItem',
        'Limits GetItem',
        'Limits PutItem',
        'Limits UpdateItem',
      ],
    ],
    [
      'manage-consents',
      [
        'Desk DeleteItem',
        'Desk GetItem',
        'Desk PutItem',
        'Desk Query',
        'Desk UpdateItem',
        'Ledger BatchGetItem',
        'Ledger UpdateItem',
        'Limits UpdateItem',
      ],
    ],
    ['subscriber-api', ['Desk BatchGetItem', 'Desk GetItem', 'Desk PutItem', 'Desk Query', 'Ledger BatchGetItem']],
    ['show-pages', []],
    ['advance-case', ['Desk GetItem', 'Desk PutItem', 'Desk Query', 'Ledger PutItem']],
    [
      'dispatch-outbox',
      [
        'Desk BatchWriteItem',
        'Desk GetItem',
        'Desk PutItem',
        'Desk Query',
        'Desk UpdateItem',
        'Desk/gsi1 Query',
        'Ledger BatchGetItem',
        'Ledger PutItem',
        'Limits PutItem',
      ],
    ],
    [
      'record-mail-events',
      [
        'Desk DeleteItem',
        'Desk GetItem',
        'Desk PutItem',
        'Desk Query',
        'Ledger BatchGetItem',
        'Ledger PutItem',
        'Ledger UpdateItem',
      ],
    ],
    [
      'receive-mail',
      [
        'Desk DeleteItem',
        'Desk GetItem',
        'Desk PutItem',
        'Desk Query',
        'Ledger BatchGetItem',
        'Ledger PutItem',
        'Ledger UpdateItem',
        'Limits GetItem',
        'Limits PutItem',
        'Limits UpdateItem',
      ],
    ],
    ['sweep', ['Desk DeleteItem', 'Desk GetItem', 'Desk PutItem', 'Desk Query', 'Desk/gsi1 Query', 'Ledger PutItem']],
  ])('%s: %j', (name, rights) => {
    expect(rowRights(name)).toEqual(rights);
  });

  it('is nothing at all for the function that shows pages', () => {
    expect(rightsOf('show-pages').flatMap(actionsOf)).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
  });

  it('scans nothing, deletes nothing in the ledger, and reads there only what it is asked for by key', () => {
    const rights = functionNames.flatMap(rowRights);
    expect(rights.filter((right) => /Scan|(Ledger|Limits) Delete|Ledger (Get|Query)/.test(right))).toEqual([]);
  });

  it('reads the key ring only where codes are made and checked, or an address is known by its hash', () => {
    const readers = functionNames.filter((name) =>
      rightsOf(name).some((statement) => actionsOf(statement).includes('secretsmanager:GetSecretValue')),
    );
    expect(readers).toEqual([
      'public-api',
      'manage-consents',
      'subscriber-api',
      'collect-answer',
      'staff-desk',
      'dispatch-outbox',
      'record-mail-events',
      'receive-mail',
    ]);
  });

  it('reads the secret of the webhook only where a newsletter tool is called', () => {
    expect(webhookSecretReaders(desk)).toEqual([]);
    const newsletterWebhook = 'https://newsletter.example.org/hooks';
    expect(webhookSecretReaders(synthesiseDesk({ ...production, newsletterWebhook }))).toEqual(['dispatch-outbox']);
  });

  it('uses the key of the stage through a service only', () => {
    for (const statement of functionNames.flatMap(rightsOf)) {
      if (!actionsOf(statement).some((action) => action.startsWith('kms:'))) continue;
      expect(statement.Condition?.['StringEquals']?.['kms:ViaService']).toMatch(
        /^(dynamodb|s3|secretsmanager|sqs)\.eu-west-1\.amazonaws\.com$/,
      );
    }
  });
});

describe('what else functions may do', () => {
  it('lets only the dispatcher send mail, as the organisation, and start the clock of a case', () => {
    const does = (pattern: RegExp) =>
      functionNames.filter((name) =>
        rightsOf(name)
          .flatMap(actionsOf)
          .some((action) => pattern.test(action)),
      );
    expect(does(/^ses:/)).toEqual(['dispatch-outbox']);
    expect(does(/^states:/)).toEqual(['dispatch-outbox']);
    const mail = rightsOf('dispatch-outbox').find((statement) => actionsOf(statement).includes('ses:SendEmail'));
    const { address } = desk.settings.organisation.mailFrom;
    expect(mail?.Condition).toEqual({ StringEquals: { 'ses:FromAddress': address } });
    expect(targetsOf(mail as Statement)).toContain(
      `arn:aws:ses:eu-west-1:111111111111:identity/${address.split('@')[1]}`,
    );
  });

  it('lets the workflow call one function, by its live alias', () => {
    const role = desk.one('AWS::IAM::Role', 'ClockRole');
    const calls = statementsOf(desk, role).filter((statement) =>
      actionsOf(statement).includes('lambda:InvokeFunction'),
    );
    const alias = desk.one('AWS::Lambda::Alias', 'AdvanceCase');
    expect(calls.flatMap(targetsOf)).toEqual([`<${alias.id}>`]);
    expect(alias.Properties['Name']).toBe('live');
  });

  it('differs on the local stage by the sender the engine cannot check, and by nothing else', () => {
    expect(rightsWithoutMail(local)).toEqual(rightsWithoutMail(desk));
  });
});
