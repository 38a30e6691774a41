import { describe, expect, it } from 'vitest';
import { memoryKeys } from '../../../adapters/memory/memory-desk.ts';
import { catchUpLateCases } from '../../../domain/cases/use-cases/catch-up-late-cases.ts';
import { reportUnconfirmed } from '../../../domain/cases/use-cases/report-unconfirmed.ts';
import { restartClock } from '../../../domain/cases/use-cases/restart-clock.ts';
import { submitRequest } from '../../../domain/cases/use-cases/submit-request.ts';
import { StoredItemInvalidError } from '../../../domain/errors.ts';
import { createDesk, type Desk } from '../../support/desk/memory-desk.ts';
import {
  ACCESS,
  ANNA,
  answer,
  confirm,
  DEPUTY,
  OFFICER,
  SAM,
  submit,
  submitConfirmed,
  decide,
} from '../../support/desk/people.ts';

const desk9June = () => createDesk({ start: '2026-06-09T12:03:00Z' });
const steps = (desk: Desk, caseNumber: string) =>
  desk.caseOf(caseNumber).steps.map(({ step, outcome }) => `${step} ${outcome}`);
const eventTypes = async (desk: Desk, caseNumber: string) =>
  (await desk.stores.cases.listEvents(caseNumber)).map(({ type }) => type);

/** A case whose workflow could not be started. */
async function clockless(desk: Desk): Promise<string> {
  desk.faults.start = () => new Error('the engine is down');
  const { caseNumber } = await submitConfirmed(desk);
  return caseNumber;
}

describe('looking for late steps', () => {
  it('finds none before they are more than an hour late', async () => {
    const desk = desk9June();
    const caseNumber = await clockless(desk);
    await desk.runTo('2026-06-11T07:59:59.999Z');
    expect(await catchUpLateCases(desk.dependencies)).toEqual({ caughtUp: [], failed: [] });
    await desk.runTo('2026-06-11T08:00:00Z');
    expect(await catchUpLateCases(desk.dependencies)).toEqual({
      caughtUp: [{ caseNumber, rehearsal: false }],
      failed: [],
    });
  });

  it('does them once, tells who must know and starts the clock anew', async () => {
    const desk = desk9June();
    const caseNumber = await clockless(desk);
    await desk.runTo('2026-07-03T09:00:00Z');
    desk.faults.start = () => undefined;
    await catchUpLateCases(desk.dependencies);
    await desk.settle();

    expect(steps(desk, caseNumber)).toEqual([
      'unclaimed overtaken',
      'ten_days_left overtaken',
      'five_days_left overtaken',
      'two_days_left done',
    ]);
    expect(desk.mailbox.of('staff_step').map(({ to }) => to)).toEqual([ANNA.email, SAM.email, OFFICER.email]);
    expect(desk.caseOf(caseNumber)).toMatchObject({ clockRun: 2, wakesAt: '2026-07-06T07:00:00.000Z' });
    expect(await eventTypes(desk, caseNumber)).toContain('clock_restarted');
    expect([...desk.clocks.executions.keys()]).toEqual([`${caseNumber}-2`]);

    expect(await catchUpLateCases(desk.dependencies)).toEqual({ caughtUp: [], failed: [] });
    await desk.runTo('2026-07-06T07:00:00Z');
    expect(steps(desk, caseNumber).at(-1)).toBe('one_day_left done');
    expect(
      desk.mailbox.of('staff_step').filter(({ order }) => 'step' in order && order.step === 'two_days_left'),
    ).toHaveLength(3);
  });

  it('does every duty of its own, long after', async () => {
    const desk = desk9June();
    const caseNumber = await clockless(desk);
    await desk.runTo('2026-08-20T09:00:00Z');
    await catchUpLateCases(desk.dependencies);
    await desk.settle();
    expect(steps(desk, caseNumber).filter((step) => step.endsWith('done'))).toEqual([
      'promise_missed done',
      'limit_missed done',
      'still_open_5 done',
    ]);
    expect(desk.mailbox.of('promise_missed')).toHaveLength(1);
  });

  it('leaves alone what is closed or was never confirmed', async () => {
    const desk = desk9June();
    const closed = await submitConfirmed(desk);
    await answer(desk, ANNA, closed.caseNumber);
    await submit(desk);
    await desk.runTo('2026-08-20T09:00:00Z');
    expect(await catchUpLateCases(desk.dependencies)).toEqual({ caughtUp: [], failed: [] });
  });

  it('gets past a case it cannot work on, and names it', async () => {
    const desk = desk9June();
    desk.faults.start = () => new Error('the engine is down');
    const numbers: string[] = [];
    for (let count = 0; count < 3; count += 1) numbers.push((await submitConfirmed(desk)).caseNumber);
    const [, broken = ''] = numbers.toSorted();
    await desk.runTo('2026-06-12T09:00:00Z');
    const cases = {
      ...desk.stores.cases,
      find: (caseNumber: string) =>
        caseNumber === broken
          ? Promise.reject(new StoredItemInvalidError(`CASE ${broken}`))
          : desk.stores.cases.find(caseNumber),
    };
    const report = await catchUpLateCases({ ...desk.dependencies, cases });
    expect(report.caughtUp.map(({ caseNumber }) => caseNumber).toSorted()).toEqual(
      numbers.filter((each) => each !== broken).toSorted(),
    );
    expect(report.failed).toEqual([{ caseNumber: broken, code: 'StoredItemInvalidError' }]);
  });
});

