import type { Put, Update } from '@aws-sdk/client-dynamodb';
import type { Case } from '../../domain/cases/case.ts';
import type { Suppression } from '../../domain/consents/suppression.ts';
import type { Tables } from './dependencies.ts';
import { toItem, toKey } from './items.ts';
import { type Key, ledgerKeys } from './keys.ts';

/** The head of a case's event chain: outlives a restore of the desk table, so a chain cut short is noticed. */
export function auditHead(tables: Pick<Tables, 'ledgerTable'>, { caseNumber, lastEvent }: Case): Put {
  const head = { schemaVersion: 1, caseNumber, ...lastEvent };
  return { TableName: tables.ledgerTable, Item: toItem(head, ledgerKeys.auditHead(caseNumber)) };
}

/** The first suppression of a contact stays as it is: writing another changes nothing. */
export function suppressionWrite(tables: Pick<Tables, 'ledgerTable'>, suppression: Suppression): Update {
  const attributes = Object.entries(toItem(suppression));
  return {
    TableName: tables.ledgerTable,
    Key: toKey(suppressionKey(suppression)),
    UpdateExpression: `SET ${attributes.map((_, index) => `#a${index} = if_not_exists(#a${index}, :a${index})`).join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(attributes.map(([name], index) => [`#a${index}`, name])),
    ExpressionAttributeValues: Object.fromEntries(attributes.map(([, value], index) => [`:a${index}`, value])),
  };
}

/** One suppression per key: a transaction must not write an item twice, and two parts can stop the same address. */
export function distinctSuppressions(suppressions: readonly Suppression[]): readonly Suppression[] {
  const byKey = new Map(suppressions.toReversed().map((one) => [Object.values(suppressionKey(one)).join(' '), one]));
  return [...byKey.values()];
}

function suppressionKey({ contact, channel, scope }: Suppression): Key {
  return ledgerKeys.suppression(contact.kid, contact.mac, channel, scope);
}
