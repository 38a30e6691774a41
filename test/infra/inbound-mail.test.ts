import { describe, expect, it } from 'vitest';
import {
  actionsOf,
  FUNCTION_IDS,
  production,
  roleOf,
  type Statement,
  statementsOf,
  synthesiseDesk,
  targetsOf,
  textOf,
} from './support/synthesised-desk.ts';

const desk = synthesiseDesk({ ...production, inboundMailDomain: 'desk.example.org' });
const local = synthesiseDesk({ stage: 'local' });
const RULE = 'arn:aws:ses:eu-west-1:111111111111:receipt-rule-set/privacy-desk:receipt-rule/privacy-desk-production';
const FOR_OUR_RULE = { StringEquals: { 'aws:SourceAccount': '111111111111', 'aws:SourceArn': RULE } };
const bucket = desk.one('AWS::S3::Bucket', 'InboundMailBucket');
const topic = desk.one('AWS::SNS::Topic', 'InboundMail');
const queue = desk.one('AWS::SQS::Queue', 'InboundMailQueue');
const deadLetters = desk.one('AWS::SQS::Queue', 'InboundMailDeadLetters');
const lambda = desk.one('AWS::Lambda::Function', FUNCTION_IDS['receive-mail']);
const mapping = desk.one('AWS::Lambda::EventSourceMapping', 'InboundMail');

type PolicyStatement = Statement & { readonly Principal?: { readonly Service?: string } };
const statementsIn = (type: string, part: string): readonly PolicyStatement[] =>
  desk
    .ofType(type)
    .filter(({ id }) => id.includes(part))
    .flatMap(({ Properties }) => Properties['PolicyDocument']['Statement'] as PolicyStatement[]);
const resolved = (statement: PolicyStatement | undefined) => {
  const condition = Object.entries(statement?.Condition ?? {}).map(([test, values]) => [
    test,
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, textOf(value)])),
  ]);
  return Object.fromEntries(condition) as unknown;
};

describe('the receipt rule', () => {
  const rule = desk.one('AWS::SES::ReceiptRule', 'InboundMail').Properties;

  it('takes all mail to the inbound domain, by TLS only, scanned', () => {
    expect(rule['Rule']).toMatchObject({
      Name: 'privacy-desk-production',
      Enabled: true,
      Recipients: ['desk.example.org'],
      ScanEnabled: true,
      TlsPolicy: 'Require',
    });
  });

  it('stands in the set of the account, beside those of other stages', () => {
    const set = desk.one('AWS::SES::ReceiptRuleSet', '');
    expect(set.stack).toBe('account');
    expect(rule['RuleSetName']).toBe(set.Properties['RuleSetName']);
    const inboundMailDomain = 'desk.example.org';
    const other = synthesiseDesk({ stage: 'test', account: '111111111111', inboundMailDomain });
    expect(other.one('AWS::SES::ReceiptRule', 'InboundMail').Properties['Rule']['Name']).toBe('privacy-desk-test');
    expect(other.one('AWS::SES::ReceiptRuleSet', '').Properties).toEqual(set.Properties);
  });

  it('puts the mail into the bucket and tells the topic, and encrypts nothing by a key of the sender', () => {
    const [{ S3Action: action }, ...more] = rule['Rule']['Actions'];
    expect(more).toEqual([]);
    expect(textOf(action['BucketName'])).toContain('InboundMailBucket');
    expect(action['ObjectKeyPrefix']).toBe('mail/');
    expect(textOf(action['TopicArn'])).toBe(`<${topic.id}>`);
    expect(action['KmsKeyArn']).toBeUndefined();
  });

  it('is made once the topic lets SES in, since SES tries it', () => {
    expect(desk.one('AWS::SES::ReceiptRule', 'InboundMail').DependsOn).toContain(
      desk.one('AWS::SNS::TopicPolicy', 'InboundMail').id,
    );
  });

  it('is not there on this machine, whose engine knows none', () => {
    expect([...local.ofType('AWS::SES::ReceiptRule'), ...local.ofType('AWS::SES::ReceiptRuleSet')]).toEqual([]);
  });
});

describe('the bucket of the mails', () => {
  it('is encrypted with the key of the stage, keeps versions and is closed to the public', () => {
    const [encryption] = bucket.Properties['BucketEncryption']['ServerSideEncryptionConfiguration'];
    expect(encryption['ServerSideEncryptionByDefault']['SSEAlgorithm']).toBe('aws:kms');
    expect(textOf(encryption['ServerSideEncryptionByDefault']['KMSMasterKeyID'])).toMatch(/^<Key.*\.Arn>$/);
    expect(bucket.Properties['VersioningConfiguration']).toEqual({ Status: 'Enabled' });
    expect(Object.values(bucket.Properties['PublicAccessBlockConfiguration'])).toEqual([true, true, true, true]);
  });

  it('takes mails from SES for the rule of this stage only, and refuses plain HTTP', () => {
    const statements = statementsIn('AWS::S3::BucketPolicy', 'InboundMail');
    const allowed = statements.filter(({ Effect }) => Effect === 'Allow');
    expect(allowed).toHaveLength(1);
    expect(allowed[0]).toMatchObject({ Principal: { Service: 'ses.amazonaws.com' }, Action: 's3:PutObject' });
    expect(allowed.flatMap(targetsOf)).toEqual([`<${bucket.id}.Arn>/mail/*`]);
    expect(resolved(allowed[0])).toEqual(FOR_OUR_RULE);
    expect(JSON.stringify(statements)).toContain('"aws:SecureTransport":"false"');
  });

  it('lets mails go after 550 days, and stays with them where data are kept', () => {
    const rules = bucket.Properties['LifecycleConfiguration']['Rules'] as Record<string, unknown>[];
    expect(rules).toContainEqual(expect.objectContaining({ Prefix: 'mail/', ExpirationInDays: 550 }));
    expect([bucket.DeletionPolicy, bucket.UpdateReplacePolicy]).toEqual(['RetainExceptOnCreate', 'Retain']);
    expect(local.one('AWS::S3::Bucket', 'InboundMailBucket').DeletionPolicy).toBe('Delete');
  });
});

