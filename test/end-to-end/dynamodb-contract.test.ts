import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createDynamoDbClient } from '../../adapters/aws-clients.ts';
import type { Tables } from '../../adapters/dynamodb/dependencies.ts';
import {
  CONTACT_INDEX,
  deskKeys,
  ledgerKeys,
  limitsKeys,
  PARTITION_KEY,
  QUEUE_INDEX,
  TIME_TO_LIVE,
} from '../../adapters/dynamodb/keys.ts';
import type { ActionToken } from '../../domain/desk/action-token.ts';
import { VersionConflictError } from '../../domain/errors.ts';
import { parseInstant } from '../../domain/instants.ts';
import { describeEveryContract } from '../adapters/contracts/every-contract.ts';
import { createEngineDesk, type EngineDesk } from '../adapters/dynamodb/engine-desk.ts';
import { createTables, deleteTables, requireEngine } from '../adapters/dynamodb/engine-tables.ts';
import { loseFirstAnswers, useSmallPages } from '../adapters/dynamodb/unruly-clients.ts';
import {
  changeOf,
  closedCase,
  confirmRow,
  confirmToken,
  creationOf,
  openCase,
  secondsLater,
  staffSession,
  startRow,
  submissionOf,
  testCaseNumber,
  unconfirmedCase,
} from '../support/fixtures/cases.ts';
import {
  consentEvents,
  contactNamed,
  listEntryOf,
  signUpOf,
  subscriberOf,
  suppressionOf,
} from '../support/fixtures/consents.ts';
import { TEST_NOW } from '../support/fixtures/test-clock.ts';

const NUMBER = testCaseNumber(1);
const NOW = parseInstant(TEST_NOW);
const DAY_SECONDS = 86_400;

const client = createDynamoDbClient();
const smallPageClient = createDynamoDbClient();
useSmallPages(smallPageClient, 2);
const made: Tables[] = [];

async function makeTables(): Promise<Tables> {
  const tables = await createTables(client);
  made.push(tables);
  return tables;
}

beforeAll(async () => requireEngine(client));
afterEach(async () => {
  for (const tables of made.splice(0)) await deleteTables(client, tables);
});
afterAll(() => {
  client.destroy();
  smallPageClient.destroy();
});

const open = async () => {
  const tables = await makeTables();
  return { tables, desk: createEngineDesk(client, tables) };
};

const secondsOf = (text: string) => parseInstant(text).epochMilliseconds / 1000;

const openLosing = async (commandName: string) => {
  const losing = createDynamoDbClient();
  const { lost } = loseFirstAnswers(losing, commandName);
  const tables = await makeTables();
  const close = () => {
    expect(lost()).toBeGreaterThan(0);
    losing.destroy();
  };
  return { quiet: createEngineDesk(client, tables), desk: createEngineDesk(losing, tables), close };
};
const storeCase = async (desk: EngineDesk) => {
  const stored = unconfirmedCase(NUMBER);
  await desk.intake.create(creationOf(stored));
  return stored;
};

describeEveryContract('in DynamoDB', async () => createEngineDesk(smallPageClient, await makeTables()));

