import { describe, expect, it } from 'vitest';
import { instantText } from '../../../domain/instants.ts';
import { redriveOutbox } from '../../../domain/outbox/dispatch-outbox-row.ts';
import { newOutboxRow } from '../../../domain/outbox/outbox-row.ts';
import { throttled } from '../../support/desk/mailbox.ts';
import { createDesk, type Desk } from '../../support/desk/memory-desk.ts';
import { ACCESS, ANNA, submit } from '../../support/desk/people.ts';

/** A desk whose stream brings nothing. */
function quietDesk(): Desk {
  const desk = createDesk();
  desk.faults.deliveries = () => 0;
  return desk;
}

describe('a redrive', () => {
  it('sends whatever the stream has missed', async () => {
    const desk = quietDesk();
    for (let count = 0; count < 3; count += 1) await submit(desk);
    const { counts, failed } = await redriveOutbox(desk.dependencies);
    expect(counts).toEqual({ sent: 3, not_needed: 0, capped: 0, given_up: 0, not_claimed: 0, postponed: 0, untold: 0 });
    expect(failed).toEqual([]);
  });

  it('gets past a mail that cannot be sent', async () => {
    const desk = quietDesk();
    for (const name of ['a', 'poison', 'c']) {
      await submit(desk, { ...ACCESS, requester: { name, email: `${name}@example.org` } });
    }
    desk.mailbox.fault = ({ to }) => (to.startsWith('poison') ? throttled() : undefined);
    const { counts } = await redriveOutbox(desk.dependencies);
    expect([counts.sent, counts.postponed]).toEqual([2, 1]);
  });

  it('gets past a row it cannot even read, and says so', async () => {
    const desk = quietDesk();
    for (let count = 0; count < 3; count += 1) await submit(desk);
    const [broken = ''] = [...desk.stores.unfinished];
    const outbox = {
      ...desk.stores.outbox,
      claim: (...args: Parameters<typeof desk.stores.outbox.claim>) =>
        args[0] === broken ? Promise.reject(new RangeError('unreadable')) : desk.stores.outbox.claim(...args),
    };
    const { counts, failed } = await redriveOutbox({ ...desk.dependencies, outbox });
    expect(counts.sent).toBe(2);
    expect(failed).toEqual([{ outboxId: broken, code: 'RangeError' }]);
  });

  it('gets past a hundred mails that keep failing', async () => {
    const desk = quietDesk();
    const now = instantText(desk.clock.now());
    for (let count = 0; count < 150; count += 1) {
      const mail = { template: 'staff_sign_in', staffId: ANNA.staffId, continueTo: null, rehearsal: false } as const;
      await desk.stores.outbox.add(
        newOutboxRow(`poison-${String(count).padStart(3, '0')}`, { kind: 'mail', mail }, now),
      );
    }
    await desk.runFor({ seconds: 1 });
    await submit(desk);
    desk.mailbox.fault = ({ to }) => (to === ANNA.email ? throttled() : undefined);
    await desk.redrive();
    await desk.redrive();
    expect(desk.mailbox.sent).toHaveLength(1);
  });
});
