import { describe, expect, it } from 'vitest';
import { advanceCase } from '../../../domain/cases/use-cases/advance-case.ts';
import { CaseNotFoundError } from '../../../domain/errors.ts';
import { createDesk, type Desk } from '../../support/desk/memory-desk.ts';
import {
  ANNA,
  answer,
  confirm,
  DEPUTY,
  DIRECTOR,
  OFFICER,
  PROTECTION_OFFICER,
  SAM,
  submit,
  submitConfirmed,
  take,
  TEAM_LEAD,
} from '../../support/desk/people.ts';
import { testCaseNumber } from '../../support/fixtures/cases.ts';

/** A confirmed case of 9 June 2026 whose workflow never runs: tests ask in its place. */
async function opened(desk: Desk) {
  desk.faults.start = () => new Error('no workflow in this test');
  const { caseNumber } = await submitConfirmed(desk);
  const ask = (step: Parameters<typeof advanceCase>[1]['step'], run = 1) =>
    advanceCase(desk.dependencies, { caseNumber, run, step });
  return { caseNumber, ask };
}
const desk9June = () => createDesk({ start: '2026-06-09T12:03:00Z' });
const stepMails = (desk: Desk) => desk.mailbox.of('staff_step');

describe('asking what comes next', () => {
  it('does nothing to the case but note how long the run will sleep', async () => {
    const desk = desk9June();
    const { caseNumber, ask } = await opened(desk);
    const plan = { status: 'waiting', step: 'unclaimed', kind: 'reminder', at: '2026-06-11T07:00:00.000Z' };
    expect(await ask(null)).toEqual(plan);
    const noted = desk.caseOf(caseNumber);
    expect(noted).toMatchObject({ wakesAt: plan.at, steps: [] });
    expect(await ask(null)).toEqual(plan);
    expect(desk.caseOf(caseNumber)).toEqual(noted);
  });

  it('does not do a step that is not due, to the millisecond', async () => {
    const desk = desk9June();
    const { caseNumber, ask } = await opened(desk);
    await desk.runTo('2026-06-11T06:59:59.999Z');
    expect(await ask('unclaimed')).toMatchObject({ status: 'waiting', step: 'unclaimed' });
    expect(desk.caseOf(caseNumber).steps).toEqual([]);
    await desk.runTo('2026-06-11T07:00:00Z');
    expect(await ask('unclaimed')).toMatchObject({ status: 'waiting', step: 'ten_days_left' });
    expect(desk.caseOf(caseNumber).steps).toMatchObject([{ step: 'unclaimed', outcome: 'done' }]);
  });

  it('does a step once, however often it is asked and at once', async () => {
    const desk = desk9June();
    const { caseNumber, ask } = await opened(desk);
    await desk.runTo('2026-06-11T07:00:00Z');
    const plans = await Promise.all(Array.from({ length: 4 }, () => ask('unclaimed')));
    expect(new Set(plans.map((plan) => JSON.stringify(plan))).size).toBe(1);
    await ask('unclaimed');
    await desk.settle();
    expect(desk.caseOf(caseNumber).steps).toHaveLength(1);
    expect(stepMails(desk).map(({ to }) => to)).toEqual([ANNA, SAM, DEPUTY, TEAM_LEAD].map(({ email }) => email));
  });

  it('asks for the step that is due when another was asked, and does neither', async () => {
    const desk = desk9June();
    const { caseNumber, ask } = await opened(desk);
    await desk.runTo('2026-06-30T07:00:00Z');
    expect(await ask('unclaimed')).toMatchObject({ step: 'five_days_left', at: '2026-06-30T07:00:00.000Z' });
    expect(desk.caseOf(caseNumber).steps).toEqual([]);
    await ask('five_days_left');
    expect(desk.caseOf(caseNumber).steps.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
      'unclaimed overtaken',
      'ten_days_left overtaken',
      'five_days_left done',
    ]);
  });

  it('ends a run that was superseded, and one of a request nobody confirmed', async () => {
    const desk = desk9June();
    const { caseNumber, ask } = await opened(desk);
    expect(await ask('unclaimed', 2)).toEqual({ status: 'superseded' });
    expect(await ask('unclaimed', 0)).toEqual({ status: 'superseded' });
    const { caseNumber: other } = await submit(desk);
    expect(await advanceCase(desk.dependencies, { caseNumber: other, run: 1, step: null })).toEqual({
      status: 'superseded',
    });
    expect(desk.caseOf(caseNumber).wakesAt).toBeNull();
  });

  it('ends the run of a closed case', async () => {
    const desk = desk9June();
    const { caseNumber, ask } = await opened(desk);
    await answer(desk, ANNA, caseNumber);
    expect(await ask(null)).toEqual({ status: 'closed' });
    expect(await ask('unclaimed', 9)).toEqual({ status: 'closed' });
  });

  it('raises when there is no such case', async () => {
    const desk = desk9June();
    const command = { caseNumber: testCaseNumber(5), run: 1, step: null };
    await expect(advanceCase(desk.dependencies, command)).rejects.toThrow(CaseNotFoundError);
  });

  it('says whole seconds, never before the rung, in a rehearsal', async () => {
    const desk = createDesk({ start: '2026-05-04T10:00:00.250Z', publicClock: { dayLastsSeconds: 7 } });
    const { caseNumber, ask } = await opened(desk);
    const plan = await ask(null);
    expect(plan).toMatchObject({ step: 'unclaimed' });
    const at = plan.status === 'waiting' ? plan.at : '';
    expect(at).toMatch(/:\d\d\.000Z$/);
    await desk.runTo(at);
    expect(await ask('unclaimed')).toMatchObject({ step: 'ten_days_left' });
    expect(desk.caseOf(caseNumber).steps).toHaveLength(1);
  });
});