describe('what DynamoDB keeps besides', () => {
  it('lets tokens go 90 days after their expiry, those of staff 30, and sessions, submissions and rate windows at theirs', async () => {
    const { tables, desk } = await open();
    const [session, submission] = [staffSession('cookie'), submissionOf(NUMBER)];
    const own = confirmToken(NUMBER);
    const ofStaff = [
      confirmToken(NUMBER, { hash: 'b'.repeat(64), action: 'take', staffId: 'anna' }),
      confirmToken(NUMBER, { hash: 'c'.repeat(64), action: 'sign_in', staffId: 'anna' }),
    ];
    await desk.tokens.putAll([own, ...ofStaff]);
    await desk.sessions.put(session);
    await desk.intake.create(creationOf(unconfirmedCase(NUMBER)));
    await desk.limiter.take({ subject: 'somebody', atMost: 1, windowSeconds: 3600 }, NOW);

    const lifetime = async (table: string, key: Readonly<Record<string, string>>) =>
      (await desk.readItem(table, key))?.[TIME_TO_LIVE];
    const kept = async ({ hash, expiresAt }: ActionToken) =>
      Number(await lifetime(tables.deskTable, deskKeys.token(hash))) - secondsOf(expiresAt);
    expect(await kept(own)).toBe(90 * DAY_SECONDS);
    expect(await Promise.all(ofStaff.map(async (token) => kept(token)))).toStrictEqual([
      30 * DAY_SECONDS,
      30 * DAY_SECONDS,
    ]);
    expect(await lifetime(tables.limitsTable, limitsKeys.session(session.hash))).toBe(secondsOf(session.expiresAt));
    expect(await lifetime(tables.limitsTable, limitsKeys.submission(submission.idempotencyKeyHash))).toBe(
      secondsOf(submission.expiresAt),
    );
    expect(await lifetime(tables.limitsTable, limitsKeys.rate('somebody', 3600, TEST_NOW))).toBe(
      secondsOf(TEST_NOW) + 3600,
    );
  });

  it('never lets an unfinished outbox row go, and a finished one after 35 days', async () => {
    const { tables, desk } = await open();
    const { outboxId } = confirmRow(NUMBER);
    await desk.outbox.add(confirmRow(NUMBER));
    const stored = async () => desk.readItem(tables.deskTable, deskKeys.outbox(outboxId));
    expect(await stored()).not.toHaveProperty(TIME_TO_LIVE);

    const claimed = await desk.outbox.claim(outboxId, NOW, NOW.add({ minutes: 2 }));
    expect(await stored()).not.toHaveProperty(TIME_TO_LIVE);
    await desk.outbox.finish(claimed ?? confirmRow(NUMBER), 'sent', NOW);
    expect(await stored()).toMatchObject({ [TIME_TO_LIVE]: secondsOf(TEST_NOW) + 35 * DAY_SECONDS });
    expect(await stored()).not.toHaveProperty(QUEUE_INDEX.partitionKey);
  });

  it('lets a sign-up and an address go at their dates, and who was let through after that time', async () => {
    const { tables, desk } = await open();
    const signUp = signUpOf('sign-up-of-jan-00000001');
    const going = subscriberOf(contactNamed('jan'), { keepUntil: secondsLater(60) });
    await desk.consents.addSignUp(signUp, []);
    await desk.consents.commit({ subscribers: [going, subscriberOf(contactNamed('eve'))] });
    await desk.limiter.takeOnce({ subject: 'somebody', seconds: 60, by: 'row-1' }, NOW);

    const { deskTable, limitsTable } = tables;
    const inAMinute = { [TIME_TO_LIVE]: secondsOf(TEST_NOW) + 60 };
    expect(await desk.readItem(deskTable, deskKeys.signUp(signUp.signUpId))).toMatchObject({
      [TIME_TO_LIVE]: secondsOf(signUp.purgeAt),
    });
    expect(await desk.readItem(deskTable, deskKeys.subscriber(going.contact))).toMatchObject(inAMinute);
    expect(await desk.readItem(limitsTable, limitsKeys.once('somebody'))).toMatchObject(inAMinute);
    await desk.consents.commit({ subscribers: [{ ...going, keepUntil: null, version: 2 }] });
    for (const contact of [going.contact, contactNamed('eve')]) {
      expect(await desk.readItem(deskTable, deskKeys.subscriber(contact))).not.toHaveProperty(TIME_TO_LIVE);
    }
  });

  it('never lets consent events, list lines, suppressions and rows that were given up go', async () => {
    const { tables, desk } = await open();
    const contact = contactNamed('jan');
    const events = consentEvents(contact, 'mailing', ['requested', 'given']);
    const suppressions = [suppressionOf('jan')];
    await desk.consents.commit({ events, listed: [listEntryOf(contact, 'mailing')], suppressions });
    await desk.outbox.add(confirmRow(NUMBER));
    const claimed = await desk.outbox.claim(confirmRow(NUMBER).outboxId, NOW, NOW.add({ minutes: 2 }));
    await desk.outbox.finish(claimed ?? confirmRow(NUMBER), 'given_up', NOW);

    const keys = [
      [tables.deskTable, deskKeys.consentEvent(contact, 'mailing', 'email', 1)],
      [tables.deskTable, deskKeys.listEntry('mailing', contact)],
      [tables.ledgerTable, ledgerKeys.suppressions(contact, 'email')],
      [tables.deskTable, deskKeys.outbox(confirmRow(NUMBER).outboxId)],
    ] as const;
    for (const [table, key] of keys) {
      expect(await desk.readItem(table, key)).toMatchObject(key);
      expect(await desk.readItem(table, key)).not.toHaveProperty(TIME_TO_LIVE);
    }
  });

  it('never lets cases, contents, events and answers go', async () => {
    const { tables, desk } = await open();
    await desk.intake.create(creationOf(closedCase(NUMBER)));

    for (const key of [deskKeys.case(NUMBER), deskKeys.content(NUMBER), deskKeys.event(NUMBER, 1)]) {
      expect(await desk.readItem(tables.deskTable, key)).toMatchObject({ [PARTITION_KEY]: `CASE#${NUMBER}` });
      expect(await desk.readItem(tables.deskTable, key)).not.toHaveProperty(TIME_TO_LIVE);
    }
  });

  it('finds the cases of a contact in order of receipt', async () => {
    const { tables, desk } = await open();
    const subject = unconfirmedCase(NUMBER);
    await desk.intake.create(creationOf(subject));

    expect(await desk.readItem(tables.deskTable, deskKeys.case(NUMBER))).toMatchObject({
      [CONTACT_INDEX.partitionKey]: `CONTACT#k1#${subject.contactHash.mac}`,
      [CONTACT_INDEX.sortKey]: `${TEST_NOW}#${NUMBER}`,
    });
  });
});

