import { describe, expect, it } from 'vitest';
import { instantText } from '../../../domain/instants.ts';
import { dispatchOutboxRow } from '../../../domain/outbox/dispatch-outbox-row.ts';
import { answerLost, throttled } from '../../support/desk/mailbox.ts';
import { createDesk, type Desk } from '../../support/desk/memory-desk.ts';
import { ACCESS, ANNA, answer, confirm, decide, submit } from '../../support/desk/people.ts';
import { logLines } from '../../support/desk/log-lines.ts';

/** A desk whose stream brings nothing: rows are dispatched by hand. */
function quietDesk(): Desk {
  const desk = createDesk();
  desk.faults.deliveries = () => 0;
  return desk;
}
const row = (desk: Desk, outboxId: string) => desk.stores.desk.outbox.find(outboxId);
const first = (caseNumber: string) => `${caseNumber}-1-1`;
const secondsUntil = (desk: Desk, text: string | null | undefined) =>
  (Date.parse(text ?? '') - desk.clock.now().epochMilliseconds) / 1000;

describe('dispatching a row', () => {
  it('sends the mail and marks the row sent', async () => {
    const desk = quietDesk();
    const { caseNumber } = await submit(desk);
    expect(await dispatchOutboxRow(desk.dependencies, first(caseNumber))).toEqual({ outcome: 'sent' });
    expect(row(desk, first(caseNumber))).toMatchObject({
      outcome: 'sent',
      attempts: 1,
      nextAttemptAt: null,
      leaseUntil: null,
      finishedAt: instantText(desk.clock.now()),
    });
    expect(desk.mailbox.sent).toMatchObject([{ to: 'jan@example.org', outboxId: first(caseNumber), automatic: true }]);
  });

  it('sends once, however often it is delivered', async () => {
    const desk = quietDesk();
    const { caseNumber } = await submit(desk);
    const all = await Promise.all(
      Array.from({ length: 5 }, () => dispatchOutboxRow(desk.dependencies, first(caseNumber))),
    );
    expect(all.map(({ outcome }) => outcome).filter((outcome) => outcome === 'sent')).toHaveLength(1);
    expect(await dispatchOutboxRow(desk.dependencies, first(caseNumber))).toEqual({ outcome: 'not_claimed' });
    expect(desk.mailbox.sent).toHaveLength(1);
  });

  it('does nothing about a row that is not there', async () => {
    expect(await dispatchOutboxRow(quietDesk().dependencies, 'no such row')).toEqual({ outcome: 'not_claimed' });
  });

  it('leaves a row alone that another dispatcher holds, until its lease has ended', async () => {
    const desk = quietDesk();
    const { caseNumber } = await submit(desk);
    const now = desk.clock.now();
    await desk.stores.outbox.claim(first(caseNumber), now, now.add({ seconds: 120 }));
    expect(await dispatchOutboxRow(desk.dependencies, first(caseNumber))).toEqual({ outcome: 'not_claimed' });
    await desk.runFor({ seconds: 120 });
    expect(await dispatchOutboxRow(desk.dependencies, first(caseNumber))).toEqual({ outcome: 'sent' });
  });

  it('stores the hash of a link before the mail with it leaves', async () => {
    const desk = quietDesk();
    const { caseNumber } = await submit(desk);
    let stored = 0;
    desk.mailbox.fault = () => {
      stored = desk.stores.desk.tokens.list().length;
      return undefined;
    };
    await dispatchOutboxRow(desk.dependencies, first(caseNumber));
    expect(stored).toBe(1);
  });

  it('makes new links for a second try, and those of the first still work', async () => {
    const desk = quietDesk();
    desk.mailbox.fault = () => answerLost();
    const { caseNumber } = await submit(desk);
    await dispatchOutboxRow(desk.dependencies, first(caseNumber));
    desk.mailbox.fault = () => undefined;
    await desk.runFor({ hours: 1 });
    await desk.redrive();
    const secrets = desk.mailbox.of('confirm_request').map((mail) => desk.mailbox.secretIn(mail, 'confirm'));
    expect(new Set(secrets).size).toBe(2);
  });

  it('starts a workflow', async () => {
    const desk = quietDesk();
    const { caseNumber } = await submit(desk);
    await desk.redrive();
    await confirm(desk, caseNumber);
    await desk.redrive();
    expect([...desk.clocks.executions.keys()]).toEqual([`${caseNumber}-1`]);
  });
});

