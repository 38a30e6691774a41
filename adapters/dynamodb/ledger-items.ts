import type { Put } from '@aws-sdk/client-dynamodb';
import type { Case } from '../../domain/cases/case.ts';
import type { Tables } from './dependencies.ts';
import { toItem } from './items.ts';
import { ledgerKeys } from './keys.ts';

/** The head of a case's event chain: outlives a restore of the desk table, so a chain cut short is noticed. */
export function auditHead(tables: Pick<Tables, 'ledgerTable'>, { caseNumber, lastEvent }: Case): Put {
  const head = { schemaVersion: 1, caseNumber, ...lastEvent };
  return { TableName: tables.ledgerTable, Item: toItem(head, ledgerKeys.auditHead(caseNumber)) };
}
