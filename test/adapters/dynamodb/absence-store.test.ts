import { describe, expect, it } from 'vitest';
import { createDynamoDbAbsenceStore } from '../../../adapters/dynamodb/absence-store.ts';
import { createTestClock, TEST_NOW } from '../../support/fixtures/test-clock.ts';
import { createScriptedClient } from './scripted-client.ts';

describe('a stored absence', () => {
  it.each([
    ['2026-03-06', '2026-03-13T23:00:00Z'],
    ['2026-07-31', '2026-08-07T22:00:00Z'],
  ])('leaves the table a week after its last day in Amsterdam (%s)', async (until, leavesAt) => {
    const { client, requests } = createScriptedClient([{ body: {} }]);
    const tables = { deskTable: 'desk' };
    const absences = createDynamoDbAbsenceStore({ client, tables, clock: createTestClock() });
    const person = { staffId: 'anna-handler', setBy: 'anna-handler', setAt: TEST_NOW };
    await absences.put({ schemaVersion: 1, ...person, from: '2026-03-02', until });

    const seconds = String(Date.parse(leavesAt) / 1000);
    expect(requests).toMatchObject([{ TableName: 'desk', Item: { expiresAtSeconds: { N: seconds } } }]);
  });

  it('is read as it is now, not as it was a moment ago', async () => {
    const { client, requests } = createScriptedClient([{ body: { Items: [] } }]);
    const absences = createDynamoDbAbsenceStore({ client, tables: { deskTable: 'desk' }, clock: createTestClock() });
    expect(await absences.list()).toEqual([]);
    expect(requests).toMatchObject([{ ConsistentRead: true }]);
  });
});
