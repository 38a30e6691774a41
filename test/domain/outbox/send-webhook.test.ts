import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { contactsOf } from '../../../domain/consents/contact.ts';
import { appendEvents } from '../../../domain/consents/consent-event.ts';
import { reachedToolAt } from '../../../domain/consents/consent-record.ts';
import { subscriptionOf } from '../../../domain/consents/unsubscribe-token.ts';
import { withdrawConsent } from '../../../domain/consents/use-cases/withdraw-consent.ts';
import { ConsentConflictError, WebhookNotTakenError } from '../../../domain/errors.ts';
import { instantText } from '../../../domain/instants.ts';
import { reviveGivenUp } from '../../../domain/outbox/revive-given-up.ts';
import { newOutboxRow } from '../../../domain/outbox/outbox-row.ts';
import { isToBeGivenUp, sendWebhook } from '../../../domain/outbox/send-webhook.ts';
import type { WebhookSender } from '../../../domain/consents/ports.ts';
import { createMemoryStores } from '../../support/desk/memory-stores.ts';
import { createTestKeys } from '../../support/desk/test-keys.ts';
import { consentEvents, listEntryOf, subscriberOf, uuidOf } from '../../support/fixtures/consents.ts';
import { createTestClock, TEST_NOW } from '../../support/fixtures/test-clock.ts';

const TOPIC = 'nieuwsbrief';
const keys = createTestKeys();
const [contact] = contactsOf(keys, 'jan@example.org');
const recordId = uuidOf(`${contact.kid} ${contact.mac} ${TOPIC}`);
const orderOf = (sequence: number) => ({ recordId, contact, topic: TOPIC, sequence });
const at = (text: string) => Temporal.Instant.from(text);
const rowOf = (sequence: number) => ({ outboxId: `webhook-${recordId}-${sequence}` });

/** A desk where Jan gave consent, and a tool that takes what it is told. */
async function createTold() {
  const clock = createTestClock();
  const stores = createMemoryStores(clock, () => undefined);
  const calls: { id: string; at: string; body: { type: string; timestamp: string; data: Record<string, unknown> } }[] =
    [];
  const webhooks: WebhookSender = {
    send: async (message) =>
      void calls.push({ id: message.id, at: instantText(message.at), body: JSON.parse(message.body) }),
  };
  const dependencies = {
    consents: stores.consents,
    webhooks: webhooks as WebhookSender | null,
    keys,
    publicUrl: 'https://desk.example.nl',
    clock,
    rehearsing: false,
  };
  await stores.consents.commit({
    events: consentEvents(contact, TOPIC, ['requested', 'given']),
    listed: [listEntryOf(contact)],
    subscribers: [subscriberOf(contact)],
  });
  const recordOf = async () => {
    const [record] = await stores.consents.listRecords(contact);
    if (record === undefined) throw new Error('no record');
    return record;
  };
  const lastCall = () => {
    const call = calls.at(-1);
    if (call === undefined) throw new Error('no call');
    return call;
  };
  return {
    clock,
    stores,
    calls,
    dependencies,
    recordOf,
    lastCall,
    send: (sequence: number, changed: object = {}) =>
      sendWebhook({ ...dependencies, ...changed }, orderOf(sequence), rowOf(sequence), clock.now()),
    withdraw: () =>
      withdrawConsent(
        dependencies,
        { contact },
        { topics: [TOPIC], reason: 'withdrawn', through: 'one_click', by: { kind: 'requester' }, caseNumber: null },
      ),
  };
}

