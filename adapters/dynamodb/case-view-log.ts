import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { CaseViewLog } from '../../domain/ports.ts';
import type { DynamoDbDependencies } from './dependencies.ts';
import { toItem } from './items.ts';
import { deskKeys } from './keys.ts';

/** Records who looked at a case, beside the case itself. A second look in the same millisecond is the same look. */
export function createDynamoDbCaseViewLog({
  client,
  tables,
}: Pick<DynamoDbDependencies<'deskTable'>, 'client' | 'tables'>): CaseViewLog {
  return {
    record: async (view) => {
      const Item = toItem(view, deskKeys.view(view.caseNumber, view.at, view.staffId));
      await client.send(new PutItemCommand({ TableName: tables.deskTable, Item }));
    },
  };
}
