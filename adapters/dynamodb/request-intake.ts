import * as z from 'zod';
import { instantSchema, instantText } from '../../domain/instants.ts';
import type { RequestIntake } from '../../domain/ports.ts';
import { creationWrites } from './case-writes.ts';
import type { DynamoDbDependencies } from './dependencies.ts';
import { limitsKeys } from './keys.ts';
import { readItem } from './read-item.ts';
import { newWriteId, runTransaction } from './transaction.ts';

const storedSubmissionSchema = z.strictObject({
  schemaVersion: z.literal(1),
  idempotencyKeyHash: z.string(),
  bodyHash: z.string(),
  caseNumber: z.string(),
  expiresAt: instantSchema,
});

/**
 * Takes requests in; a creation is one transaction. A submission counts as unknown once it has expired, whether or not
 * its row is still there. Besides the errors of the port, throws StoredItemInvalidError and ConcurrentChangeError.
 */
export function createDynamoDbRequestIntake(dependencies: DynamoDbDependencies): RequestIntake {
  const { client, tables, clock } = dependencies;
  return {
    findSubmission: async (idempotencyKeyHash) => {
      const key = limitsKeys.submission(idempotencyKeyHash);
      const found = await readItem(client, tables.limitsTable, key, storedSubmissionSchema);
      if (found === undefined || found.expiresAt <= instantText(clock.now())) return undefined;
      const { schemaVersion: _, ...submission } = found;
      return submission;
    },

    create: async (creation) => {
      const writeId = newWriteId(dependencies);
      const writes = creationWrites(tables, writeId, creation, instantText(clock.now()));
      await runTransaction(dependencies, writeId, writes);
    },
  };
}