describe('a word to the newsletter tool', () => {
  it('says who gave consent, with their unsubscribe address, and notes that it arrived', async () => {
    const told = await createTold();
    told.clock.advance({ seconds: 5 });
    expect(await told.send(2)).toBe('sent');
    const { unsubscribeUrl, ...data } = told.lastCall().body.data;
    expect(told.calls[0]).toMatchObject({
      id: `webhook-${recordId}-2`,
      at: '2026-03-02T10:00:05.000Z',
      body: { type: 'consent.given', timestamp: TEST_NOW },
    });
    expect(data).toEqual({
      recordId,
      sequence: 2,
      topic: TOPIC,
      channel: 'email',
      email: 'jan@example.org',
      language: 'nl',
      at: TEST_NOW,
    });
    const token = String(unsubscribeUrl).replace('https://desk.example.nl/unsubscribe/', '');
    expect(subscriptionOf(keys, token)).toEqual({ contact, topic: TOPIC });
    expect(reachedToolAt(await told.recordOf(), 2)).toBe('2026-03-02T10:00:05.000Z');
  });

  it('says who stopped', async () => {
    const told = await createTold();
    await told.withdraw();
    expect(await told.send(3)).toBe('sent');
    expect(told.lastCall().body).toMatchObject({
      type: 'consent.withdrawn',
      data: { email: 'jan@example.org', sequence: 3 },
    });
    expect(told.lastCall().body.data).not.toHaveProperty('unsubscribeUrl');
  });

  it('is noted once and not repeated, however often it is asked for', async () => {
    const told = await createTold();
    expect([await told.send(2), await told.send(2)]).toEqual(['sent', 'sent']);
    expect(told.calls).toHaveLength(1);
    expect((await told.recordOf()).events.map(({ type }) => type)).toEqual(['requested', 'given', 'reached_tool']);
  });

  it('is not needed once something newer has happened: an old "given" never follows a withdrawal', async () => {
    const told = await createTold();
    await told.withdraw();
    expect(await told.send(2)).toBe('not_needed');
    await told.stores.consents.commit({
      events: consentEvents(contact, TOPIC, ['requested', 'given'], (await told.recordOf()).events),
    });
    expect(await told.send(3)).toBe('not_needed');
    expect(await told.send(5)).toBe('sent');
    expect(told.calls.map(({ body }) => body.type)).toEqual(['consent.given']);
  });

  it('is needed by nobody while no tool is connected, or about a record that is gone', async () => {
    const told = await createTold();
    expect(await told.send(2, { webhooks: null })).toBe('not_needed');
    const other = { ...orderOf(2), recordId: uuidOf('another') };
    expect(await sendWebhook(told.dependencies, other, rowOf(2), told.clock.now())).toBe('not_needed');
    expect(await told.send(9)).toBe('not_needed');
    expect(told.calls).toEqual([]);
  });

  it('tells a withdrawal without the address when that was erased, and a consent not at all', async () => {
    const told = await createTold();
    const gone = { consents: { ...told.stores.consents, findSubscriber: async () => undefined } };
    expect(await told.send(2, gone)).toBe('not_needed');
    await told.withdraw();
    expect(await told.send(3, gone)).toBe('sent');
    expect(told.lastCall().body.data).toMatchObject({ recordId, email: null, language: null });
  });

  it('that is not taken leaves no note, and fails', async () => {
    const told = await createTold();
    const webhooks = { send: () => Promise.reject(new WebhookNotTakenError('503')) };
    await expect(told.send(2, { webhooks })).rejects.toThrow(WebhookNotTakenError);
    expect(reachedToolAt(await told.recordOf(), 2)).toBeUndefined();
  });

  it('is noted on the record as it is by then, when the person acts during the call', async () => {
    const told = await createTold();
    const webhooks: WebhookSender = { send: async () => void (await told.withdraw()) };
    expect(await told.send(2, { webhooks })).toBe('sent');
    const { events } = await told.recordOf();
    expect(events.map(({ type }) => type)).toEqual(['requested', 'given', 'withdrawn', 'reached_tool']);
    expect(events.at(-1)).toMatchObject({ ofSequence: 2 });
  });

  it('is noted again after a conflict, and once', async () => {
    const told = await createTold();
    let commits = 0;
    const consents = {
      ...told.stores.consents,
      commit: async (change: Parameters<typeof told.stores.consents.commit>[0]) => {
        commits += 1;
        await told.stores.consents.commit(change);
        if (commits === 1) throw new ConsentConflictError();
      },
    };
    expect(await told.send(2, { consents })).toBe('sent');
    expect((await told.recordOf()).events.filter(({ type }) => type === 'reached_tool')).toHaveLength(1);
  });

  it('is never about an import, which the tool knows of', async () => {
    const told = await createTold();
    const record = await told.recordOf();
    const evidence = { givenAt: TEST_NOW, source: 'web', wording: 'Ja', proof: null };
    await told.stores.consents.commit({
      events: appendEvents(record, record.events, [{ type: 'imported', at: TEST_NOW, language: 'nl', evidence }]),
    });
    expect([await told.send(2), await told.send(3)]).toEqual(['not_needed', 'not_needed']);
  });
});

describe('a word that is not taken', () => {
  const row = { ...newOutboxRow('webhook-1', { kind: 'webhook', webhook: orderOf(2) }, TEST_NOW), attempts: 80 };

  it('is given up after three days, and not before', () => {
    expect(isToBeGivenUp(row, at('2026-03-05T09:59:59Z'))).toBe(false);
    expect(isToBeGivenUp(row, at('2026-03-05T10:00:00Z'))).toBe(true);
  });

  it('gets as many as a dozen tries when it was revived after that', () => {
    expect(isToBeGivenUp({ ...row, attempts: 1 }, at('2026-03-09T10:00:00Z'))).toBe(false);
    expect(isToBeGivenUp({ ...row, attempts: 12 }, at('2026-03-09T10:00:00Z'))).toBe(true);
  });

  it('is the only kind of row that ever is', () => {
    expect(isToBeGivenUp({ ...row, kind: 'mail' }, at('2027-03-05T10:00:00Z'))).toBe(false);
  });

  it('is due again once a person says so, with every other that was given up', async () => {
    const clock = createTestClock();
    const { outbox } = createMemoryStores(clock, () => undefined);
    for (const id of ['a', 'b', 'c']) {
      await outbox.add(newOutboxRow(id, { kind: 'webhook', webhook: orderOf(2) }, TEST_NOW));
      const claimed = await outbox.claim(id, clock.now(), clock.now().add({ seconds: 60 }));
      if (claimed === undefined) throw new Error('not claimed');
      await outbox.finish(claimed, id === 'c' ? 'sent' : 'given_up', clock.now());
    }
    expect(await reviveGivenUp({ outbox, clock })).toBe(2);
    expect(await outbox.listUnsent(clock.now(), 10)).toEqual(['a', 'b']);
    expect(await reviveGivenUp({ outbox, clock })).toBe(0);
  });
});
