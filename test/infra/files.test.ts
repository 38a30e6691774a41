import { describe, expect, it } from 'vitest';
import {
  actionsOf,
  FUNCTION_IDS,
  production,
  roleOf,
  type Statement,
  statementsOf,
  synthesiseDesk,
  synthesiseSettings,
  targetsOf,
  textOf,
} from './support/synthesised-desk.ts';
import { type FunctionName, functionNames } from '../../infra/function-names.ts';

const desk = synthesiseDesk(production);
const local = synthesiseDesk({ stage: 'local' });
const BUCKET = 'AWS::S3::Bucket';
const bucketOf = (of: typeof desk) => of.one(BUCKET, 'AnswersBucket');
const rightsOf = (name: FunctionName, of = desk) =>
  statementsOf(of, roleOf(of, of.one('AWS::Lambda::Function', FUNCTION_IDS[name])));

/** `action folder` for each right on files. */
function fileRightsOf(name: FunctionName, of = desk): readonly string[] {
  return rightsOf(name, of)
    .filter((statement) => actionsOf(statement).some((action) => action.startsWith('s3:')))
    .flatMap((statement) =>
      targetsOf(statement).flatMap((target) =>
        actionsOf(statement).map((action) => `${action} ${/>(.*)$/.exec(target)?.[1]}`),
      ),
    )
    .toSorted();
}

/** What a function may do with the key through S3. */
const keyActions = (name: FunctionName, of = desk) =>
  rightsOf(name, of)
    .filter(
      (statement) =>
        statement.Condition?.['StringEquals']?.['kms:ViaService'] === `s3.${desk.settings.region}.amazonaws.com`,
    )
    .flatMap(actionsOf);

describe('the bucket of the files', () => {
  it('is encrypted with the key of the stage, keeps versions and is closed to the public', () => {
    const { Properties } = bucketOf(desk);
    const [encryption] = Properties['BucketEncryption']['ServerSideEncryptionConfiguration'];
    expect(encryption['ServerSideEncryptionByDefault']['SSEAlgorithm']).toBe('aws:kms');
    expect(textOf(encryption['ServerSideEncryptionByDefault']['KMSMasterKeyID'])).toMatch(/^<Key.*\.Arn>$/);
    expect(encryption['BucketKeyEnabled']).toBe(true);
    expect(Properties['VersioningConfiguration']).toEqual({ Status: 'Enabled' });
    expect(Properties['PublicAccessBlockConfiguration']).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(Properties['OwnershipControls']['Rules']).toEqual([{ ObjectOwnership: 'BucketOwnerEnforced' }]);
  });

  it('refuses plain HTTP, but on the engine of this machine, which knows no other', () => {
    const refusals = (of: typeof desk) =>
      of
        .ofType('AWS::S3::BucketPolicy')
        .flatMap(({ Properties }) => Properties['PolicyDocument']['Statement'] as Statement[])
        .filter((statement) => statement.Effect === 'Deny')
        .map(({ Condition }) => JSON.stringify(Condition));
    expect(refusals(desk)).toContain('{"Bool":{"aws:SecureTransport":"false"}}');
    expect(refusals(local)).toEqual([]);
  });

  it('lets go of what was never attached after a day, and of everything after 160 days, all versions', () => {
    const rules = bucketOf(desk).Properties['LifecycleConfiguration']['Rules'] as Record<string, unknown>[];
    const leaving = rules.filter((rule) => rule['Prefix'] !== undefined);
    expect(
      leaving.map((rule) => [
        rule['Prefix'],
        rule['ExpirationInDays'],
        rule['NoncurrentVersionExpiration'],
        rule['Status'],
      ]),
    ).toEqual([
      ['incoming/', 1, { NoncurrentDays: 1 }, 'Enabled'],
      ['files/', 160, { NoncurrentDays: 1 }, 'Enabled'],
    ]);
  });

  it('stays with its files where data are kept', () => {
    const policiesOf = (of: typeof desk) => [bucketOf(of).DeletionPolicy, bucketOf(of).UpdateReplacePolicy];
    expect(policiesOf(desk)).toEqual(['RetainExceptOnCreate', 'Retain']);
    expect(policiesOf(local)).toEqual(['Delete', 'Delete']);
  });
});

describe('what functions may do with files', () => {
  it('is to put and read for the desk of the staff and for mails, to read for collecting, and nothing for all others', () => {
    expect(Object.fromEntries(functionNames.map((name) => [name, fileRightsOf(name)]))).toEqual({
      'public-api': [],
      'manage-consents': [],
      'subscriber-api': [],
      'collect-answer': ['s3:GetObjectVersion /files/*', 's3:ListBucket '],
      'staff-desk': [
        's3:GetObject /attachments/*',
        's3:GetObject /incoming/*',
        's3:GetObject /mail/*',
        's3:GetObjectVersion /files/*',
        's3:GetObjectVersion /incoming/*',
        's3:ListBucket ',
        's3:ListBucket ',
        's3:PutObject /files/*',
        's3:PutObject /incoming/*',
      ],
      'show-pages': [],
      'advance-case': [],
      'dispatch-outbox': [],
      'record-mail-events': [],
      'receive-mail': ['s3:GetObject /mail/*', 's3:PutObject /attachments/*'],
      sweep: [],
    });
  });

  it('uses the key through S3 only: to read for collecting, to write as well for the staff and of mails', () => {
    expect(keyActions('collect-answer')).toEqual(['kms:Decrypt']);
    expect(keyActions('staff-desk')).toEqual(['kms:Decrypt', 'kms:GenerateDataKey']);
    expect(keyActions('receive-mail')).toEqual(['kms:Decrypt', 'kms:GenerateDataKey']);
    expect(keyActions('dispatch-outbox')).toEqual([]);
  });

  it('is to read mails for sending them on, where customer service has no copy of its own', () => {
    const organisation = { ...desk.settings.organisation, customerServiceEmail: 'service@example.org' };
    const sendsOn = synthesiseSettings({ ...desk.settings, organisation });
    expect(fileRightsOf('dispatch-outbox', sendsOn)).toEqual(['s3:GetObject /mail/*']);
    expect(keyActions('dispatch-outbox', sendsOn)).toEqual(['kms:Decrypt']);
  });
});
