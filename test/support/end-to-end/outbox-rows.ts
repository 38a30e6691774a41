import { OUTBOX_PREFIX } from '../../../adapters/dynamodb/keys.ts';
import { desk } from './running-desk.ts';
import { allItems, type StoredItem } from './stored.ts';

/** The outbox rows of a case, or all there are. */
export async function outboxRows(caseNumber = ''): Promise<readonly StoredItem[]> {
  return (await allItems(desk.tables.deskTable)).filter(({ pk }) => pk.startsWith(`${OUTBOX_PREFIX}${caseNumber}`));
}

/** Those not finished yet. */
export async function unsentRows(caseNumber = ''): Promise<readonly StoredItem[]> {
  return (await outboxRows(caseNumber)).filter((row) => row['outcome'] === null);
}
