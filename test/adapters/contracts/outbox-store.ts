import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { StoredItemInvalidError } from '../../../domain/errors.ts';
import { instantText } from '../../../domain/instants.ts';
import { newOutboxRow, type OutboxRow } from '../../../domain/outbox/outbox-row.ts';
import { confirmRow, secondsLater, startRow, testCaseNumber } from '../../support/fixtures/cases.ts';
import { contactNamed, uuidOf } from '../../support/fixtures/consents.ts';
import { TEST_NOW } from '../../support/fixtures/test-clock.ts';
import type { ContractDesk, MakeDesk } from './contract-desk.ts';

const NOW = Temporal.Instant.from(TEST_NOW);
const LEASE_END = NOW.add({ minutes: 2 });
const NUMBER = testCaseNumber(1);
const ROW = confirmRow(NUMBER);
const ID = ROW.outboxId;

export function describeOutboxStore(name: string, makeDesk: MakeDesk): void {
  describe(`the outbox, ${name}`, () => {
    it('stores mails, workflow starts and webhooks and leaves a row with a known id as it is', async () => {
      const desk = await withRow(makeDesk);
      await desk.outbox.add(startRow(NUMBER));
      await desk.outbox.add(webhookRow('webhook'));
      await desk.outbox.add({ ...ROW, attempts: 7 });

      expect(await desk.outbox.find(ID)).toEqual(ROW);
      expect(await desk.outbox.find(`${NUMBER}-start-1`)).toEqual(startRow(NUMBER));
      expect(await desk.outbox.find('webhook')).toEqual(webhookRow('webhook'));
      expect(await desk.outbox.find('no such row')).toBeUndefined();
    });

    it('gives a row to one claimant at a time', async () => {
      const desk = await withRow(makeDesk);
      const claims = await Promise.all([1, 2, 3].map(async () => desk.outbox.claim(ID, NOW, LEASE_END)));

      const expected = { ...ROW, attempts: 1, leaseUntil: instantText(LEASE_END) };
      expect(claims.filter((claim) => claim !== undefined)).toEqual([expected]);
      expect(await desk.outbox.find(ID)).toEqual(expected);
    });

    it('gives nothing for a row that is not there, and makes none', async () => {
      const desk = await makeDesk();
      expect(await desk.outbox.claim(ID, NOW, LEASE_END)).toBeUndefined();
      expect(await desk.outbox.find(ID)).toBeUndefined();
    });

    it('gives a row that is due at that very instant and none before', async () => {
      const desk = await withRow(makeDesk);
      expect(await desk.outbox.claim(ID, NOW.subtract({ milliseconds: 1 }), LEASE_END)).toBeUndefined();
      expect(await desk.outbox.claim(ID, NOW, LEASE_END)).toBeDefined();
    });

    it('gives the row again once the lease has run out', async () => {
      const desk = await withRow(makeDesk);
      await claim(desk, NOW);

      expect(await desk.outbox.claim(ID, LEASE_END.subtract({ milliseconds: 1 }), LEASE_END)).toBeUndefined();
      expect(await desk.outbox.claim(ID, LEASE_END, LEASE_END.add({ minutes: 2 }))).toMatchObject({ attempts: 2 });
    });

    it.each(['sent', 'not_needed', 'capped', 'given_up'] as const)('ends a row as %s for good', async (outcome) => {
      const desk = await withRow(makeDesk);
      await desk.outbox.finish(await claim(desk, NOW), outcome, NOW);

      const ended = { ...ROW, attempts: 1, nextAttemptAt: null, leaseUntil: null, outcome, finishedAt: TEST_NOW };
      expect(await desk.outbox.find(ID)).toEqual(ended);
      expect(await desk.outbox.listUnsent(NOW.add({ hours: 1 }), 10)).toEqual([]);
      expect(await desk.outbox.claim(ID, NOW.add({ hours: 1 }), NOW.add({ hours: 2 }))).toBeUndefined();
    });

    it('takes a postponed row back for later', async () => {
      const desk = await withRow(makeDesk);
      const later = NOW.add({ minutes: 5 });
      await desk.outbox.postpone(await claim(desk, NOW), later, 'TooManyRequestsException');

      const postponed = {
        ...ROW,
        attempts: 1,
        nextAttemptAt: instantText(later),
        lastErrorCode: 'TooManyRequestsException',
      };
      expect(await desk.outbox.find(ID)).toEqual(postponed);
      expect(await desk.outbox.listUnsent(NOW, 10)).toEqual([]);
      expect(await desk.outbox.listUnsent(later, 10)).toEqual([ID]);
      expect(await desk.outbox.claim(ID, NOW, LEASE_END)).toBeUndefined();
      expect(await desk.outbox.claim(ID, later, later.add({ minutes: 2 }))).toMatchObject({ attempts: 2 });
    });

    it('does nothing for a claim that was lost', async () => {
      const desk = await withRow(makeDesk);
      const lost = await claim(desk, NOW);
      const held = await claim(desk, LEASE_END);
      await desk.outbox.finish(lost, 'sent', LEASE_END);
      await desk.outbox.postpone(lost, LEASE_END.add({ hours: 1 }), 'TimeoutError');

      expect(await desk.outbox.find(ID)).toEqual(held);
    });

    it('tells two claims apart even when their leases end together', async () => {
      const desk = await withRow(makeDesk);
      const lost = await claim(desk, NOW);
      const held = await desk.outbox.claim(ID, LEASE_END, LEASE_END);
      await desk.outbox.finish(lost, 'sent', LEASE_END);

      expect(held).toMatchObject({ attempts: 2, leaseUntil: lost.leaseUntil });
      expect(await desk.outbox.find(ID)).toEqual(held);
    });

    it('does nothing for a claim given back or ended before', async () => {
      const desk = await withRow(makeDesk);
      const claimed = await claim(desk, NOW);
      await desk.outbox.postpone(claimed, LEASE_END, 'TimeoutError');
      await desk.outbox.finish(claimed, 'sent', NOW);
      expect(await desk.outbox.find(ID)).toMatchObject({ outcome: null, nextAttemptAt: instantText(LEASE_END) });

      const again = await claim(desk, LEASE_END);
      await desk.outbox.finish(again, 'sent', LEASE_END);
      await desk.outbox.postpone(again, LEASE_END, 'TimeoutError');
      await desk.outbox.finish(again, 'capped', LEASE_END);
      expect(await desk.outbox.find(ID)).toMatchObject({ outcome: 'sent', nextAttemptAt: null });
    });

    it('makes no row by ending one that is gone', async () => {
      const desk = await makeDesk();
      await desk.outbox.finish({ ...ROW, attempts: 1, leaseUntil: TEST_NOW }, 'sent', NOW);
      await desk.outbox.postpone({ ...ROW, attempts: 1, leaseUntil: TEST_NOW }, LEASE_END, 'TimeoutError');
      expect(await desk.outbox.find(ID)).toBeUndefined();
    });

    it('lists unsent rows earliest first, up to the instant and the limit', async () => {
      const desk = await makeDesk();
      const rows = Array.from({ length: 50 }, (_, index): OutboxRow => {
        const nextAttemptAt = secondsLater(-((index * 29) % 53));
        return { ...confirmRow(NUMBER, `row-${index}`), nextAttemptAt };
      });
      await Promise.all(rows.map(async (row) => desk.outbox.add(row)));
      await desk.outbox.add({ ...confirmRow(NUMBER, 'not-yet'), nextAttemptAt: secondsLater(1) });

      const expected = rows.toSorted((a, b) => ((a.nextAttemptAt ?? '') < (b.nextAttemptAt ?? '') ? -1 : 1));
      const ids = expected.map(({ outboxId }) => outboxId);
      expect(await desk.outbox.listUnsent(NOW, 100)).toEqual(ids);
      expect(await desk.outbox.listUnsent(NOW, 17)).toEqual(ids.slice(0, 17));
    });

    it('lists rows that were given up, earliest first and up to the limit, until they are revived', async () => {
      const desk = await makeDesk();
      for (const [n, id] of ['third', 'first', 'second'].entries()) {
        await giveUp(desk, id, NOW.add({ seconds: [3, 1, 2][n] ?? 0 }));
      }
      const sent = await withRow(async () => desk);
      await desk.outbox.finish(await claim(sent, NOW), 'sent', NOW);

      expect(await desk.outbox.listGivenUp(10)).toEqual(['first', 'second', 'third']);
      expect(await desk.outbox.listGivenUp(2)).toEqual(['first', 'second']);
      await desk.outbox.revive('first', LEASE_END);
      expect(await desk.outbox.listGivenUp(10)).toEqual(['second', 'third']);
    });

    it('makes a row that was given up due as if it were new', async () => {
      const desk = await makeDesk();
      await giveUp(desk, 'dead', NOW);
      const later = NOW.add({ hours: 240 });
      await desk.outbox.revive('dead', later);

      expect(await desk.outbox.find('dead')).toEqual({ ...webhookRow('dead'), nextAttemptAt: instantText(later) });
      expect(await desk.outbox.listUnsent(later, 10)).toEqual(['dead']);
      expect(await desk.outbox.claim('dead', NOW, LEASE_END)).toBeUndefined();
      expect(await desk.outbox.claim('dead', later, later.add({ minutes: 2 }))).toMatchObject({ attempts: 1 });
    });

    it('revives nothing that was not given up, and makes no row', async () => {
      const desk = await withRow(makeDesk);
      const claimed = await claim(desk, NOW);
      await desk.outbox.revive(ID, NOW);
      expect(await desk.outbox.find(ID)).toEqual(claimed);
      await desk.outbox.finish(claimed, 'sent', NOW);
      await desk.outbox.revive(ID, NOW);
      expect(await desk.outbox.find(ID)).toMatchObject({ outcome: 'sent', nextAttemptAt: null });

      await desk.outbox.revive('no-such-row', NOW);
      expect(await desk.outbox.find('no-such-row')).toBeUndefined();
    });

    it('raises on a row that does not parse', async () => {
      const desk = await withRow(makeDesk);
      await desk.spoil({ kind: 'outbox', outboxId: ID });

      await expect(desk.outbox.find(ID)).rejects.toThrow(StoredItemInvalidError);
      await expect(desk.outbox.claim(ID, NOW, LEASE_END)).rejects.toThrow(StoredItemInvalidError);
    });
  });
}