describe('the addressees of a rung', () => {
  const RUNGS = [
    ['ten_days_left', '2026-06-23T07:00:00Z', []],
    ['five_days_left', '2026-06-30T07:00:00Z', [TEAM_LEAD]],
    ['two_days_left', '2026-07-03T07:00:00Z', [OFFICER]],
    ['one_day_left', '2026-07-06T07:00:00Z', [TEAM_LEAD, OFFICER]],
    ['target_day', '2026-07-07T07:00:00Z', [TEAM_LEAD, OFFICER]],
    ['promise_missed', '2026-07-08T07:00:00Z', [OFFICER, DIRECTOR]],
    ['limit_missed', '2026-07-10T07:00:00Z', [OFFICER, DIRECTOR, PROTECTION_OFFICER]],
    ['still_open_1', '2026-07-17T07:00:00Z', [OFFICER, DIRECTOR]],
  ] as const;

  it('are the one who has the case and the roles above, each once', async () => {
    const desk = desk9June();
    const { caseNumber, ask } = await opened(desk);
    await take(desk, SAM, caseNumber);
    for (const [step, instant, above] of RUNGS) {
      await desk.runTo(instant);
      const before = desk.mailbox.sent.length;
      await ask(step);
      await desk.settle();
      const mails = desk.mailbox.sent.slice(before).filter(({ order }) => order.template === 'staff_step');
      expect([step, ...mails.map(({ to }) => to)]).toEqual([step, SAM.email, ...above.map(({ email }) => email)]);
    }
  });

  it('are all handlers as long as nobody has the case', async () => {
    const desk = desk9June();
    const { ask } = await opened(desk);
    await desk.runTo('2026-06-30T07:00:00Z');
    await ask('five_days_left');
    await desk.settle();
    expect(stepMails(desk).map(({ to }) => to)).toEqual([ANNA.email, SAM.email, TEAM_LEAD.email]);
  });

  it('are the deputies when the one who had the case has left', async () => {
    const desk = desk9June();
    const { caseNumber, ask } = await opened(desk);
    await take(desk, SAM, caseNumber);
    desk.leave(SAM.staffId);
    await desk.runTo('2026-06-23T07:00:00Z');
    await ask('ten_days_left');
    await desk.settle();
    expect(stepMails(desk).map(({ to }) => to)).toEqual([DEPUTY.email]);
  });

  it('include the officer once who has the case herself', async () => {
    const desk = desk9June();
    const { caseNumber } = await submit(desk);
    await confirm(desk, caseNumber);
    await desk.runTo('2026-07-03T07:00:00Z');
    await take(desk, OFFICER, caseNumber);
    const before = desk.mailbox.sent.length;
    await desk.runTo('2026-07-06T07:00:00Z');
    expect(desk.mailbox.sent.slice(before).map(({ to }) => to)).toEqual([OFFICER.email, TEAM_LEAD.email]);
  });

  it('get links for what they can still do', async () => {
    const desk = desk9June();
    const { caseNumber } = await submitConfirmed(desk);
    await take(desk, ANNA, caseNumber);
    await desk.runTo('2026-07-10T07:00:00Z');
    const actions = (who: { readonly email: string }) =>
      desk.mailbox.linksOf(desk.mailbox.last('staff_step', who.email)).map(({ token }) => token.action);
    for (const who of [ANNA, DIRECTOR]) {
      expect(actions(who)[0]).toBe('answer');
      for (const over of ['take', 'accept', 'dismiss', 'extend']) expect(actions(who)).not.toContain(over);
    }
    expect(actions(PROTECTION_OFFICER)).toEqual([]);
  });
});

describe('the missed promise', () => {
  it('is apologised for to the requester, who has heard nothing of the reminders', async () => {
    const desk = desk9June();
    await submitConfirmed(desk);
    await desk.runTo('2026-07-08T06:59:59Z');
    const toRequester = () => desk.mailbox.sent.filter(({ to }) => to === 'jan@example.org');
    expect(toRequester().map(({ order }) => order.template)).toEqual(['confirm_request', 'acknowledgement']);
    await desk.runTo('2026-07-08T07:00:00Z');
    expect(toRequester().at(-1)?.order.template).toBe('promise_missed');
  });

  it('is not apologised for when the answer came before the mail could leave', async () => {
    const desk = desk9June();
    const { caseNumber } = await submitConfirmed(desk);
    desk.mailbox.fault = ({ to }) => (to === 'jan@example.org' ? { error: new Error('down') } : undefined);
    await desk.runTo('2026-07-08T07:00:00Z');
    await answer(desk, ANNA, caseNumber);
    desk.mailbox.fault = () => undefined;
    await desk.runFor({ hours: 2 });
    await desk.redrive();
    expect(desk.mailbox.of('promise_missed')).toEqual([]);
    expect(desk.mailbox.of('answer_ready')).toHaveLength(1);
  });
});