describe('a write whose answer is lost', () => {
  it('reports no conflict with itself when a case is created', async () => {
    const { desk, close } = await openLosing('TransactWriteItemsCommand');
    await storeCase(desk);

    expect(await desk.cases.find(NUMBER)).toEqual(unconfirmedCase(NUMBER));
    close();
  });

  it('reports no conflict with itself when a case is changed, but does with another', async () => {
    const { quiet, desk, close } = await openLosing('TransactWriteItemsCommand');
    const stored = await storeCase(quiet);
    const token = confirmToken(NUMBER);
    await quiet.tokens.putAll([token]);
    const change = changeOf(stored, ['request_confirmed'], openCase(NUMBER));
    const consume = { tokenHash: token.hash, now: TEST_NOW };
    await desk.cases.commit({ ...change, outbox: [startRow(NUMBER)], consume });

    expect(await desk.cases.find(NUMBER)).toEqual(change.case);
    await expect(desk.cases.commit(change)).rejects.toThrow(VersionConflictError);
    close();
  });

  it('reports no conflict with itself when consents change', async () => {
    const { desk, close } = await openLosing('TransactWriteItemsCommand');
    const events = consentEvents(contactNamed('jan'), 'mailing', ['requested']);
    await desk.consents.commit({ events, suppressions: [suppressionOf('jan')] });

    expect(await desk.consents.listRecords(contactNamed('jan'))).toMatchObject([{ events }]);
    close();
  });

  it('lets somebody through once and says so', async () => {
    const { desk, close } = await openLosing('PutItemCommand');
    expect(await desk.limiter.takeOnce({ subject: 'somebody', seconds: 60, by: 'row-1' }, NOW)).toBe(true);
    expect(await desk.limiter.takeOnce({ subject: 'somebody', seconds: 60, by: 'row-2' }, NOW)).toBe(false);
    close();
  });

  it('keeps the claim of an outbox row and counts one attempt', async () => {
    const { desk, close } = await openLosing('UpdateItemCommand');
    await desk.outbox.add(confirmRow(NUMBER));
    const { outboxId } = confirmRow(NUMBER);

    expect(await desk.outbox.claim(outboxId, NOW, NOW.add({ minutes: 2 }))).toMatchObject({ attempts: 1 });
    expect(await desk.outbox.claim(outboxId, NOW, NOW.add({ minutes: 2 }))).toBeUndefined();
    close();
  });

  it('ends a row, and uses a token, as asked', async () => {
    const { desk, close } = await openLosing('UpdateItemCommand');
    await desk.outbox.add(confirmRow(NUMBER));
    const claimed = await desk.outbox.claim(confirmRow(NUMBER).outboxId, NOW, NOW.add({ minutes: 2 }));
    await desk.outbox.finish(claimed ?? confirmRow(NUMBER), 'sent', NOW);
    expect(await desk.outbox.find(confirmRow(NUMBER).outboxId)).toMatchObject({ outcome: 'sent' });

    const token = confirmToken(NUMBER);
    await desk.tokens.putAll([token]);
    await expect(desk.tokens.consume(token.hash, NOW)).resolves.toBeUndefined();
    close();
  });
});
