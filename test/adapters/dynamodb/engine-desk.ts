import { type DynamoDBClient, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { createDynamoDbAbsenceStore } from '../../../adapters/dynamodb/absence-store.ts';
import { createDynamoDbCaseViewLog } from '../../../adapters/dynamodb/case-view-log.ts';
import { createDynamoDbCaseStore } from '../../../adapters/dynamodb/case-store.ts';
import { createDynamoDbConsentStore } from '../../../adapters/dynamodb/consent-store.ts';
import { createDynamoDbRequestIntake } from '../../../adapters/dynamodb/request-intake.ts';
import type { Tables } from '../../../adapters/dynamodb/dependencies.ts';
import { toKey } from '../../../adapters/dynamodb/items.ts';
import { deskKeys, type Key, ledgerKeys, limitsKeys, PARTITION_KEY } from '../../../adapters/dynamodb/keys.ts';
import { createDynamoDbFiguresReader } from '../../../adapters/dynamodb/figures-store.ts';
import { caseViewSchema } from '../../../domain/desk/case-view.ts';
import { createDynamoDbOutboxStore } from '../../../adapters/dynamodb/outbox-store.ts';
import { readItems } from '../../../adapters/dynamodb/read-item.ts';
import { createDynamoDbRateLimiter } from '../../../adapters/dynamodb/rate-limiter.ts';
import { createDynamoDbSessionStore } from '../../../adapters/dynamodb/session-store.ts';
import { createDynamoDbSubscriberLists } from '../../../adapters/dynamodb/subscriber-lists.ts';
import { createDynamoDbTokenStore } from '../../../adapters/dynamodb/token-store.ts';
import { pause, randomBytes } from '../../../adapters/system.ts';
import { createTestClock } from '../../support/fixtures/test-clock.ts';
import type { ContractDesk, SpoiltItem } from '../contracts/contract-desk.ts';

/** A desk whose stores are tables of an engine. */
export interface EngineDesk extends ContractDesk {
  readItem(table: string, key: Key): Promise<Record<string, unknown> | undefined>;
}

export function createEngineDesk(client: DynamoDBClient, tables: Tables): EngineDesk {
  const clock = createTestClock();
  const dependencies = { client, tables, clock, randomBytes, pause };

  const readItem = async (TableName: string, key: Key) => {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: toKey(key), ConsistentRead: true }));
    return Item === undefined ? undefined : unmarshall(Item);
  };

  return {
    clock,
    cases: createDynamoDbCaseStore(dependencies),
    intake: createDynamoDbRequestIntake(dependencies),
    consents: createDynamoDbConsentStore(dependencies),
    lists: createDynamoDbSubscriberLists(dependencies),
    figures: createDynamoDbFiguresReader(dependencies),
    outbox: createDynamoDbOutboxStore(dependencies),
    tokens: createDynamoDbTokenStore(dependencies),
    sessions: createDynamoDbSessionStore(dependencies),
    absences: createDynamoDbAbsenceStore(dependencies),
    views: createDynamoDbCaseViewLog(dependencies),
    limiter: createDynamoDbRateLimiter(dependencies),
    readItem,
    listViews: async (caseNumber) =>
      readItems(client, tables.deskTable, deskKeys.case(caseNumber)[PARTITION_KEY] ?? '', 'VIEW#', caseViewSchema),
    findAuditHead: async (caseNumber) => {
      const item = await readItem(tables.ledgerTable, ledgerKeys.auditHead(caseNumber));
      return item === undefined ? undefined : { sequence: Number(item['sequence']), hash: String(item['hash']) };
    },
    spoil: async (item) => {
      await client.send(
        new UpdateItemCommand({
          TableName: tableOf(tables, item),
          Key: toKey(keyOf(item)),
          UpdateExpression: 'SET schemaVersion = :never',
          ExpressionAttributeValues: { ':never': { N: '99' } },
        }),
      );
    },
  };
}

function tableOf(tables: Tables, { kind }: SpoiltItem): string {
  if (kind === 'session') return tables.limitsTable;
  return kind === 'suppression' ? tables.ledgerTable : tables.deskTable;
}

function keyOf(item: SpoiltItem): Key {
  switch (item.kind) {
    case 'case':
      return deskKeys.case(item.caseNumber);
    case 'content':
      return deskKeys.content(item.caseNumber);
    case 'event':
      return deskKeys.event(item.caseNumber, item.sequence);
    case 'answer':
      return deskKeys.answer(item.caseNumber, item.partId);
    case 'text':
      return deskKeys.text(item.caseNumber, item.textId);
    case 'figures':
      return deskKeys.figures(item.month, item.requestType, 0);
    case 'outbox':
      return deskKeys.outbox(item.outboxId);
    case 'token':
      return deskKeys.token(item.hash);
    case 'session':
      return limitsKeys.session(item.hash);
    case 'absence':
      return deskKeys.absence(item.staffId);
    case 'consent_event':
      return deskKeys.consentEvent(item.contact, item.topic, 'email', 1);
    case 'list_entry':
      return deskKeys.listEntry(item.topic, item.contact);
    case 'subscriber':
      return deskKeys.subscriber(item.contact);
    case 'suppression':
      return ledgerKeys.suppressions(item.contact, 'email');
    case 'sign_up':
      return deskKeys.signUp(item.signUpId);
  }
}