async function withRow(makeDesk: MakeDesk): Promise<ContractDesk> {
  const desk = await makeDesk();
  await desk.outbox.add(ROW);
  return desk;
}

function webhookRow(outboxId: string): OutboxRow {
  const webhook = { recordId: uuidOf('record'), contact: contactNamed('jan'), topic: 'nieuwsbrief', sequence: 2 };
  return newOutboxRow(outboxId, { kind: 'webhook', webhook }, TEST_NOW);
}

/** A webhook that failed once and was given up the second time. */
async function giveUp(desk: ContractDesk, outboxId: string, at: Temporal.Instant): Promise<void> {
  await desk.outbox.add(webhookRow(outboxId));
  const claimFor = async () => {
    const claimed = await desk.outbox.claim(outboxId, at, at.add({ minutes: 2 }));
    if (claimed === undefined) throw new Error('the row should be free');
    return claimed;
  };
  await desk.outbox.postpone(await claimFor(), at, '503');
  await desk.outbox.finish(await claimFor(), 'given_up', at);
}

async function claim(desk: ContractDesk, now: Temporal.Instant): Promise<OutboxRow> {
  const claimed = await desk.outbox.claim(ID, now, now.add({ minutes: 2 }));
  if (claimed === undefined) throw new Error('the row should be free');
  return claimed;
}
