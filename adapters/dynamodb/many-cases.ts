import { type Case, caseSchema } from '../../domain/cases/case.ts';
import { StoredItemInvalidError } from '../../domain/errors.ts';
import type { FoundCases } from '../../domain/ports.ts';
import type { DynamoDbDependencies } from './dependencies.ts';
import { fromItem } from './items.ts';
import { deskKeys, PARTITION_KEY } from './keys.ts';
import { BATCH_SIZE, readBatch } from './read-batch.ts';

/** Reads cases a batch at a time, all batches at once. Throws ConcurrentChangeError when the table stays busy. */
export async function findMany(
  dependencies: DynamoDbDependencies<'deskTable'>,
  caseNumbers: readonly string[],
): Promise<FoundCases> {
  const numbers = new Map(caseNumbers.map((caseNumber) => [deskKeys.case(caseNumber)[PARTITION_KEY], caseNumber]));
  const keys = [...numbers.values()].map((caseNumber) => deskKeys.case(caseNumber));
  const batches = Array.from({ length: Math.ceil(keys.length / BATCH_SIZE) }, (_, index) =>
    readBatch(dependencies, dependencies.tables.deskTable, keys.slice(index * BATCH_SIZE, (index + 1) * BATCH_SIZE)),
  );
  const cases: Case[] = [];
  const unreadable: string[] = [];
  for (const item of (await Promise.all(batches)).flat()) {
    try {
      cases.push(fromItem(caseSchema, item));
    } catch (error) {
      if (!(error instanceof StoredItemInvalidError)) throw error;
      unreadable.push(numbers.get(item[PARTITION_KEY]?.S ?? '') ?? '');
    }
  }
  return { cases, unreadable };
}