describe('a mail that has become pointless', () => {
  it('is not sent: the confirmation of a request staff have accepted', async () => {
    const desk = quietDesk();
    const { caseNumber } = await submit(desk);
    await desk.digest();
    for (const { outboxId } of desk.stores.desk.outbox.list()) {
      if (outboxId !== first(caseNumber)) await dispatchOutboxRow(desk.dependencies, outboxId);
    }
    desk.faults.deliveries = () => 1;
    await decide(desk, ANNA, 'accept', caseNumber);
    expect(await dispatchOutboxRow(desk.dependencies, first(caseNumber))).toEqual({ outcome: 'not_needed' });
    expect(desk.mailbox.of('confirm_request')).toEqual([]);
    expect(row(desk, first(caseNumber))?.outcome).toBe('not_needed');
  });

  it('is not sent: the reminder of a case that was answered meanwhile', async () => {
    const desk = createDesk({ start: '2026-06-09T12:03:00Z' });
    const { caseNumber } = await submit(desk);
    await confirm(desk, caseNumber);
    desk.mailbox.fault = ({ to }) => (to === ANNA.email ? throttled() : undefined);
    await desk.runTo('2026-06-23T07:00:00Z');
    desk.mailbox.fault = () => undefined;
    await answer(desk, ANNA, caseNumber);
    await desk.runFor({ hours: 1 });
    await desk.redrive();
    expect(desk.mailbox.of('staff_step', ANNA.email)).toEqual([]);
    expect([...desk.stores.unfinished]).toEqual([]);
  });

  it('is not sent: anything to a colleague who left', async () => {
    const desk = quietDesk();
    const { caseNumber } = await submit(desk);
    await desk.redrive();
    await confirm(desk, caseNumber);
    desk.leave(ANNA.staffId);
    await desk.redrive();
    expect(desk.mailbox.of('staff_new_case').map(({ to }) => to)).toEqual(['sam.okafor@cttelecom.nl']);
  });
});

const ofDay = (desk: Desk) => desk.mailbox.of('confirm_request').length;

describe('mail to an address nobody confirmed', () => {
  it('is three a day at most, whoever types the address in and however', async () => {
    const desk = createDesk({ start: '2026-03-02T00:00:00Z' });
    for (const email of [
      'jan@example.org',
      'JAN@example.org',
      'Jan@EXAMPLE.ORG',
      ' jan@example.org',
      'jan@example.org',
    ]) {
      await submit(desk, { ...ACCESS, requester: { name: 'Iemand', email } });
    }
    expect(ofDay(desk)).toBe(3);
    const outcomes = desk.stores.desk.outbox.list().map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'capped')).toHaveLength(2);
    expect(desk.stores.desk.cases.list()).toHaveLength(5);

    await desk.runTo('2026-03-03T00:00:00Z');
    await submit(desk);
    expect(ofDay(desk)).toBe(4);
  });

  it('counts the notice that marketing has stopped', async () => {
    const desk = createDesk({ start: '2026-03-02T00:00:00Z' });
    for (let count = 0; count < 5; count += 1) {
      await submit(desk, { ...ACCESS, parts: [{ requestType: 'marketing_objection' }] });
    }
    expect(desk.mailbox.sent).toHaveLength(3);
    expect(desk.stores.desk.suppressions.list()).toHaveLength(1);
  });

  it('does not take from anybody else', async () => {
    const desk = createDesk();
    for (let count = 0; count < 5; count += 1) await submit(desk);
    await submit(desk, { ...ACCESS, requester: { name: 'Eve', email: 'eve@example.org' } });
    expect(desk.mailbox.of('confirm_request', 'eve@example.org')).toHaveLength(1);
  });

  it('is not lost to retries: a mail the provider does not take is counted once', async () => {
    const desk = createDesk({ start: '2026-03-02T00:00:00Z', schedules: true });
    desk.mailbox.fault = () => throttled();
    await submit(desk);
    await desk.runFor({ hours: 10 });
    expect(desk.mailbox.sent).toEqual([]);
    desk.mailbox.fault = () => undefined;
    await desk.runFor({ hours: 2 });
    expect(ofDay(desk)).toBe(1);
    await submit(desk);
    await submit(desk);
    await submit(desk);
    expect(ofDay(desk)).toBe(3);
  });
});

