import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { consentEventSchema } from '../../domain/consents/consent-event.ts';
import { recordsOf } from '../../domain/consents/consent-record.ts';
import { signUpSchema, subscriberSchema } from '../../domain/consents/subscriber.ts';
import { instantText } from '../../domain/instants.ts';
import type { ConsentReader, ConsentStore } from '../../domain/consents/ports.ts';
import { retryWhenBusy } from './busy-retry.ts';
import { consentWrites, itemUnder, signUpWrites } from './consent-writes.ts';
import type { DynamoDbDependencies } from './dependencies.ts';
import { deskKeys, EVENT_PREFIX, PARTITION_KEY } from './keys.ts';
import { listQueue } from './queue-index.ts';
import { readBatch } from './read-batch.ts';
import { readItem, readItems } from './read-item.ts';
import { suppressionKeys, suppressionsIn } from './suppression-items.ts';
import { newWriteId, runTransaction } from './transaction.ts';

type Dependencies = DynamoDbDependencies<'deskTable' | 'ledgerTable'>;

/**
 * Reads consents, strongly consistent. An address or a sign-up counts as gone at its date, whether or not its row is
 * still there. Throws StoredItemInvalidError, and `listSuppressions` ConcurrentChangeError besides.
 */
function createDynamoDbConsentReader(dependencies: Dependencies): ConsentReader {
  const { client, tables, clock } = dependencies;
  const { deskTable, ledgerTable } = tables;
  const isPast = (instant: string) => instant <= instantText(clock.now());
  return {
    listRecords: async (contact) => {
      const partition = deskKeys.subscriber(contact)[PARTITION_KEY] ?? '';
      return recordsOf(await readItems(client, deskTable, partition, EVENT_PREFIX, consentEventSchema));
    },

    findSubscriber: async (contact) => {
      const subscriber = await readItem(client, deskTable, deskKeys.subscriber(contact), subscriberSchema);
      const keepUntil = subscriber?.keepUntil ?? null;
      return keepUntil !== null && isPast(keepUntil) ? undefined : subscriber;
    },

    listSuppressions: async (contacts) => {
      const items = await readBatch(dependencies, ledgerTable, contacts.flatMap(suppressionKeys));
      return items.flatMap(suppressionsIn);
    },

    findSignUp: async (signUpId) => {
      const signUp = await readItem(client, deskTable, deskKeys.signUp(signUpId), signUpSchema);
      return signUp === undefined || isPast(signUp.purgeAt) ? undefined : signUp;
    },
  };
}

/**
 * Reads and changes consents; a change is one transaction. `listOldSignUps` lags behind by moments. Every write throws
 * ConcurrentChangeError besides the errors of the port.
 */
export function createDynamoDbConsentStore(dependencies: Dependencies): ConsentStore {
  const { client, tables, clock } = dependencies;
  return {
    ...createDynamoDbConsentReader(dependencies),

    commit: async (change) => {
      const writeId = newWriteId(dependencies);
      await runTransaction(dependencies, writeId, consentWrites(tables, writeId, change));
    },

    addSignUp: async (signUp, outbox) => {
      const writeId = newWriteId(dependencies);
      const writes = signUpWrites(tables, writeId, signUp, outbox, instantText(clock.now()));
      await runTransaction(dependencies, writeId, writes);
    },

    removeSignUp: async (signUpId) => {
      const command = new DeleteItemCommand(itemUnder(tables, deskKeys.signUp(signUpId)));
      await retryWhenBusy(dependencies, () => client.send(command));
    },

    listOldSignUps: async (until, limit) => listQueue(dependencies, 'SIGN_UP', instantText(until), limit),
  };
}
