import { type Case, caseSchema } from '../../domain/cases/case.ts';
import { StoredItemInvalidError } from '../../domain/errors.ts';
import type { FoundCases } from '../../domain/ports.ts';
import type { DynamoDbDependencies } from './dependencies.ts';
import { fromItem, type Item } from './items.ts';
import { deskKeys, PARTITION_KEY } from './keys.ts';
import { BATCH_SIZE, readBatch } from './read-batch.ts';

/**
 * Reads cases a batch at a time, all batches at once, and parses each batch while the others are on their way. Throws
 * ConcurrentChangeError when the table stays busy.
 */
export async function findMany(
  dependencies: DynamoDbDependencies<'deskTable'>,
  caseNumbers: readonly string[],
): Promise<FoundCases> {
  const numbers = [...new Set(caseNumbers)];
  const batches = Array.from({ length: Math.ceil(numbers.length / BATCH_SIZE) }, (_, index) =>
    findBatch(dependencies, numbers.slice(index * BATCH_SIZE, (index + 1) * BATCH_SIZE)),
  );
  const found = await Promise.all(batches);
  return {
    cases: found.flatMap(({ cases }) => cases),
    unreadable: found.flatMap(({ unreadable }) => unreadable),
  };
}

async function findBatch(
  dependencies: DynamoDbDependencies<'deskTable'>,
  caseNumbers: readonly string[],
): Promise<FoundCases> {
  const numbers = new Map(caseNumbers.map((caseNumber) => [deskKeys.case(caseNumber)[PARTITION_KEY], caseNumber]));
  const keys = caseNumbers.map((caseNumber) => deskKeys.case(caseNumber));
  const cases: Case[] = [];
  const unreadable: string[] = [];
  for (const item of await readBatch(dependencies, dependencies.tables.deskTable, keys)) {
    const subject = readable(item);
    if (subject === undefined) unreadable.push(numbers.get(item[PARTITION_KEY]?.S ?? '') ?? '');
    else cases.push(subject);
  }
  return { cases, unreadable };
}

function readable(item: Item): Case | undefined {
  try {
    return fromItem(caseSchema, item);
  } catch (error) {
    if (error instanceof StoredItemInvalidError) return undefined;
    throw error;
  }
}