describe('the key of the stage', () => {
  const statements = desk.one('AWS::KMS::Key', 'Key').Properties['KeyPolicy']['Statement'] as PolicyStatement[];
  const of = (service: string) => statements.find(({ Principal }) => Principal?.Service === service);

  it('encrypts mails of SES for the rule of this stage only', () => {
    expect(resolved(of('ses.amazonaws.com'))).toEqual(FOR_OUR_RULE);
  });

  it('encrypts what topics of this stage tell queues', () => {
    expect(resolved(of('sns.amazonaws.com'))).toEqual({
      ArnLike: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111111111111:PrivacyDesk-production-Desk-*' },
    });
  });
});

describe('topic and queue', () => {
  it('are encrypted with the key of the stage and refused without TLS', () => {
    for (const { Properties } of [topic, queue, deadLetters]) {
      expect(textOf(Properties['KmsMasterKeyId'])).toContain('Key');
    }
    for (const type of ['AWS::SNS::TopicPolicy', 'AWS::SQS::QueuePolicy']) {
      expect(JSON.stringify(statementsIn(type, 'InboundMail'))).toContain('"aws:SecureTransport":"false"');
    }
  });

  it('are told by SES and by the topic, and by nobody else', () => {
    const published = statementsIn('AWS::SNS::TopicPolicy', 'InboundMail').filter(({ Effect }) => Effect === 'Allow');
    expect(published).toMatchObject([{ Principal: { Service: 'ses.amazonaws.com' }, Action: 'sns:Publish' }]);
    expect(resolved(published[0])).toEqual(FOR_OUR_RULE);
    const sent = statementsIn('AWS::SQS::QueuePolicy', 'InboundMail').filter(({ Effect }) => Effect === 'Allow');
    expect(sent).toHaveLength(2);
    for (const statement of sent) {
      expect(statement).toMatchObject({ Principal: { Service: 'sns.amazonaws.com' }, Action: 'sqs:SendMessage' });
      expect(resolved(statement)).toEqual({ ArnEquals: { 'aws:SourceArn': `<${topic.id}>` } });
    }
  });

  it('carry the notification without an envelope, and keep what could not be delivered', () => {
    const subscription = desk.one('AWS::SNS::Subscription', 'InboundMail').Properties;
    expect(subscription).toMatchObject({ Protocol: 'sqs', RawMessageDelivery: true });
    expect(textOf(subscription['Endpoint'])).toBe(`<${queue.id}.Arn>`);
    expect(textOf(subscription['RedrivePolicy']['deadLetterTargetArn'])).toBe(`<${deadLetters.id}.Arn>`);
  });

  it('give up into the dead letters after five tries, and wait until the function must have ended', () => {
    expect(queue.Properties['RedrivePolicy']['maxReceiveCount']).toBe(5);
    expect(textOf(queue.Properties['RedrivePolicy']['deadLetterTargetArn'])).toBe(`<${deadLetters.id}.Arn>`);
    expect(queue.Properties['VisibilityTimeout']).toBeGreaterThanOrEqual(6 * lambda.Properties['Timeout']);
    const alarm = desk.one('AWS::CloudWatch::Alarm', 'receivedmailstuck').Properties;
    expect(JSON.stringify(alarm)).toContain(deadLetters.id);
  });

  it('are read message by message, and by two at once at most', () => {
    expect(textOf(mapping.Properties['FunctionName'])).toContain(lambda.id);
    expect(textOf(mapping.Properties['EventSourceArn'])).toBe(`<${queue.id}.Arn>`);
    expect(mapping.Properties).toMatchObject({
      BatchSize: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 2 },
    });
    expect(local.one('AWS::Lambda::EventSourceMapping', 'InboundMail').Properties).toMatchObject({ BatchSize: 1 });
  });
});

describe('receive-mail', () => {
  it('may read its queue and the folder of the mails, put attachments aside, and send into no queue', () => {
    const rights = statementsOf(desk, roleOf(desk, lambda)).flatMap((statement) =>
      actionsOf(statement).map((action) => `${action} ${targetsOf(statement).join(' ')}`),
    );
    expect(rights.filter((right) => right.startsWith('sqs:')).toSorted()).toEqual(
      ['DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'].map((action) => `sqs:${action} <${queue.id}.Arn>`),
    );
    const files = rights.filter((right) => right.startsWith('s3:'));
    expect(files.map((right) => right.replace(/<.*InboundMailBucket.*>/, 'mails'))).toEqual([
      's3:GetObject mails/mail/*',
      's3:PutObject mails/attachments/*',
    ]);
  });
});
