import { describe, expect, it } from 'vitest';
import { firstFault } from '../../../domain/consents/consent-event.ts';
import { stateOf } from '../../../domain/consents/consent-record.ts';
import { ConsentConflictError, StoredItemInvalidError, TokenNotUsableError } from '../../../domain/errors.ts';
import { newOutboxRow, type OutboxRow } from '../../../domain/outbox/outbox-row.ts';
import type { ConsentChange } from '../../../domain/consents/ports.ts';
import { confirmToken, secondsLater, testCaseNumber } from '../../support/fixtures/cases.ts';
import {
  consentEvents,
  contactNamed,
  listEntryOf,
  signUpOf,
  subscriberOf,
  suppressionOf,
  uuidOf,
} from '../../support/fixtures/consents.ts';
import { TEST_NOW } from '../../support/fixtures/test-clock.ts';
import type { ContractDesk, MakeDesk } from './contract-desk.ts';

const JAN = contactNamed('jan');
const TOPIC = 'nieuwsbrief';
const SIGN_UP_ID = 'sign-up-of-jan-00000001';

function webhookRow(outboxId: string): OutboxRow {
  const webhook = { recordId: uuidOf('record'), contact: JAN, topic: TOPIC, sequence: 2 };
  return newOutboxRow(outboxId, { kind: 'webhook', webhook }, TEST_NOW);
}

const GIVEN = {
  events: consentEvents(JAN, TOPIC, ['requested', 'given']),
  listed: [listEntryOf(JAN)],
  subscribers: [subscriberOf(JAN)],
  suppressions: [suppressionOf('jan', { scope: TOPIC, reason: 'lifted' })],
  outbox: [webhookRow('given')],
} as const satisfies ConsentChange;

const WITHDRAWN = {
  events: consentEvents(JAN, TOPIC, ['withdrawn'], GIVEN.events),
  unlisted: [{ topic: TOPIC, contact: JAN }],
  subscribers: [subscriberOf(JAN, { keepUntil: secondsLater(60), version: 2 })],
  suppressions: [suppressionOf('jan', { scope: TOPIC, reason: 'withdrawn' })],
  outbox: [webhookRow('withdrawn')],
} as const satisfies ConsentChange;

