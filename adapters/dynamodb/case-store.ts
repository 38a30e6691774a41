import { answerSchema, caseContentSchema, caseSchema } from '../../domain/cases/case.ts';
import { caseTextSchema } from '../../domain/cases/case-text.ts';
import { caseEventSchema } from '../../domain/cases/case-events.ts';
import { instantText } from '../../domain/instants.ts';
import type { CaseReader, CaseStore } from '../../domain/ports.ts';
import { changeWrites } from './case-writes.ts';
import type { DynamoDbDependencies } from './dependencies.ts';
import { listOfContact } from './contact-index.ts';
import { ANSWER_PREFIX, deskKeys, EVENT_PREFIX, PARTITION_KEY, TEXT_PREFIX } from './keys.ts';
import { listQueue } from './queue-index.ts';
import { readItem, readItems } from './read-item.ts';
import { findMany } from './many-cases.ts';
import { newWriteId, runTransaction } from './transaction.ts';

const QUEUE_OF = { open: 'OPEN', unconfirmed: 'UNCONFIRMED', closed: 'CLOSED' } as const;

/**
 * Reads cases. Strongly consistent but for `listDue` and `listOfContact`. Besides the errors of the port, every read throws
 * StoredItemInvalidError.
 */
function createDynamoDbCaseReader(dependencies: DynamoDbDependencies<'deskTable'>): CaseReader {
  const { client, tables } = dependencies;
  const { deskTable } = tables;
  return {
    find: async (caseNumber) => readItem(client, deskTable, deskKeys.case(caseNumber), caseSchema),

    findMany: async (caseNumbers) => findMany(dependencies, caseNumbers),

    findContent: async (caseNumber) => readItem(client, deskTable, deskKeys.content(caseNumber), caseContentSchema),

    listAnswers: async (caseNumber) =>
      readItems(client, deskTable, partitionOf(caseNumber), ANSWER_PREFIX, answerSchema),

    listEvents: async (caseNumber) =>
      readItems(client, deskTable, partitionOf(caseNumber), EVENT_PREFIX, caseEventSchema),

    listTexts: async (caseNumber) => readItems(client, deskTable, partitionOf(caseNumber), TEXT_PREFIX, caseTextSchema),

    listDue: async (status, until) => listQueue(dependencies, QUEUE_OF[status], instantText(until)),

    listOfContact: async (contact) => listOfContact(dependencies, contact),
  };
}

/** Reads and changes cases; a change is one transaction. Every write throws ConcurrentChangeError besides. */
export function createDynamoDbCaseStore(dependencies: DynamoDbDependencies<'deskTable' | 'ledgerTable'>): CaseStore {
  return {
    ...createDynamoDbCaseReader(dependencies),
    commit: async (change) => {
      const writeId = newWriteId(dependencies);
      await runTransaction(dependencies, writeId, changeWrites(dependencies.tables, writeId, change));
    },
  };
}

function partitionOf(caseNumber: string): string {
  return deskKeys.case(caseNumber)[PARTITION_KEY] ?? '';
}
