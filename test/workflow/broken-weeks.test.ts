import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../domain/cases/case-events.ts';
import { advance } from '../../functions/advance-case/advance.ts';
import { sweep } from '../../functions/sweep/sweep.ts';
import { answerLost, throttled } from '../support/desk/mailbox.ts';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import {
  ANNA,
  answer,
  confirm,
  OFFICER,
  SAM,
  submit,
  submitConfirmed,
  take,
  TEAM_LEAD,
} from '../support/desk/people.ts';
import { VirtualCaseClocks } from './support/case-clock.ts';

const START = '2026-06-09T12:03:00Z';
const ALL_STEPS = [
  'ten_days_left',
  'five_days_left',
  'two_days_left',
  'one_day_left',
  'target_day',
  'promise_missed',
  'limit_missed',
];
const desk9June = (schedules = true) => createDesk({ start: START, schedules });

async function taken(desk: Desk): Promise<string> {
  const { caseNumber } = await submitConfirmed(desk);
  await take(desk, ANNA, caseNumber);
  return caseNumber;
}
const done = (desk: Desk, caseNumber: string) =>
  desk.caseOf(caseNumber).steps.flatMap(({ step, outcome }) => (outcome === 'done' ? [step] : []));
const settledSteps = (desk: Desk, caseNumber: string) => desk.caseOf(caseNumber).steps.map(({ step }) => step);
const mailsOfStep = (desk: Desk, step: string) =>
  desk.mailbox.sent.filter(({ order }) => 'step' in order && order.step === step).map(({ to }) => to);
const runs = (desk: Desk) => [...desk.clocks.executions.values()].map(({ name, status }) => `${name.at(-1)} ${status}`);
const failing = (from: string, until: string, desk: Desk, code = 'BrokenError') => {
  desk.faults.advance = () => {
    const now = desk.clock.now().toString();
    return now >= from && now < until ? { error: Object.assign(new Error(), { name: code }) } : undefined;
  };
};

/** Every step settled once, its mails sent once, its chain whole. */
async function expectNothingLost(desk: Desk, caseNumber: string) {
  const steps = settledSteps(desk, caseNumber);
  expect(new Set(steps).size).toBe(steps.length);
  const events = await desk.stores.cases.listEvents(caseNumber);
  expect(verifyChain(events, desk.caseOf(caseNumber).lastEvent)).toBeUndefined();
  for (const step of done(desk, caseNumber)) {
    const mails = mailsOfStep(desk, step);
    expect([step, new Set(mails).size]).toEqual([step, mails.length]);
    expect(mails.length).toBeGreaterThan(0);
  }
  expect(desk.mailbox.of('promise_missed').length).toBe(done(desk, caseNumber).includes('promise_missed') ? 1 : 0);
}