export function describeConsentStore(name: string, makeDesk: MakeDesk): void {
  describe(`consents, ${name}`, () => {
    it('are none of somebody unknown', async () => {
      const { consents } = await makeDesk();
      expect(await consents.listRecords(JAN)).toEqual([]);
      expect(await consents.findSubscriber(JAN)).toBeUndefined();
    });

    it('keeps the address of a consent given while another one ended', async () => {
      const { consents } = await makeDesk();
      await consents.commit({ subscribers: [subscriberOf(JAN)] });
      // Both were made from the first: the withdrawal did not see the consent that was given meanwhile.
      await consents.commit({ subscribers: [subscriberOf(JAN, { version: 2 })] });
      const going = subscriberOf(JAN, { version: 2, keepUntil: secondsLater(60) });
      await expect(consents.commit({ subscribers: [going] })).rejects.toThrow(ConsentConflictError);
      expect(await consents.findSubscriber(JAN)).toMatchObject({ keepUntil: null, version: 2 });
    });

    it('stores events, list line, address, suppression, row and used token together, and ends the sign-up', async () => {
      const desk = await makeDesk();
      const token = confirmToken(testCaseNumber(1));
      await desk.tokens.putAll([token]);
      await desk.consents.addSignUp(signUpOf(SIGN_UP_ID), []);
      const consume = { tokenHash: token.hash, now: TEST_NOW };
      await desk.consents.commit({ ...GIVEN, consume, endedSignUp: SIGN_UP_ID });

      const [record, ...others] = await desk.consents.listRecords(JAN);
      expect(others).toEqual([]);
      expect(record).toEqual({
        recordId: GIVEN.events[0]?.recordId,
        contact: JAN,
        topic: TOPIC,
        channel: 'email',
        events: GIVEN.events,
      });
      expect(await desk.lists.find(TOPIC, [JAN])).toEqual(GIVEN.listed);
      expect(await desk.consents.findSubscriber(JAN)).toEqual(GIVEN.subscribers[0]);
      expect(await desk.consents.listSuppressions([JAN])).toMatchObject([{ scope: TOPIC, liftedAt: TEST_NOW }]);
      expect(await desk.outbox.find('given')).toEqual(GIVEN.outbox[0]);
      expect(await desk.tokens.find(token.hash)).toEqual({ ...token, usedAt: TEST_NOW });
      expect(await desk.consents.findSignUp(SIGN_UP_ID)).toBeUndefined();
      expect(await desk.consents.listOldSignUps(desk.clock.now().add({ hours: 240 }), 10)).toEqual([]);
    });

    it('takes who withdraws off the list in the same change, and keeps the proof', async () => {
      const desk = await withConsent(makeDesk);
      await desk.consents.commit(WITHDRAWN);

      const records = await desk.consents.listRecords(JAN);
      expect(records.map(stateOf)).toEqual(['withdrawn']);
      expect(records.map(({ events }) => firstFault(events))).toEqual([undefined]);
      expect(await desk.lists.find(TOPIC, [JAN])).toEqual([]);
      expect(await desk.consents.listSuppressions([JAN])).toMatchObject([{ withdrawnAt: TEST_NOW }]);
    });

    it('refuses to add to a record that has moved on, and stores nothing of it', async () => {
      const desk = await withConsent(makeDesk);
      const token = confirmToken(testCaseNumber(1));
      await desk.tokens.putAll([token]);
      const consume = { tokenHash: token.hash, now: TEST_NOW };
      const late = { ...WITHDRAWN, events: consentEvents(JAN, TOPIC, ['withdrawn']), consume };

      await expect(desk.consents.commit(late)).rejects.toThrow(ConsentConflictError);
      await expectUntouched(desk);
      expect(await desk.tokens.find(token.hash)).toEqual(token);
    });

    it.each([
      { state: 'used', usedAt: TEST_NOW, expiresAt: secondsLater(60) },
      { state: 'expired', usedAt: null, expiresAt: TEST_NOW },
    ])('refuses the whole change for a token that is $state', async ({ usedAt, expiresAt }) => {
      const desk = await withConsent(makeDesk);
      const token = confirmToken(testCaseNumber(1), { usedAt, expiresAt });
      await desk.tokens.putAll([token]);
      const consume = { tokenHash: token.hash, now: TEST_NOW };

      await expect(desk.consents.commit({ ...WITHDRAWN, consume })).rejects.toThrow(TokenNotUsableError);
      await expectUntouched(desk);
    });

    it('tells of a moved record before a used token, so that a second press reads anew', async () => {
      const desk = await makeDesk();
      const token = confirmToken(testCaseNumber(1));
      await desk.tokens.putAll([token]);
      const change = { ...GIVEN, consume: { tokenHash: token.hash, now: TEST_NOW } };
      await desk.consents.commit(change);

      await expect(desk.consents.commit(change)).rejects.toThrow(ConsentConflictError);
    });

    it('refuses an outbox row whose id is in use', async () => {
      const desk = await withConsent(makeDesk);
      await expect(desk.consents.commit({ ...WITHDRAWN, outbox: [webhookRow('given')] })).rejects.toThrow(
        ConsentConflictError,
      );
      await expectUntouched(desk);
    });

    it('lets exactly one of several concurrent changes through', async () => {
      const desk = await withConsent(makeDesk);
      const changes = [1, 2, 3].map((n) => Object.assign({}, WITHDRAWN, { outbox: [webhookRow(`withdrawn-${n}`)] }));
      const outcomes = await Promise.allSettled(changes.map(async (change) => desk.consents.commit(change)));

      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const rows = await Promise.all(changes.map(async ({ outbox }) => desk.outbox.find(outbox[0]?.outboxId ?? '')));
      expect(rows.filter((row) => row !== undefined)).toHaveLength(1);
    });

    it('stores nothing where nothing changes', async () => {
      const { consents } = await makeDesk();
      await expect(consents.commit({})).resolves.toBeUndefined();
    });

    it('lists records by topic, however long they are, each contact and key by itself', async () => {
      const { consents } = await makeDesk();
      const round = ['requested', 'given', 'withdrawn'] as const;
      const long = consentEvents(JAN, 'mailing', [...round, ...round, ...round, ...round]);
      await consents.commit({ events: long });
      await consents.commit({ events: consentEvents(JAN, 'mailing-extra', ['requested']) });
      await consents.commit({ events: consentEvents(JAN, 'acties', ['requested']) });
      await consents.commit({ events: consentEvents(contactNamed('jan', 'k2'), 'mailing', ['requested']) });
      await consents.commit({ events: consentEvents(contactNamed('eve'), 'mailing', ['requested']) });

      const records = await consents.listRecords(JAN);
      expect(records.map(({ topic }) => topic)).toEqual(['acties', 'mailing', 'mailing-extra']);
      expect(records[1]?.events).toEqual(long);
      expect(await consents.listRecords(contactNamed('eve'))).toHaveLength(1);
    });

    it('forgets an address at its date', async () => {
      const desk = await withConsent(makeDesk);
      await desk.consents.commit(WITHDRAWN);
      expect(await desk.consents.findSubscriber(JAN)).toEqual(WITHDRAWN.subscribers[0]);
      desk.clock.advance({ seconds: 60 });
      expect(await desk.consents.findSubscriber(JAN)).toBeUndefined();

      const again = subscriberOf(JAN, { changedAt: secondsLater(60) });
      await desk.consents.commit({ subscribers: [again] });
      expect(await desk.consents.findSubscriber(JAN)).toEqual(again);
    });

    it('raises on what does not parse', async () => {
      const desk = await withConsent(makeDesk);
      await desk.spoil({ kind: 'consent_event', contact: JAN, topic: TOPIC });
      await desk.spoil({ kind: 'subscriber', contact: JAN });

      await expect(desk.consents.listRecords(JAN)).rejects.toThrow(StoredItemInvalidError);
      await expect(desk.consents.findSubscriber(JAN)).rejects.toThrow(StoredItemInvalidError);
    });
  });
}

async function withConsent(makeDesk: MakeDesk): Promise<ContractDesk> {
  const desk = await makeDesk();
  await desk.consents.commit(GIVEN);
  return desk;
}

async function expectUntouched(desk: ContractDesk): Promise<void> {
  expect((await desk.consents.listRecords(JAN)).map(({ events }) => events)).toEqual([GIVEN.events]);
  expect(await desk.lists.find(TOPIC, [JAN])).toEqual(GIVEN.listed);
  expect(await desk.consents.findSubscriber(JAN)).toEqual(GIVEN.subscribers[0]);
  const [suppression] = await desk.consents.listSuppressions([JAN]);
  expect(suppression).not.toHaveProperty('withdrawnAt');
  expect(await desk.outbox.find('withdrawn')).toBeUndefined();
}
