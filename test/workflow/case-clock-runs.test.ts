import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { AdvanceCaseOutput } from '../../contracts/workflow.ts';
import { instantText } from '../../domain/instants.ts';
import type { Execution } from './support/asl-interpreter.ts';
import { VirtualCaseClocks } from './support/case-clock.ts';
import { VirtualClock } from './support/virtual-clock.ts';

const START = Temporal.Instant.from('2026-03-02T09:00:00Z');
const CASE = 'P-00000-00000';
const minutes = (count: number) => START.add({ minutes: count });

type Answer = AdvanceCaseOutput | Record<string, unknown> | Error | null;
const waiting = (step: string, kind: string, at: Temporal.Instant) => ({
  status: 'waiting',
  step,
  kind,
  at: instantText(at),
});
const CLOSED: Answer = { status: 'closed' };

describe('the case clock', () => {
  it('does every step at its instant and ends when the case is closed', async () => {
    const { execution, calls } = await play([
      waiting('ten_days_left', 'reminder', minutes(60)),
      waiting('target_day', 'escalation', minutes(120)),
      waiting('promise_missed', 'missed_promise', minutes(180)),
      waiting('limit_missed', 'missed_limit', minutes(240)),
      CLOSED,
    ]);

    expect(calls).toEqual(['0 none', '60 ten_days_left', '120 target_day', '180 promise_missed', '240 limit_missed']);
    expect(execution.path.filter((state) => !/\?$|^Wait/.test(state))).toEqual([
      'Plan next step',
      'Send reminder',
      'Escalate',
      'Report missed promise',
      'Report missed limit',
      'Closed',
    ]);
    expect([execution.status, execution.output]).toEqual(['SUCCEEDED', CLOSED]);
    expect(execution.historyEvents).toBe(1 + 5 + 4 * 11 + 2 + 2);
  });

  it('hands over the id, the name of the run and the step, and nothing else', async () => {
    const { payloads } = await play([waiting('ten_days_left', 'reminder', minutes(60)), CLOSED]);
    expect(payloads).toEqual([
      { caseId: CASE, executionName: `${CASE}-1`, step: null },
      { caseId: CASE, executionName: `${CASE}-1`, step: 'ten_days_left' },
    ]);
  });

  it('ends when a later run has the clock', async () => {
    const { execution } = await play([{ status: 'superseded' }]);
    expect(execution.path).toEqual(['Plan next step', 'Anything left?', 'Superseded']);
  });

  it('goes on at once with an instant that has passed', async () => {
    const { calls } = await play([waiting('ten_days_left', 'reminder', minutes(-99)), CLOSED]);
    expect(calls).toEqual(['0 none', '0 ten_days_left']);
  });

  it('waits again when the step has moved later', async () => {
    const later = waiting('ten_days_left', 'reminder', minutes(500));
    const { calls } = await play([waiting('ten_days_left', 'reminder', minutes(60)), later, CLOSED]);
    expect(calls).toEqual(['0 none', '60 ten_days_left', '500 ten_days_left']);
  });

  it('does not turn faster than once a minute when a step is answered with itself', async () => {
    const again = waiting('ten_days_left', 'reminder', minutes(0));
    const { calls } = await play([again, again, again, CLOSED]);
    expect(calls).toEqual(['0 none', '0 ten_days_left', '1 ten_days_left', '2 ten_days_left']);
  });

  it.each(['Lambda.TooManyRequestsException', 'Lambda.Unknown', 'States.Timeout'])(
    'tries six times more when the platform fails with %s',
    async (code) => {
      const { calls } = await play([...Array.from({ length: 6 }, () => named(code)), CLOSED]);
      expect(calls).toHaveLength(7);
    },
  );

  it.each([
    ['planning', [], 'Plan next step', 0],
    ['a step', [waiting('target_day', 'escalation', minutes(60))], 'Escalate', 60],
  ])('waits an hour and plans again when %s keeps failing, however often', async (_what, before, failing, from) => {
    const broken = Array.from({ length: 9 }, () => named('BrokenError'));
    const { execution, calls } = await play([...before, ...broken, CLOSED]);

    expect(execution.path.filter((state) => state === 'Wait for repair')).toHaveLength(3);
    expect(execution.path).toContain(failing);
    const retriesAndHour = 60.5;
    expect(calls.at(-1)).toBe(`${from + 3 * retriesAndHour} none`);
    expect(execution.status).toBe('SUCCEEDED');
  });

  it('keeps the code of the last error and not its message', async () => {
    const { execution } = await play([...Array.from({ length: 3 }, () => named('BrokenError', 'of J. Doe')), CLOSED]);
    expect(JSON.stringify(execution)).not.toContain('Doe');
  });

  it.each([
    ['a kind only newer code knows', waiting('target_day', 'carrier_pigeon', minutes(-1))],
    ['a status only newer code knows', { status: 'paused' }],
    ['nothing', null],
  ])('asks again in an hour when the plan is %s', async (_what, plan) => {
    const { execution, calls } = await play([plan, CLOSED]);
    expect(calls).toEqual(['0 none', '60 none']);
    expect(execution.status).toBe('SUCCEEDED');
  });

  it('asks again in an hour when the step is answered with an instant that is none', async () => {
    const first = waiting('target_day', 'escalation', minutes(0));
    const broken = { ...first, at: 'soon' };
    const { execution, calls } = await play([first, broken, broken, broken, CLOSED]);
    expect(execution.path).toContain('Wait for repair');
    expect(calls.at(-1)).toMatch(/^60\.5 none$/);
  });

  it('times out after a year, told to whoever listens', async () => {
    const ended: string[] = [];
    const far = waiting('still_open_60', 'escalation', START.add({ hours: 24 * 400 }));
    await play([far], 24 * 366, (execution) => ended.push(`${execution.name} ${execution.status}`));
    expect(ended).toEqual([`${CASE}-1 TIMED_OUT`]);
  });

  it('starts once under one name', async () => {
    const clock = new VirtualClock(START);
    let calls = 0;
    const clocks = new VirtualCaseClocks({ clock, advanceCase: () => Promise.resolve((calls += 1) && CLOSED) });
    for (const run of [1, 1, 2]) await clocks.start(CASE, run);
    await clock.runUntil(minutes(1));
    await clocks.start(CASE, 1);
    await clock.runUntil(minutes(2));

    expect(calls).toBe(2);
    expect([...clocks.executions.keys()]).toEqual([`${CASE}-1`, `${CASE}-2`]);
  });
});

interface Played {
  readonly execution: Execution;
  /** Minutes since the start and step of every call. */
  readonly calls: readonly string[];
  readonly payloads: readonly unknown[];
}

/** Plays the file against a function that gives these answers in turn. */
async function play(answers: readonly Answer[], hours = 24, onEnd?: (execution: Execution) => void): Promise<Played> {
  const clock = new VirtualClock(START);
  const left = [...answers];
  const calls: string[] = [];
  const payloads: unknown[] = [];
  const clocks = new VirtualCaseClocks({
    clock,
    ...(onEnd === undefined ? {} : { onEnd }),
    advanceCase: (payload) => {
      payloads.push(payload);
      const { step } = payload as { readonly step: string | null };
      calls.push(`${START.until(clock.now()).total('minutes')} ${step ?? 'none'}`);
      const answer = left.shift();
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  });
  await clocks.start(CASE, 1);
  await clock.runUntil(START.add({ hours }));
  const execution = clocks.executions.get(`${CASE}-1`);
  if (execution === undefined) throw new Error('no execution was started');
  return { execution, calls, payloads };
}

function named(name: string, message = ''): Error {
  return Object.assign(new Error(message), { name });
}