describe('restarting a clock', () => {
  it('gives an open case its next run, and does nothing for any other', async () => {
    const desk = desk9June();
    const { caseNumber } = await submit(desk);
    const restart = async () =>
      restartClock(desk.dependencies, desk.caseOf(caseNumber), 'execution_stopped', desk.clock.now());
    expect(await restart()).toBe(false);
    await desk.digest();
    await desk.settle();
    await decide(desk, ANNA, 'accept', caseNumber);
    expect(await restart()).toBe(true);
    await desk.settle();
    expect([...desk.clocks.executions.keys()]).toEqual([`${caseNumber}-1`, `${caseNumber}-2`]);
    await answer(desk, ANNA, caseNumber);
    expect(await restart()).toBe(false);
  });
});

const mails = (desk: Desk) => desk.mailbox.of('staff_unconfirmed');

const listed = (desk: Desk) =>
  desk.mailbox
    .linksOf(desk.mailbox.last('staff_unconfirmed', ANNA.email))
    .flatMap(({ token }) => (token.action === 'accept' ? [token.caseNumber] : []));

describe('the digest of unconfirmed requests', () => {
  it('goes to handlers and privacy officers, with a link to accept and one to dismiss each request', async () => {
    const desk = desk9June();
    const { caseNumber } = await submit(desk);
    expect(await reportUnconfirmed(desk.dependencies)).toEqual({ reported: 1, failed: [] });
    await desk.settle();
    expect(
      mails(desk)
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual([ANNA.email, OFFICER.email, SAM.email].toSorted());
    expect(mails(desk).map(({ to }) => to)).not.toContain(DEPUTY.email);
    const links = desk.mailbox.linksOf(desk.mailbox.last('staff_unconfirmed', ANNA.email));
    expect(links.map(({ token }) => [token.action, 'caseNumber' in token && token.caseNumber])).toEqual([
      ['accept', caseNumber],
      ['dismiss', caseNumber],
    ]);
  });

  it('is not sent when there is nothing in it', async () => {
    const desk = desk9June();
    await submitConfirmed(desk);
    expect(await reportUnconfirmed(desk.dependencies)).toEqual({ reported: 0, failed: [] });
    await desk.settle();
    expect(mails(desk)).toEqual([]);
  });

  it('does the rungs of a request with it: five days, two days, the promise, then every week', async () => {
    const desk = desk9June();
    const { caseNumber } = await submit(desk);
    for (const [instant, step] of [
      ['2026-06-30T06:59:59Z', undefined],
      ['2026-06-30T07:00:30Z', 'five_days_left done'],
      ['2026-07-03T07:00:30Z', 'two_days_left done'],
      ['2026-07-08T07:00:30Z', 'promise_missed done'],
      ['2026-07-17T07:00:30Z', 'still_open_1 done'],
      ['2026-07-24T07:00:30Z', 'still_open_2 done'],
    ] as const) {
      await desk.runTo(instant);
      await desk.digest();
      await desk.settle();
      expect([instant, steps(desk, caseNumber).at(-1)]).toEqual([instant, step]);
    }
    expect(desk.clocks.executions.size).toBe(0);
    expect(desk.mailbox.of('promise_missed')).toEqual([]);
  });

  it('lists a request every day, also after its last rung and a year on', async () => {
    const desk = desk9June();
    const { caseNumber } = await submit(desk);
    // Two handlers and the officer; the director as well once the promise of 7 July is missed.
    for (const [instant, addressees] of [
      ['2026-06-10T07:00:00Z', 3],
      ['2026-07-07T07:00:00Z', 3],
      ['2026-07-08T07:00:00Z', 4],
      ['2027-06-09T07:00:00Z', 4],
    ] as const) {
      await desk.runTo(instant);
      const before = mails(desk).length;
      await desk.digest();
      await desk.settle();
      expect(mails(desk)).toHaveLength(before + addressees);
      expect(listed(desk)).toEqual([caseNumber]);
    }
  });

  it('lists the most urgent first and fifty in a mail', async () => {
    const desk = desk9June();
    const late = await submit(desk);
    await desk.runTo('2026-06-12T09:00:00Z');
    for (let count = 0; count < 59; count += 1) {
      await submit(desk, { ...ACCESS, requester: { name: 'x', email: `x${count}@example.org` } });
    }
    await desk.digest();
    await desk.settle();
    const toAnna = desk.mailbox.of('staff_unconfirmed', ANNA.email);
    const counts = toAnna.map((mail) => desk.mailbox.linksOf(mail).length / 2);
    expect(counts).toEqual([50, 10]);
    const [first] = toAnna.flatMap((mail) => desk.mailbox.linksOf(mail));
    expect(first?.token).toMatchObject({ caseNumber: late.caseNumber });
  });

  it('leaves out what was confirmed before the mail left', async () => {
    const desk = desk9June();
    const [one, other] = [await submit(desk), await submit(desk)];
    desk.mailbox.fault = () => ({ error: new Error('down') });
    await desk.digest();
    await desk.settle();
    desk.mailbox.fault = () => undefined;
    await confirm(desk, one.caseNumber);
    await desk.runFor({ minutes: 5 });
    await desk.redrive();
    expect(listed(desk)).toEqual([other.caseNumber]);
  });

  it('is sent once when it is asked for twice in a minute', async () => {
    const desk = desk9June();
    const { caseNumber } = await submit(desk);
    await desk.runTo('2026-06-30T07:00:10Z');
    await Promise.all([desk.digest(), desk.digest()]);
    await desk.runFor({ seconds: 20 });
    await desk.digest();
    await desk.settle();
    expect(mails(desk)).toHaveLength(3);
    expect(steps(desk, caseNumber)).toEqual(['five_days_left done']);
  });

  it('keeps rehearsals in mails of their own, marked so', async () => {
    const desk = createDesk({ publicClock: { dayLastsSeconds: 60 } });
    const rehearsed = await submit(desk);
    const dependencies = { ...desk.dependencies, publicClock: 'real' as const };
    const real = await submitRequest(dependencies, {
      draft: { language: 'nl', requester: ACCESS.requester, parts: [{ requestType: 'access' }] },
      idempotencyKey: 'real',
      receivedThrough: 'form',
      rehearsal: null,
    });
    await desk.digest();
    await desk.settle();
    const toAnna = desk.mailbox.of('staff_unconfirmed', ANNA.email).map((mail) => ({
      marked: /OEFENING/.test(mail.words.subject),
      numbers: [...new Set(desk.mailbox.linksOf(mail).map(({ token }) => 'caseNumber' in token && token.caseNumber))],
    }));
    expect(toAnna).toHaveLength(2);
    expect(toAnna).toContainEqual({ marked: false, numbers: [real.caseNumber] });
    expect(toAnna).toContainEqual({ marked: true, numbers: [rehearsed.caseNumber] });
  });

  it('gets past a request it cannot read, and names it', async () => {
    const desk = desk9June();
    const { caseNumber } = await submit(desk);
    const broken = await submit(desk);
    const cases = {
      ...desk.stores.cases,
      find: (wanted: string) =>
        wanted === broken.caseNumber
          ? Promise.reject(new StoredItemInvalidError(memoryKeys.event(wanted, 1)))
          : desk.stores.cases.find(wanted),
    };
    await desk.runTo('2026-06-30T07:00:10Z');
    const report = await reportUnconfirmed({ ...desk.dependencies, cases });
    expect(report).toEqual({
      reported: 1,
      failed: [{ caseNumber: broken.caseNumber, code: 'StoredItemInvalidError' }],
    });
    expect(steps(desk, caseNumber)).toEqual(['five_days_left done']);
  });
});

describe('a run that stopped', () => {
  it('is followed at once, but after a pause when it and the one before never got as far as planning', async () => {
    const desk = desk9June();
    const { caseNumber } = await submitConfirmed(desk);
    const pauseBefore = async (run: number) => {
      const stopped = { ...desk.caseOf(caseNumber), wakesAt: null };
      await restartClock(desk.dependencies, stopped, 'execution_stopped', desk.clock.now());
      const order = desk.stores.desk.outbox
        .list()
        .find((row) => row.kind === 'start_workflow' && row.start.run === run);
      return Date.parse(order?.nextAttemptAt ?? '') - Date.parse(order?.createdAt ?? '');
    };
    expect(await pauseBefore(2)).toBe(0);
    expect(await pauseBefore(3)).toBe(60_000);
  });
});
