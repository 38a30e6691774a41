import { beforeEach, describe, expect, it } from 'vitest';
import { contactsOf } from '../../domain/consents/contact.ts';
import { reachedToolAt } from '../../domain/consents/consent-record.ts';
import { webhooksFor } from '../../domain/consents/withdrawal.ts';
import { WebhookNotTakenError } from '../../domain/errors.ts';
import { instantText } from '../../domain/instants.ts';
import type { WebhookSender } from '../../domain/consents/ports.ts';
import { dispatch } from '../../functions/dispatch-outbox/dispatch.ts';
import { logLines } from '../support/desk/log-lines.ts';
import { createDesk } from '../support/desk/memory-desk.ts';
import { consentEvents, listEntryOf, subscriberOf } from '../support/fixtures/consents.ts';

const TOPIC = 'nieuwsbrief';

/** A desk with one consent that the newsletter tool must hear of, and a tool that takes nothing until told otherwise. */
async function createUntold() {
  const desk = createDesk();
  desk.faults.deliveries = () => 0;
  const tool = { takes: false, tries: [] as string[] };
  const webhooks: WebhookSender = {
    send: async ({ id }) => {
      tool.tries.push(id);
      if (!tool.takes) throw new WebhookNotTakenError('503');
    },
  };
  const [contact] = contactsOf(desk.dependencies.keys, 'jan@example.org');
  const events = consentEvents(contact, TOPIC, ['requested', 'given']);
  await desk.stores.consents.commit({
    events,
    listed: [listEntryOf(contact)],
    subscribers: [subscriberOf(contact)],
    outbox: webhooksFor(events.slice(1), instantText(desk.clock.now())),
  });
  const task = (name: 'redrive' | 'revive') => dispatch({ ...desk.dependencies, webhooks }, { task: name });
  return {
    desk,
    tool,
    task,
    row: () => desk.stores.desk.outbox.list().find(({ kind }) => kind === 'webhook'),
    record: async () => (await desk.stores.consents.listRecords(contact))[0],
    /** Five minutes at a time, as the schedule does. */
    live: async (hours: number) => {
      for (let minutes = 0; minutes < hours * 60; minutes += 5) {
        await task('redrive');
        await desk.runFor({ minutes: 5 });
      }
    },
  };
}

beforeEach(() => logLines.clear());

describe('a newsletter tool that takes nothing', () => {
  it('is tried for three days, ever more seldom, and then a person hears of it', async () => {
    const untold = await createUntold();
    await untold.live(71);
    expect(untold.tool.tries.length).toBeGreaterThan(60);
    expect(untold.tool.tries.length).toBeLessThan(90);
    expect(new Set(untold.tool.tries).size).toBe(1);
    expect(untold.row()).toMatchObject({ outcome: null, lastErrorCode: '503' });
    expect(logLines.text()).not.toContain('WEBHOOK_GIVEN_UP');
    // Which would ring for mail that is stuck.
    expect(logLines.text()).not.toContain('postponed');
    await untold.live(3);
    expect(untold.row()).toMatchObject({ outcome: 'given_up' });
    expect(logLines.lines.filter(({ code }) => code === 'WEBHOOK_GIVEN_UP')).toMatchObject([
      { level: 'error', count: 1 },
    ]);
    const before = untold.tool.tries.length;
    await untold.live(3);
    expect(untold.tool.tries).toHaveLength(before);
  });

  it('is told all the same once a person revives what was given up', async () => {
    const untold = await createUntold();
    await untold.live(75);
    untold.tool.takes = true;
    await untold.task('revive');
    expect(logLines.lines.at(-1)).toMatchObject({ code: 'OUTBOX_REVIVED', count: 1 });
    await untold.live(1);
    expect(untold.row()).toMatchObject({ outcome: 'sent' });
    const record = await untold.record();
    if (record === undefined) throw new Error('no record');
    expect(reachedToolAt(record, 2)).toBeDefined();
  });

  it('is given another six hours of tries when it still takes nothing then', async () => {
    const untold = await createUntold();
    await untold.live(75);
    await untold.task('revive');
    const before = untold.tool.tries.length;
    await untold.live(5);
    expect(untold.row()).toMatchObject({ outcome: null });
    await untold.live(10);
    expect(untold.row()).toMatchObject({ outcome: 'given_up' });
    expect(untold.tool.tries.length - before).toBe(12);
  });
});