describe('a task', () => {
  it('that fails for a minute does its step a little later, once', async () => {
    const desk = desk9June(false);
    const caseNumber = await taken(desk);
    failing('2026-06-23T07:00:00Z', '2026-06-23T07:00:15Z', desk);
    await desk.runTo('2026-06-23T07:05:00Z');
    expect(mailsOfStep(desk, 'ten_days_left')).toEqual([ANNA.email]);
    await expectNothingLost(desk, caseNumber);
  });

  it('that did its step and whose answer was lost does not do it again', async () => {
    const desk = desk9June(false);
    const caseNumber = await taken(desk);
    let lost = 0;
    desk.faults.advance = (payload) => {
      if ((payload as { step: unknown }).step !== 'ten_days_left' || lost > 0) return undefined;
      lost += 1;
      return { error: Object.assign(new Error(), { name: 'Lambda.Unknown' }), after: true };
    };
    await desk.runTo('2026-07-01T00:00:00Z');
    expect(lost).toBe(1);
    expect(done(desk, caseNumber)).toEqual(['ten_days_left', 'five_days_left']);
    expect(mailsOfStep(desk, 'ten_days_left')).toEqual([ANNA.email]);
  });

  it('that fails for four days is repaired: the most urgent rung speaks, nothing is lost', async () => {
    const desk = desk9June(false);
    const caseNumber = await taken(desk);
    failing('2026-06-23T00:00:00Z', '2026-07-05T00:00:00Z', desk);
    await desk.runTo('2026-07-05T02:00:00Z');
    expect(desk.caseOf(caseNumber).steps.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
      'ten_days_left overtaken',
      'five_days_left overtaken',
      'two_days_left done',
    ]);
    expect(runs(desk)).toEqual(['1 RUNNING']);
    await desk.runTo('2026-07-11T00:00:00Z');
    expect(settledSteps(desk, caseNumber)).toEqual(ALL_STEPS);
    await expectNothingLost(desk, caseNumber);
  });

  it('that fails over the missed promise and limit reports each when it is repaired', async () => {
    const desk = desk9June(false);
    const caseNumber = await taken(desk);
    failing('2026-07-01T00:00:00Z', '2026-07-20T00:00:00Z', desk);
    await desk.runTo('2026-07-20T02:00:00Z');
    expect(done(desk, caseNumber)).toEqual([
      'ten_days_left',
      'five_days_left',
      'promise_missed',
      'limit_missed',
      'still_open_1',
    ]);
    await expectNothingLost(desk, caseNumber);
  });

  it('that fails for good is stood in for by the watchdog within two hours', async () => {
    const desk = desk9June();
    const caseNumber = await taken(desk);
    failing('2026-06-20T00:00:00Z', '9999', desk);
    await desk.runTo('2026-07-10T09:30:00Z');
    expect(done(desk, caseNumber)).toEqual(ALL_STEPS);
    for (const { step, at } of desk.caseOf(caseNumber).steps) {
      expect([step, at.slice(11, 13)]).toEqual([step, '08']);
    }
    await expectNothingLost(desk, caseNumber);
  });

  it('is never asked faster than its definition allows while it fails', async () => {
    const desk = desk9June(false);
    await taken(desk);
    failing('2026-06-23T07:00:00Z', '9999', desk);
    const before = desk.calls.advance.length;
    await desk.runTo('2026-06-24T07:00:00Z');
    expect(desk.calls.advance.length - before).toBeLessThanOrEqual(25 * 3);
  });
});

describe('an execution', () => {
  it('that is aborted is followed by the next run at once', async () => {
    const desk = desk9June(false);
    const caseNumber = await taken(desk);
    await desk.runTo('2026-06-15T00:00:00Z');
    desk.clocks.executions.get(`${caseNumber}-1`)?.stop();
    await desk.settle();
    expect(runs(desk)).toEqual(['1 ABORTED', '2 RUNNING']);
    await desk.runTo('2026-07-11T00:00:00Z');
    expect(settledSteps(desk, caseNumber)).toEqual(ALL_STEPS);
    await expectNothingLost(desk, caseNumber);
  });

  it('that is aborted with nobody told is missed by the watchdog', async () => {
    const desk = desk9June();
    const caseNumber = await taken(desk);
    desk.faults.start = () => new Error('the engine is down');
    desk.clocks.executions.get(`${caseNumber}-1`)?.stop();
    await desk.runTo('2026-06-23T09:00:00Z');
    expect(done(desk, caseNumber)).toEqual(['ten_days_left']);
    desk.faults.start = () => undefined;
    await desk.runTo('2026-07-11T00:00:00Z');
    expect(settledSteps(desk, caseNumber)).toEqual(ALL_STEPS);
    await expectNothingLost(desk, caseNumber);
  });

  it('that could not be started is started when the engine is back', async () => {
    const desk = desk9June();
    desk.faults.start = () => new Error('the engine is down');
    const caseNumber = await taken(desk);
    await desk.runTo('2026-06-12T00:00:00Z');
    expect(desk.clocks.executions.size).toBe(0);
    desk.faults.start = () => undefined;
    await desk.runTo('2026-06-12T02:00:00Z');
    expect(runs(desk)).toEqual(['1 RUNNING']);
    await desk.runTo('2026-07-11T00:00:00Z');
    expect(settledSteps(desk, caseNumber)).toEqual(ALL_STEPS);
  });

  it('that was superseded ends at its next wake and does nothing', async () => {
    const desk = desk9June(false);
    const caseNumber = await taken(desk);
    const detail = { name: `${caseNumber}-1`, status: 'FAILED', input: JSON.stringify({ caseId: caseNumber }) };
    await sweep(desk.dependencies, { source: 'aws.states', detail });
    await desk.settle();
    expect(runs(desk)).toEqual(['1 RUNNING', '2 RUNNING']);
    await desk.runTo('2026-06-23T07:00:00Z');
    expect(runs(desk)).toEqual(['1 SUCCEEDED', '2 RUNNING']);
    expect(desk.clocks.executions.get(`${caseNumber}-1`)?.path.at(-1)).toBe('Superseded');
    expect(mailsOfStep(desk, 'ten_days_left')).toEqual([ANNA.email]);
    await desk.runTo('2026-07-11T00:00:00Z');
    await expectNothingLost(desk, caseNumber);
  });

  it('beside another of the same run does each rung once', async () => {
    const desk = desk9June(false);
    const caseNumber = await taken(desk);
    // A second engine knows nothing of the first and starts the same run.
    const second = new VirtualCaseClocks({
      clock: desk.clock,
      advanceCase: (payload) => advance(desk.dependencies, payload),
    });
    await second.start(caseNumber, 1);
    await desk.runTo('2026-07-11T00:00:00Z');
    expect(settledSteps(desk, caseNumber)).toEqual(ALL_STEPS);
    await expectNothingLost(desk, caseNumber);
  });
});

