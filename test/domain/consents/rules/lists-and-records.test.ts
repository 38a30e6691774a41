import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import receiptSchema from '../../../../contracts/consent-receipt.schema.json' with { type: 'json' };
import { appendEvents, firstFault } from '../../../../domain/consents/consent-event.ts';
import { recordsOfAddress } from '../../../../domain/consents/consent-record.ts';
import { createDesk, type Desk } from '../../../support/desk/memory-desk.ts';
import { EVA, jsonCall, oneClick, openToken, subscribe, tokenFor } from '../../../support/desk/subscribers.ts';
import { importLine, post } from './consent-model.ts';

/** What is stored of every person once some have lived a little. */
async function livedDesk(): Promise<Desk> {
  const desk = createDesk();
  await subscribe(desk);
  await desk.runFor({ hours: 1 });
  await oneClick(desk, tokenFor(desk, 'nieuwsbrief'));
  await desk.runFor({ hours: 1 });
  await subscribe(desk, { topics: ['nieuwsbrief'] });
  return desk;
}

describe('the record of a consent', () => {
  it('shows whichever event was changed, taken out, doubled or moved', async () => {
    const desk = await livedDesk();
    const records = await recordsOfAddress(desk.stores.consents, desk.dependencies.keys, EVA);
    const record = records.find(({ topic: about }) => about === 'nieuwsbrief');
    const events = record?.events ?? [];
    expect(events.map(({ type }) => type)).toEqual(['requested', 'given', 'withdrawn', 'requested', 'given']);
    expect(firstFault(events)).toBeUndefined();
    for (const [index, event] of events.entries()) {
      for (const [name, value] of Object.entries(event)) {
        const changed =
          typeof value === 'string' ? `${value}x` : typeof value === 'number' ? value + 1 : { ...value, x: 1 };
        const tampered = events.with(index, { ...event, [name]: changed });
        expect([index, name, firstFault(tampered) !== undefined]).toEqual([index, name, true]);
      }
      expect(firstFault(events.toSpliced(index, 0, event))).toBeDefined();
    }
    for (const [index, next] of events.slice(1).entries()) {
      const [event] = events.slice(index);
      expect(firstFault(events.toSpliced(index, 1))).toBeDefined();
      expect(firstFault(event === undefined ? [] : events.with(index, next).with(index + 1, event))).toBeDefined();
    }
  });

  it('shows an event that was made anew by somebody who knows how they are sealed', async () => {
    const desk = await livedDesk();
    const records = await recordsOfAddress(desk.stores.consents, desk.dependencies.keys, EVA);
    const events = records.find(({ topic: about }) => about === 'nieuwsbrief')?.events ?? [];
    for (const [index, event] of events.slice(0, -1).entries()) {
      const before = events.slice(0, index);
      const { hash: _hash, ...unsealed } = event;
      const resealed = appendEvents(event, before, [{ ...unsealed, at: '2020-01-01T00:00:00.000Z' }]);
      expect(firstFault([...before, ...resealed])).toBeUndefined();
      expect(firstFault([...before, ...resealed, ...events.slice(index + 1)])).toBe(index + 2);
    }
  });

  it('holds no address and no name', async () => {
    const desk = await livedDesk();
    expect(JSON.stringify(desk.stores.desk.consentEvents.list())).not.toMatch(/eva|@/i);
    expect(JSON.stringify(desk.stores.desk.suppressions.list())).not.toMatch(/eva|@/i);
  });

  it('is proof after the address is gone: literal words, version, hash, when and how', async () => {
    const desk = await livedDesk();
    await desk.gateway(jsonCall('POST /api/consents/withdraw', { language: 'nl', email: EVA }));
    for (const { contact } of desk.stores.desk.subscribers.list()) {
      desk.stores.desk.subscribers.delete(`${contact.kid} ${contact.mac}`);
    }
    const validate = ajvFormats.default(new Ajv2020({ strict: false })).compile(receiptSchema);
    const reply = await openToken(desk, tokenFor(desk, 'nieuwsbrief'), '/receipt.json');
    expect(reply.status).toBe(200);
    expect(validate(JSON.parse(reply.body))).toBe(true);
    expect(reply.body).toContain('Ja, CT Telecom B.V. mag mij de nieuwsbrief mailen');
    expect(reply.body).not.toContain(EVA);
  });
});

const pageOf = async (desk: Desk, cursor: string | null, limit = '4') => {
  const query = { limit, ...(cursor !== null && { cursor }) };
  const reply = await desk.gateway({
    route: 'GET /api/topics/{topic}/subscribers',
    pathParameters: { topic: 'nieuwsbrief' },
    query,
  });
  return JSON.parse(reply.body) as { subscribers: { email: string }[]; next: string | null };
};
async function imported(desk: Desk, from: number, to: number) {
  const lines = Array.from({ length: to - from }, (_, index) => importLine(index + 1, `p${from + index}@example.org`));
  const reply = await post(desk, '/api/topics/{topic}/imports', { dryRun: false, lines }, 'nieuwsbrief');
  expect(reply.status).toBe(200);
}

describe('pages of a list', () => {
  it('have each person who stays exactly once, whoever comes and goes between two pages', async () => {
    for (let round = 0; round < 5; round += 1) {
      const desk = createDesk({ seed: `pages ${round}` });
      desk.faults.deliveries = () => 0;
      await imported(desk, 0, 20);
      const seen: string[] = [];
      const gone = new Set<string>();
      let cursor: string | null = null;
      let fresh = 100;
      do {
        const page = await pageOf(desk, cursor);
        seen.push(...page.subscribers.map(({ email: one }) => one));
        cursor = page.next;
        await desk.runFor({ minutes: 1 });
        const leaving = [seen.at(-1) ?? '', `p${(round * 3 + seen.length) % 20}@example.org`];
        for (const one of leaving) {
          gone.add(one);
          await post(desk, '/api/consents/withdraw', { language: 'nl', email: one });
        }
        await imported(desk, fresh, fresh + 3);
        fresh += 3;
      } while (cursor !== null);
      expect(new Set(seen).size).toBe(seen.length);
      const stayed = Array.from({ length: 20 }, (_, index) => `p${index}@example.org`).filter((one) => !gone.has(one));
      expect(stayed.length).toBeGreaterThan(5);
      expect(stayed.filter((one) => !seen.includes(one))).toEqual([]);
    }
  });

  it('have nobody who stopped before the page was asked for', async () => {
    const desk = createDesk();
    desk.faults.deliveries = () => 0;
    await imported(desk, 0, 12);
    const first = await pageOf(desk, null);
    const left = Array.from({ length: 12 }, (_, index) => `p${index}@example.org`).filter(
      (one) => !first.subscribers.some(({ email: seen }) => seen === one),
    );
    for (const one of left) await oneClick(desk, tokenFor(desk, 'nieuwsbrief', one));
    const rest: string[] = [];
    for (let { next } = first; next !== null;) {
      const page = await pageOf(desk, next);
      rest.push(...page.subscribers.map(({ email: one }) => one));
      next = page.next;
    }
    expect(rest).toEqual([]);
  });

  it('of an import done twice, or half and then whole, have everybody once, and the record has one event', async () => {
    const desk = createDesk();
    await imported(desk, 0, 7);
    await imported(desk, 0, 15);
    await imported(desk, 0, 15);
    expect((await pageOf(desk, null, '100')).subscribers).toHaveLength(15);
    expect(desk.stores.desk.consentEvents.list()).toHaveLength(15);
    expect(desk.mailbox.sent).toEqual([]);
  });
});
