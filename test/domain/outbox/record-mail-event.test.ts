import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type MailOrder, type OutboxRow, outboxRowSchema } from '../../../domain/outbox/outbox-row.ts';
import { recordMailEvent } from '../../../domain/outbox/record-mail-event.ts';
import { confirmRow, startRow, testCaseNumber } from '../../support/fixtures/cases.ts';

const NUMBER = testCaseNumber(1);

/** An outbox with these rows, and the mails it was told had bounced. */
function outboxOf(...rows: readonly OutboxRow[]) {
  const told: { readonly order: MailOrder; readonly outboxId: string }[] = [];
  return {
    told,
    outbox: { find: async (outboxId: string) => rows.find((row) => row.outboxId === outboxId) },
    bounced: async (order: MailOrder, outboxId: string) => void told.push({ order, outboxId }),
    complained: async (order: MailOrder) => void told.push({ order, outboxId: 'complained' }),
  };
}

const row = confirmRow(NUMBER);
const order = { template: 'confirm_request', caseNumber: NUMBER };

describe('a mail that bounced', () => {
  it('is told with what it was about', async () => {
    const desk = outboxOf(confirmRow(testCaseNumber(2)), row);
    expect(await recordMailEvent(desk, { outboxId: row.outboxId, kind: 'bounced', at: undefined })).toBe('recorded');
    expect(desk.told).toEqual([{ order, outboxId: row.outboxId }]);
  });

  it('is told whatever state its row is in, since the bounce can be faster than the desk', async () => {
    const leased = { ...row, attempts: 1, leaseUntil: row.createdAt };
    const postponed = { ...row, attempts: 1, lastErrorCode: 'TimeoutError' };
    const sent = { ...row, outcome: 'sent' as const, finishedAt: row.createdAt, nextAttemptAt: null };
    for (const state of [leased, postponed, sent]) {
      const desk = outboxOf(state);
      expect(await recordMailEvent(desk, { outboxId: row.outboxId, kind: 'bounced', at: undefined })).toBe('recorded');
      expect(desk.told).toHaveLength(1);
    }
  });

  it('is told again when its event comes again, by the same id', async () => {
    const desk = outboxOf(row);
    for (let count = 0; count < 2; count += 1) {
      await recordMailEvent(desk, { outboxId: row.outboxId, kind: 'bounced', at: undefined });
    }
    expect(new Set(desk.told.map(({ outboxId }) => outboxId))).toEqual(new Set([row.outboxId]));
  });

  it('fails when its case could not be told, so that it is tried again', async () => {
    const desk = { ...outboxOf(row), bounced: () => Promise.reject(new RangeError('down')) };
    await expect(recordMailEvent(desk, { outboxId: row.outboxId, kind: 'bounced', at: undefined })).rejects.toThrow(
      RangeError,
    );
  });
});

it('happened when the provider says, and without that no earlier than the mail was ordered', async () => {
  const times: string[] = [];
  const desk = {
    ...outboxOf(row),
    complained: async (_order: MailOrder, at: Temporal.Instant) => void times.push(String(at)),
  };
  const at = Temporal.Instant.from('2026-03-05T08:00:00Z');
  await recordMailEvent(desk, { outboxId: row.outboxId, kind: 'complained', at });
  await recordMailEvent(desk, { outboxId: row.outboxId, kind: 'complained', at: undefined });
  expect(times).toEqual([String(at), String(Temporal.Instant.from(row.createdAt))]);
});

describe('a complaint', () => {
  it('is told with what it was about', async () => {
    const desk = outboxOf(row);
    expect(await recordMailEvent(desk, { outboxId: row.outboxId, kind: 'complained', at: undefined })).toBe('recorded');
    expect(desk.told).toEqual([{ order, outboxId: 'complained' }]);
  });
});

describe('a report on no mail of the outbox', () => {
  it.each(['bounced', 'complained'] as const)('is told from one that is: %s', async (kind) => {
    const start = startRow(NUMBER);
    const desk = outboxOf(start);
    expect(await recordMailEvent(desk, { outboxId: 'gone', kind, at: undefined })).toBe('unknown_mail');
    expect(await recordMailEvent(desk, { outboxId: start.outboxId, kind, at: undefined })).toBe('unknown_mail');
    expect(desk.told).toEqual([]);
  });
});

describe('the id of a row', () => {
  it.each([row.outboxId, 'unconfirmed-real-2026-03-02T09-30-a1b2-c3d4', 'sign-in-00ff'])('can tag a mail: %s', (id) => {
    expect(outboxRowSchema.safeParse({ ...row, outboxId: id }).success).toBe(true);
  });

  it.each(['', 'a b', 'jan@example.org', 'zaak:1', 'é', 'x'.repeat(121)])('is nothing a tag would change: %j', (id) => {
    expect(outboxRowSchema.safeParse({ ...row, outboxId: id }).success).toBe(false);
  });
});