describe('the stream', () => {
  it('may bring every row five times', async () => {
    const desk = desk9June(false);
    desk.faults.deliveries = () => 5;
    const caseNumber = await taken(desk);
    await desk.runTo('2026-07-11T00:00:00Z');
    expect(runs(desk)).toEqual(['1 RUNNING']);
    expect(desk.mailbox.of('acknowledgement')).toHaveLength(1);
    await expectNothingLost(desk, caseNumber);
  });

  it('may bring nothing at all: the redrive does, minutes later', async () => {
    const desk = desk9June();
    desk.faults.deliveries = () => 0;
    const { caseNumber } = await submit(desk);
    await desk.runFor({ minutes: 6 });
    await confirm(desk, caseNumber);
    await desk.runFor({ minutes: 6 });
    expect(desk.mailbox.of('acknowledgement')).toHaveLength(1);
    expect(runs(desk)).toEqual(['1 RUNNING']);
    await desk.runTo('2026-06-11T07:10:00Z');
    expect(mailsOfStep(desk, 'unclaimed').toSorted()).toEqual(
      [ANNA.email, SAM.email, TEAM_LEAD.email, 'joris.bakker@cttelecom.nl'].toSorted(),
    );
  });
});

describe('the mail', () => {
  it('may be down over a step: staff are told when it is back, once', async () => {
    const desk = desk9June();
    const caseNumber = await taken(desk);
    desk.mailbox.fault = () => (desk.clock.now().toString() < '2026-06-26' ? throttled() : undefined);
    await desk.runTo('2026-06-25T23:00:00Z');
    expect(done(desk, caseNumber)).toEqual(['ten_days_left']);
    expect(mailsOfStep(desk, 'ten_days_left')).toEqual([]);
    await desk.runTo('2026-06-26T02:00:00Z');
    expect(mailsOfStep(desk, 'ten_days_left')).toEqual([ANNA.email]);
    await desk.runTo('2026-07-11T00:00:00Z');
    await expectNothingLost(desk, caseNumber);
  });

  it('whose answer was lost comes twice and no more', async () => {
    const desk = desk9June();
    const caseNumber = await taken(desk);
    let lost = 0;
    desk.mailbox.fault = ({ outboxId }) => {
      if (lost > 0 || !outboxId.startsWith(caseNumber)) return undefined;
      lost += 1;
      return answerLost();
    };
    await desk.runTo('2026-06-24T00:00:00Z');
    expect(mailsOfStep(desk, 'ten_days_left')).toEqual([ANNA.email, ANNA.email]);
    const [first, second] = desk.mailbox.of('staff_step');
    expect(first?.outboxId).toBe(second?.outboxId);
    expect(first?.words.subject).toBe(second?.words.subject);
  });

  it('may fail for ever for one person: the others are told, and the case goes on', async () => {
    const desk = desk9June();
    const caseNumber = await taken(desk);
    desk.mailbox.fault = ({ to }) => (to === ANNA.email ? throttled() : undefined);
    await desk.runTo('2026-07-11T00:00:00Z');
    expect(done(desk, caseNumber)).toEqual(ALL_STEPS);
    expect(mailsOfStep(desk, 'two_days_left')).toEqual([OFFICER.email]);
    desk.mailbox.fault = () => undefined;
    await desk.runFor({ hours: 2 });
    expect(desk.mailbox.of('staff_step', ANNA.email)).toHaveLength(ALL_STEPS.length);
    await answer(desk, ANNA, caseNumber);
    expect(desk.caseOf(caseNumber).status).toBe('closed');
  });
});
