import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { OUTBOX_PREFIX } from '../../adapters/dynamodb/keys.ts';
import { memoryKeys } from '../../adapters/memory/memory-desk.ts';
import { StoredItemInvalidError } from '../../domain/errors.ts';
import { DUTCH_CALENDAR } from '../support/fixtures/dutch-calendar.ts';
import { closingFigures } from '../../domain/figures/closing-figures.ts';
import { sumByType } from '../../domain/figures/figures.ts';
import { advance } from '../../functions/advance-case/advance.ts';
import { dispatch } from '../../functions/dispatch-outbox/dispatch.ts';
import { taskFunction } from '../../functions/runtime/task-function.ts';
import { sweep } from '../../functions/sweep/sweep.ts';
import { logLines } from '../support/desk/log-lines.ts';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import { ANNA, answer, submit, submitConfirmed } from '../support/desk/people.ts';
import { testCaseNumber } from '../support/fixtures/cases.ts';

beforeEach(() => logLines.clear());

const codes = () => logLines.lines.map(({ level, code }) => `${level} ${code}`);
const records = (ids: readonly string[]) => ({
  Records: ids.map((id, index) => ({
    dynamodb: { SequenceNumber: `${index}`, Keys: { pk: { S: `${OUTBOX_PREFIX}${id}` }, sk: { S: 'OUTBOX' } } },
  })),
});
async function clockless(desk: Desk): Promise<string> {
  desk.faults.start = () => new Error('down');
  return (await submitConfirmed(desk)).caseNumber;
}

describe('advance-case', () => {
  it.each([null, {}, { caseId: 'P-00000-00000' }, { caseId: 'x', executionName: 'x-1', step: null }, 'text'])(
    'refuses a call that is not the workflow’s: %j',
    async (input) => {
      await expect(advance(createDesk().dependencies, input)).rejects.toThrow(z.ZodError);
    },
  );

  it('refuses a step that is none', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const input = { caseId: caseNumber, executionName: `${caseNumber}-1`, step: 'reminder' };
    await expect(advance(desk.dependencies, input)).rejects.toThrow(z.ZodError);
  });
});

describe('a task that fails', () => {
  it('is told by the code of its error only', async () => {
    const failing = taskFunction(() => Promise.reject(new StoredItemInvalidError('CASE jan@example.org')));
    const error: unknown = await failing({}, {}).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ name: 'StoredItemInvalidError', message: 'StoredItemInvalidError' });
    expect(JSON.stringify(error) + String((error as Error).cause) + logLines.text()).not.toContain('jan@');
    expect(codes()).toEqual(['error TASK_FAILED']);
  });
});

describe('dispatch-outbox', () => {
  it('hands back only the rows that could not even be postponed', async () => {
    const desk = createDesk();
    desk.faults.deliveries = () => 0;
    for (let count = 0; count < 3; count += 1) await submit(desk);
    const ids = [...desk.stores.unfinished];
    const outbox = {
      ...desk.stores.outbox,
      claim: (...args: Parameters<typeof desk.stores.outbox.claim>) =>
        args[0] === ids[1] ? Promise.reject(new RangeError('unreadable')) : desk.stores.outbox.claim(...args),
    };
    const answered = await dispatch({ ...desk.dependencies, outbox }, records(ids));
    expect(answered).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
    expect(desk.mailbox.sent).toHaveLength(2);
    expect(codes()).toContain('error TASK_FAILED');
  });

  it('counts a mail that cannot be sent as handled', async () => {
    const desk = createDesk();
    desk.faults.deliveries = () => 0;
    await submit(desk);
    desk.mailbox.fault = () => ({ error: new Error('down') });
    expect(await dispatch(desk.dependencies, records([...desk.stores.unfinished]))).toEqual({ batchItemFailures: [] });
  });

  it('raises at the end of a redrive that met a row it could not read', async () => {
    const desk = createDesk();
    desk.faults.deliveries = () => 0;
    for (let count = 0; count < 3; count += 1) await submit(desk);
    const [broken] = desk.stores.unfinished;
    const outbox = {
      ...desk.stores.outbox,
      claim: (...args: Parameters<typeof desk.stores.outbox.claim>) =>
        args[0] === broken ? Promise.reject(new RangeError('unreadable')) : desk.stores.outbox.claim(...args),
    };
    await expect(dispatch({ ...desk.dependencies, outbox }, { task: 'redrive' })).rejects.toThrow('outbox rows failed');
    expect(desk.mailbox.sent).toHaveLength(2);
    expect(logLines.lines).toContainEqual(expect.objectContaining({ code: 'TASK_FAILED', outboxId: broken }));
  });

  it.each([
    null,
    {},
    { task: 'other' },
    { Records: [{ dynamodb: { SequenceNumber: '1', Keys: { pk: { S: 'CASE#x' } } } }] },
  ])('refuses an event that is neither rows nor the schedule: %j', async (event) => {
    await expect(dispatch(createDesk().dependencies, event)).rejects.toThrow(z.ZodError);
  });
});

