import { describe, expect, it } from 'vitest';
import { CONTACT_INDEX, PARTITION_KEY, QUEUE_INDEX, SORT_KEY, TIME_TO_LIVE } from '../../adapters/dynamodb/keys.ts';
import { production, type Resource, synthesiseDesk, textOf } from './support/synthesised-desk.ts';

const kept = synthesiseDesk(production);
const local = synthesiseDesk({ stage: 'local' });
const TABLE = 'AWS::DynamoDB::GlobalTable';
const table = (name: string) => kept.one(TABLE, `${name}Table`);
const replica = (resource: Resource) => resource.Properties['Replicas'][0];
const recoverable = (name: string) =>
  replica(table(name))['PointInTimeRecoverySpecification']?.['PointInTimeRecoveryEnabled'] ?? false;

describe('the tables', () => {
  it('are three, on demand, with the keys, indexes and time to live the adapters use', () => {
    expect(kept.ofType(TABLE)).toHaveLength(3);
    for (const { Properties } of kept.ofType(TABLE)) {
      expect(Properties['BillingMode']).toBe('PAY_PER_REQUEST');
      expect(Properties['KeySchema']).toEqual([
        { AttributeName: PARTITION_KEY, KeyType: 'HASH' },
        { AttributeName: SORT_KEY, KeyType: 'RANGE' },
      ]);
      expect(Properties['TimeToLiveSpecification']).toEqual({ AttributeName: TIME_TO_LIVE, Enabled: true });
    }
    expect(table('Desk').Properties['GlobalSecondaryIndexes']).toEqual(
      [QUEUE_INDEX, CONTACT_INDEX].map((index) => ({
        IndexName: index.name,
        KeySchema: [
          { AttributeName: index.partitionKey, KeyType: 'HASH' },
          { AttributeName: index.sortKey, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      })),
    );
  });

  it('are encrypted with a key of the stage that rotates', () => {
    const [key] = kept.ofType('AWS::KMS::Key');
    expect(key?.Properties['EnableKeyRotation']).toBe(true);
    for (const each of kept.ofType(TABLE)) {
      expect(each.Properties['SSESpecification']).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
      expect(textOf(replica(each)['SSESpecification']['KMSMasterKeyId'])).toBe(`<${key?.id}.Arn>`);
    }
  });

  it('can be restored to any second, but for the limits, where what is deleted must be gone', () => {
    expect([recoverable('Desk'), recoverable('Ledger'), recoverable('Limits')]).toEqual([true, true, false]);
  });

  it('stream keys only, and only the desk', () => {
    expect(table('Desk').Properties['StreamSpecification']).toEqual({ StreamViewType: 'KEYS_ONLY' });
    expect(table('Ledger').Properties['StreamSpecification']).toBeUndefined();
    expect(table('Limits').Properties['StreamSpecification']).toBeUndefined();
  });
});

describe('keeping data', () => {
  it('retains everything that holds data on production, and protects tables and stacks from deletion', () => {
    const holdsData = new Set([TABLE, 'AWS::KMS::Key', 'AWS::SecretsManager::Secret', 'AWS::Logs::LogGroup']);
    for (const resource of kept.resources.filter(({ Type }) => holdsData.has(Type))) {
      expect(resource).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    }
    expect(kept.ofType(TABLE).map((each) => replica(each)['DeletionProtectionEnabled'])).toEqual([true, true, true]);
    expect(Object.values(kept.stacks).map((stack) => stack.terminationProtection)).toEqual([true, true, true, true]);
  });

  it('leaves nothing of a stage behind where data is not kept', () => {
    const leftBehind = local.resources.filter(
      ({ stack, DeletionPolicy, DeletionProtection }: Resource & { DeletionProtection?: string }) =>
        stack !== 'account' && (DeletionPolicy ?? 'Delete') !== 'Delete' && DeletionProtection === undefined,
    );
    expect(leftBehind.map(({ id }) => id).filter((id) => !id.includes('CurrentVersion'))).toEqual([]);
    expect(local.ofType(TABLE).map((each) => replica(each)['DeletionProtectionEnabled'] ?? false)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('the key ring', () => {
  it('begins with one generated key under the id the functions ask for, encrypted with the key of the stage', () => {
    const secret = kept.one('AWS::SecretsManager::Secret', 'KeyRing');
    expect(secret.Properties['GenerateSecretString']).toMatchObject({
      SecretStringTemplate: '{"current":"k1"}',
      GenerateStringKey: 'k1',
      PasswordLength: 64,
    });
    expect(textOf(secret.Properties['KmsKeyId'])).toMatch(/^<Key.*\.Arn>$/);
  });
});

describe('the secret of the webhook', () => {
  it('is made of letters and digits only, so many that they are base64 of 24 to 64 bytes', () => {
    const { Properties } = kept.one('AWS::SecretsManager::Secret', 'WebhookSecret');
    const { PasswordLength: length, ExcludeCharacters: excluded } = Properties['GenerateSecretString'];
    const printable = Array.from({ length: 94 }, (_, index) => String.fromCodePoint(0x21 + index));
    const left = printable.filter((character) => !String(excluded).includes(character));
    expect(left.join('')).toBe('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
    expect(Number(length) % 4).toBe(0);
    expect((Number(length) * 3) / 4).toBeGreaterThanOrEqual(24);
    expect((Number(length) * 3) / 4).toBeLessThanOrEqual(64);
    expect(textOf(Properties['KmsKeyId'])).toMatch(/^<Key.*\.Arn>$/);
  });
});
