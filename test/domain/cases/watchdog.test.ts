import { describe, expect, it } from 'vitest';
import { catchUpLateCases } from '../../../domain/cases/use-cases/catch-up-late-cases.ts';
import { restartClock } from '../../../domain/cases/use-cases/restart-clock.ts';
import { StoredItemInvalidError } from '../../../domain/errors.ts';
import { createDesk, type Desk } from '../../support/desk/memory-desk.ts';
import { ANNA, answer, OFFICER, SAM, submit, submitConfirmed, decide } from '../../support/desk/people.ts';

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