const stopped = (name: string, status = 'FAILED') => ({
  source: 'aws.states',
  'detail-type': 'Step Functions Execution Status Change',
  detail: { name, status, input: JSON.stringify({ caseId: name.slice(0, 13) }), cause: 'x', error: 'y' },
});

describe('sweep', () => {
  it('alarms about every case it had to catch up with', async () => {
    const desk = createDesk();
    const caseNumber = await clockless(desk);
    await desk.runFor({ hours: 24 * 5 });
    logLines.clear();
    expect(await sweep(desk.dependencies, { task: 'late' })).toEqual({ count: 1 });
    expect(logLines.lines).toContainEqual(
      expect.objectContaining({ level: 'error', code: 'LATE_CASE_CAUGHT_UP', caseNumber }),
    );
    expect(await sweep(desk.dependencies, { task: 'late' })).toEqual({ count: 0 });
  });

  it('alarms about a case it could not catch up with, and raises', async () => {
    const desk = createDesk();
    const caseNumber = await clockless(desk);
    await desk.runFor({ hours: 24 * 5 });
    const cases = { ...desk.stores.cases, commit: () => Promise.reject(new TypeError('down')) };
    await expect(sweep({ ...desk.dependencies, cases }, { task: 'late' })).rejects.toThrow('late cases remain');
    expect(logLines.lines).toContainEqual(
      expect.objectContaining({ code: 'LATE_CASE_FAILED', caseNumber, errorCode: 'TypeError' }),
    );
  });

  it('does what is due for closed cases, once, and is no alarm', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    await answer(desk, ANNA, caseNumber);
    await desk.runTo('2026-03-09T07:59:59.999Z');
    await sweep(desk.dependencies, { task: 'late' });
    expect(desk.mailbox.of('answer_reminder')).toEqual([]);
    await desk.runTo('2026-03-09T08:00:00Z');
    logLines.clear();
    for (const _twice of [1, 2]) expect(await sweep(desk.dependencies, { task: 'late' })).toEqual({ count: 0 });
    await desk.settle();
    expect(desk.mailbox.of('answer_reminder').map(({ to }) => to)).toEqual(['jan@example.org']);
    expect(logLines.lines.filter(({ code }) => code === 'CLOSED_CASES_FOLLOWED_UP')).toMatchObject([
      { level: 'info', count: 1 },
      { level: 'info', count: 0 },
    ]);
    expect(codes().filter((code) => code.startsWith('error'))).toEqual([]);
  });

  it('raises about a closed case it could not work on, and does the others', async () => {
    const desk = createDesk();
    const [bad, good] = [await submitConfirmed(desk), await submitConfirmed(desk)].map(({ caseNumber }) => caseNumber);
    for (const caseNumber of [bad, good]) await answer(desk, ANNA, caseNumber ?? '');
    await desk.runTo('2026-03-09T09:00:00Z');
    const find = (caseNumber: string) =>
      caseNumber === bad ? Promise.reject(new TypeError('down')) : desk.stores.cases.find(caseNumber);
    const cases = { ...desk.stores.cases, find };
    await expect(sweep({ ...desk.dependencies, cases }, { task: 'late' })).rejects.toThrow('late cases remain');
    expect(logLines.lines).toContainEqual(
      expect.objectContaining({ level: 'error', code: 'LATE_CASE_FAILED', caseNumber: bad, errorCode: 'TypeError' }),
    );
    expect(desk.caseOf(good ?? '').steps).toMatchObject([{ step: 'task_1_1' }]);
  });

  it.each(['FAILED', 'TIMED_OUT', 'ABORTED'])('restarts the run of an execution that %s, once', async (status) => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const event = stopped(`${caseNumber}-1`, status);
    expect(await sweep(desk.dependencies, event)).toEqual({ count: 1 });
    expect(await sweep(desk.dependencies, event)).toEqual({ count: 0 });
    await desk.settle();
    expect([...desk.clocks.executions.keys()]).toEqual([`${caseNumber}-1`, `${caseNumber}-2`]);
    expect(codes().filter((code) => code === 'error EXECUTION_RESTARTED')).toHaveLength(1);
  });

  it('leaves alone a run that was superseded, and a case that is closed or not there', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    await sweep(desk.dependencies, stopped(`${caseNumber}-1`));
    expect(await sweep(desk.dependencies, stopped(`${caseNumber}-1`))).toEqual({ count: 0 });
    await answer(desk, ANNA, caseNumber);
    expect(await sweep(desk.dependencies, stopped(`${caseNumber}-2`))).toEqual({ count: 0 });
    expect(await sweep(desk.dependencies, stopped(`${testCaseNumber(9)}-1`))).toEqual({ count: 0 });
  });

  it('counts the requests of the digest', async () => {
    const desk = createDesk();
    await submit(desk);
    expect(await sweep(desk.dependencies, { task: 'digest' })).toEqual({ count: 1 });
    expect(codes()).toContain('info UNCONFIRMED_REPORTED');
  });

  it('alarms about a request the digest could not read, without sending it twice', async () => {
    const desk = createDesk();
    const { caseNumber } = await submit(desk);
    const cases = { ...desk.stores.cases, find: () => Promise.reject(new StoredItemInvalidError('CASE')) };
    expect(await sweep({ ...desk.dependencies, cases }, { task: 'digest' })).toEqual({ count: 0 });
    expect(logLines.lines).toContainEqual(
      expect.objectContaining({ level: 'error', code: 'LATE_CASE_FAILED', caseNumber }),
    );
  });

  it('mails the figures of the month before to the privacy officer, once', async () => {
    const desk = createDesk({ start: '2026-03-01T08:00:00Z' });
    const part = { requestType: 'access', outcome: 'granted', extended: false, onTime: true } as const;
    const february = { receivedAt: '2026-02-02T09:00:00.000Z', closedAt: '2026-02-28T22:59:00.000Z' };
    const march = { ...february, closedAt: '2026-02-28T23:01:00.000Z' };
    const closed = [february, march].flatMap((times) =>
      closingFigures({ ...times, calendar: DUTCH_CALENDAR, parts: [part, part, part, part, part, part] }),
    );
    for (const sum of sumByType(closed)) desk.stores.desk.figures.put(memoryKeys.figures(sum), sum);

    expect(await sweep(desk.dependencies, { task: 'figures' })).toEqual({ count: 1 });
    await desk.settle();
    await desk.runFor({ hours: 1 });
    await sweep(desk.dependencies, { task: 'figures' });
    await desk.settle();
    const [mail, ...others] = desk.mailbox.of('staff_figures');
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: 'pieter.van.dam@cttelecom.nl', words: { subject: 'Cijfers van februari 2026' } });
    expect(mail?.words.text).toMatch(/^inzage +6 +26 +100% +0 +0 +0$/m);
    expect(codes()).toContain('info FIGURES_ORDERED');
  });

  it('mails figures to nobody who has left, and says so when nothing was closed', async () => {
    const desk = createDesk();
    await sweep(desk.dependencies, { task: 'figures' });
    await desk.settle();
    expect(desk.mailbox.last('staff_figures').words.text).toContain('In februari 2026 is niets gesloten.');

    const other = createDesk();
    await sweep(other.dependencies, { task: 'figures' });
    other.leave('pieter-van-dam');
    await other.settle();
    expect(other.mailbox.of('staff_figures')).toEqual([]);
    expect(other.stores.unfinished.size).toBe(0);
  });

  it.each([null, {}, { task: 'other' }, stopped('P-00000-00000-1', 'SUCCEEDED')])(
    'refuses an event that is none of its own',
    async (event) => {
      await expect(sweep(createDesk().dependencies, event)).rejects.toThrow(z.ZodError);
    },
  );
});