describe('a mail the provider does not take', () => {
  it.each([
    ['refused', throttled, 'ThrottlingException', [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]],
    ['perhaps taken', answerLost, 'TimeoutError', [900, 900, 900]],
  ] as const)('is put off: %s', async (_what, fault, errorCode, pauses) => {
    const desk = quietDesk();
    const { caseNumber } = await submitConfirmedQuietly(desk);
    const outboxId = `${caseNumber}-2-1`;
    desk.mailbox.fault = fault;
    for (const [index, seconds] of pauses.entries()) {
      expect(await dispatchOutboxRow(desk.dependencies, outboxId)).toEqual({ outcome: 'postponed', errorCode });
      const stored = row(desk, outboxId);
      expect(stored).toMatchObject({ attempts: index + 1, leaseUntil: null, outcome: null });
      expect(stored?.lastErrorCode).toContain(errorCode);
      expect(secondsUntil(desk, stored?.nextAttemptAt)).toBe(seconds);
      await desk.runFor({ seconds: seconds - 1 });
      expect(await dispatchOutboxRow(desk.dependencies, outboxId)).toEqual({ outcome: 'not_claimed' });
      await desk.runFor({ seconds: 1 });
    }
    desk.mailbox.fault = () => undefined;
    expect(await dispatchOutboxRow(desk.dependencies, outboxId)).toEqual({ outcome: 'sent' });
  });

  it('is told by the code of its error only', async () => {
    const desk = quietDesk();
    logLines.clear();
    const { caseNumber } = await submit(desk);
    desk.mailbox.fault = () => ({ error: new TypeError('cannot send to jan@example.org') });
    await desk.streamed([first(caseNumber)]);
    expect(row(desk, first(caseNumber))?.lastErrorCode).toBe('TypeError');
    expect(logLines.text()).toContain('"errorCode":"TypeError"');
    expect(logLines.text() + JSON.stringify(desk.stores.desk.outbox.list())).not.toContain('jan@');
  });

  it('is never lost while the provider is down for three days, and each leaves once', async () => {
    const desk = createDesk({ schedules: true });
    desk.mailbox.fault = () => throttled();
    const asked = Array.from({ length: 8 }, (_, index) => ({
      ...ACCESS,
      requester: { name: 'Iemand', email: `iemand${index}@example.org` },
    }));
    for (const each of asked) await submit(desk, each);
    await desk.runFor({ hours: 72 });
    expect(desk.mailbox.sent).toEqual([]);
    desk.mailbox.fault = () => undefined;
    await desk.runFor({ hours: 2 });
    expect(
      desk.mailbox
        .of('confirm_request')
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(asked.map(({ requester }) => requester.email).toSorted());
  });
});

/** A confirmed case whose mails wait in the outbox. */
async function submitConfirmedQuietly(desk: Desk) {
  desk.faults.deliveries = () => 1;
  const { caseNumber } = await submit(desk);
  desk.faults.deliveries = () => 0;
  await confirm(desk, caseNumber);
  return { caseNumber };
}
