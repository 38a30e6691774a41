import { paginateQuery } from '@aws-sdk/client-dynamodb';
import type { Case } from '../../domain/cases/case.ts';
import type { DynamoDbDependencies } from './dependencies.ts';
import { CONTACT_INDEX, contactAttributes } from './keys.ts';

/** Numbers of one contact's cases in order of receipt. The index lags behind its table by moments. */
export async function listOfContact(
  { client, tables }: Pick<DynamoDbDependencies<'deskTable'>, 'client' | 'tables'>,
  { kid, mac }: Case['contactHash'],
): Promise<readonly string[]> {
  const partition = contactAttributes(kid, mac, '', '')[CONTACT_INDEX.partitionKey] ?? '';
  const pages = paginateQuery(
    { client },
    {
      TableName: tables.deskTable,
      IndexName: CONTACT_INDEX.name,
      KeyConditionExpression: '#partition = :partition',
      ExpressionAttributeNames: { '#partition': CONTACT_INDEX.partitionKey },
      ExpressionAttributeValues: { ':partition': { S: partition } },
    },
  );
  const numbers: string[] = [];
  for await (const { Items = [] } of pages) {
    for (const item of Items) {
      const sortKey = item[CONTACT_INDEX.sortKey]?.S ?? '';
      numbers.push(sortKey.slice(sortKey.indexOf('#') + 1));
    }
  }
  return numbers;
}
