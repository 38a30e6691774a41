import { answerSchema, caseContentSchema, caseSchema } from '../../domain/cases/case.ts';
import { caseEventSchema } from '../../domain/cases/case-events.ts';
import { instantText } from '../../domain/instants.ts';
import type { CaseReader, CaseStore } from '../../domain/ports.ts';
import { changeWrites } from './case-writes.ts';
import type { DynamoDbDependencies } from './dependencies.ts';
import { ANSWER_PREFIX, deskKeys, EVENT_PREFIX, PARTITION_KEY } from './keys.ts';
import { listQueue } from './queue-index.ts';
import { readItem, readItems } from './read-item.ts';
import { newWriteId, runTransaction } from './transaction.ts';

/**
 * Reads cases. Strongly consistent but for `listDue`. Besides the errors of the port, every read throws
 * StoredItemInvalidError.
 */
export function createDynamoDbCaseReader(dependencies: DynamoDbDependencies<'deskTable'>): CaseReader {
  const { client, tables } = dependencies;
  const { deskTable } = tables;
  return {
    find: async (caseNumber) => readItem(client, deskTable, deskKeys.case(caseNumber), caseSchema),

    findContent: async (caseNumber) => readItem(client, deskTable, deskKeys.content(caseNumber), caseContentSchema),

    listAnswers: async (caseNumber) =>
      readItems(client, deskTable, partitionOf(caseNumber), ANSWER_PREFIX, answerSchema),

    listEvents: async (caseNumber) =>
      readItems(client, deskTable, partitionOf(caseNumber), EVENT_PREFIX, caseEventSchema),

    listDue: async (status, until) =>
      listQueue(dependencies, status === 'open' ? 'OPEN' : 'UNCONFIRMED', instantText(until)),
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
