import type { Update } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { channelSchema, type SuppressionChange, suppressionSchema } from '../../domain/consents/suppression.ts';
import type { Contact } from '../../domain/consents/contact.ts';
import type { Tables } from './dependencies.ts';
import { fromItem, type Item, toItem, toKey } from './items.ts';
import { type Key, ledgerKeys, PARTITION_KEY, SORT_KEY } from './keys.ts';
import type { ConditionalWrite } from './transaction.ts';

/** Between scope and reason in the name of an attribute; no scope has it. */
const SEPARATOR = '#';

/** Keys of all suppressions of a contact: one item a channel. */
export function suppressionKeys(contact: Contact): readonly Key[] {
  return channelSchema.options.map((channel) => ledgerKeys.suppressions(contact, channel));
}

/**
 * The writes of suppressions, one item for each contact and channel, since a transaction must not write an item twice.
 * Each reason of each scope is one attribute, so that two writes at once lose neither. A later instant that stands
 * there already stays: the write is made again without what it would have replaced.
 */
export function suppressionWrites(
  tables: Pick<Tables, 'ledgerTable'>,
  changes: readonly SuppressionChange[],
): readonly ConditionalWrite[] {
  const ofItems = Map.groupBy(changes, ({ contact, channel }) => {
    const key = ledgerKeys.suppressions(contact, channel);
    return `${key[PARTITION_KEY]} ${key[SORT_KEY]}`;
  });
  return [...ofItems.values()].flatMap((ofOne) => {
    const latest = new Map<string, string>();
    for (const { scope, reason, at } of ofOne) {
      const name = `${scope}${SEPARATOR}${reason}At`;
      if (at > (latest.get(name) ?? '')) latest.set(name, at);
    }
    const [first] = ofOne;
    return first === undefined ? [] : [suppressionWrite(tables, first, latest)];
  });
}

function suppressionWrite(
  tables: Pick<Tables, 'ledgerTable'>,
  about: Pick<SuppressionChange, 'contact' | 'channel'>,
  instants: ReadonlyMap<string, string>,
): ConditionalWrite {
  return {
    write: { Update: suppressionUpdate(tables, about, instants) },
    insteadOf: (stored) => {
      const newer = new Map([...instants].filter(([name, at]) => at >= (stored[name]?.S ?? '')));
      return newer.size === 0 ? undefined : suppressionWrite(tables, about, newer);
    },
  };
}

function suppressionUpdate(
  { ledgerTable }: Pick<Tables, 'ledgerTable'>,
  { contact, channel }: Pick<SuppressionChange, 'contact' | 'channel'>,
  instants: ReadonlyMap<string, string>,
): Update {
  const all = Object.entries(toItem({ schemaVersion: 1, contact, channel }, Object.fromEntries(instants)));
  const conditions = all.flatMap(([name], index) =>
    instants.has(name) ? [`(attribute_not_exists(#a${index}) OR #a${index} <= :a${index})`] : [],
  );
  return {
    TableName: ledgerTable,
    Key: toKey(ledgerKeys.suppressions(contact, channel)),
    UpdateExpression: `SET ${all.map((_, index) => `#a${index} = :a${index}`).join(', ')}`,
    ConditionExpression: conditions.join(' AND '),
    ExpressionAttributeNames: Object.fromEntries(all.map(([name], index) => [`#a${index}`, name])),
    ExpressionAttributeValues: Object.fromEntries(all.map(([, value], index) => [`:a${index}`, value])),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  };
}

/** The suppressions that one item holds. Throws StoredItemInvalidError. */
export function suppressionsIn(item: Item): z.output<typeof storedSuppressionsSchema> {
  return fromItem(storedSuppressionsSchema, item);
}

/** One suppression for each scope; what belongs to no scope belongs to each. */
const storedSuppressionsSchema = z.preprocess((item) => {
  if (typeof item !== 'object' || item === null) return item;
  const attributes = Object.entries<unknown>({ ...item });
  const head = attributes.filter(([name]) => !name.includes(SEPARATOR));
  const ofScopes = Map.groupBy(
    attributes.filter(([name]) => name.includes(SEPARATOR)),
    ([name]) => name.slice(0, name.indexOf(SEPARATOR)),
  );
  return [...ofScopes].map(([scope, instants]) =>
    Object.fromEntries([
      ...head,
      ['scope', scope],
      ...instants.map(([name, at]) => [name.slice(scope.length + SEPARATOR.length), at]),
    ]),
  );
}, z.array(suppressionSchema).min(1));
