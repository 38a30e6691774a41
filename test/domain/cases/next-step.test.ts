import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../domain/cases/case.ts';
import { planNextStep } from '../../../domain/cases/next-step.ts';
import { DUTCH_CALENDAR } from '../../../domain/deadlines/calendar.ts';
import { closedCase, dismissedCase, openCase, testCaseNumber, unconfirmedCase } from '../../support/fixtures/cases.ts';

const NUMBER = testCaseNumber(1);
const RECEIVED = { receivedAt: '2026-06-09T12:03:00.000Z' } as const;
const done = (...steps: readonly Case['steps'][number]['step'][]): Case['steps'] =>
  steps.map((step) => ({ step, at: RECEIVED.receivedAt, outcome: 'done' }));
const ASSIGNED = { assignee: { staffId: 'anna-de-wit', since: RECEIVED.receivedAt } } as const;

function plan(subject: Case, amsterdam: string) {
  const at = Temporal.ZonedDateTime.from(`${amsterdam}[Europe/Amsterdam]`).toInstant();
  const planned = planNextStep(subject, at, DUTCH_CALENDAR);
  return planned === undefined
    ? undefined
    : { step: planned.step.step, overtaken: planned.overtaken.map(({ step }) => step) };
}

describe('what the ladder asks next', () => {
  it('is the first rung that is still to come', () => {
    const subject = openCase(NUMBER, RECEIVED);
    expect(plan(subject, '2026-06-09T15:00')).toEqual({ step: 'unclaimed', overtaken: [] });
    expect(plan(openCase(NUMBER, { ...RECEIVED, steps: done('unclaimed') }), '2026-06-12T15:00')).toEqual({
      step: 'ten_days_left',
      overtaken: [],
    });
  });

  it('is a rung from its very instant on', () => {
    const subject = openCase(NUMBER, { ...RECEIVED, steps: done('unclaimed') });
    expect(plan(subject, '2026-06-23T08:59:59.999')).toEqual({ step: 'ten_days_left', overtaken: [] });
    expect(plan(subject, '2026-06-23T09:00')).toEqual({ step: 'ten_days_left', overtaken: [] });
  });

  it('does not ask who takes a case that somebody has', () => {
    expect(plan(openCase(NUMBER, { ...RECEIVED, ...ASSIGNED }), '2026-06-11T09:00')).toEqual({
      step: 'ten_days_left',
      overtaken: [],
    });
  });

  it('lets only the most urgent of several due rungs speak', () => {
    expect(plan(openCase(NUMBER, RECEIVED), '2026-07-03T09:00')).toEqual({
      step: 'two_days_left',
      overtaken: ['unclaimed', 'ten_days_left', 'five_days_left'],
    });
  });

  it('lets the missed promise and the missed limit speak each for itself, in order, then the last weekly rung', () => {
    const due = '2026-07-28T09:00';
    const first = plan(openCase(NUMBER, { ...RECEIVED, ...ASSIGNED }), due);
    expect(first).toEqual({
      step: 'promise_missed',
      overtaken: ['ten_days_left', 'five_days_left', 'two_days_left', 'one_day_left', 'target_day'],
    });
    const afterFirst = done('ten_days_left', 'five_days_left', 'two_days_left', 'one_day_left', 'target_day');
    const second = openCase(NUMBER, { ...RECEIVED, ...ASSIGNED, steps: [...afterFirst, ...done('promise_missed')] });
    expect(plan(second, due)).toEqual({ step: 'limit_missed', overtaken: [] });
    const third = { ...second, steps: [...second.steps, ...done('limit_missed')] };
    expect(plan(third, due)).toEqual({ step: 'still_open_2', overtaken: ['still_open_1'] });
  });

  it('goes on every week for as long as the case is open', () => {
    const steps = done(
      'ten_days_left',
      'five_days_left',
      'two_days_left',
      'one_day_left',
      'target_day',
      'promise_missed',
      'limit_missed',
    );
    const weekly = Array.from({ length: 60 }, (_, index) => `still_open_${index + 1}` as const);
    const subject = openCase(NUMBER, { ...RECEIVED, ...ASSIGNED, steps: [...steps, ...done(...weekly)] });
    expect(plan(subject, '2027-09-03T09:01')).toEqual({ step: 'still_open_61', overtaken: [] });
  });

  it('asks of an unconfirmed request only five and two days left and the missed promise, then weekly', () => {
    const subject = unconfirmedCase(NUMBER, RECEIVED);
    expect(plan(subject, '2026-06-09T15:00')).toEqual({ step: 'five_days_left', overtaken: [] });
    expect(plan({ ...subject, steps: done('five_days_left') }, '2026-06-30T10:00')).toEqual({
      step: 'two_days_left',
      overtaken: [],
    });
    expect(plan({ ...subject, steps: done('five_days_left', 'two_days_left') }, '2026-07-04T10:00')).toEqual({
      step: 'promise_missed',
      overtaken: [],
    });
    const all = { ...subject, steps: done('five_days_left', 'two_days_left', 'promise_missed') };
    expect(plan(all, '2026-07-09T10:00')).toEqual({ step: 'still_open_1', overtaken: [] });
  });

  it('has no legal limit for a question, and asks weekly from the missed promise on', () => {
    const parts = [{ partId: '1', requestType: 'question' as const, decision: null }];
    const subject = openCase(NUMBER, {
      ...RECEIVED,
      ...ASSIGNED,
      parts,
      steps: done('ten_days_left', 'five_days_left', 'two_days_left', 'one_day_left', 'target_day', 'promise_missed'),
    });
    expect(plan(subject, '2026-07-08T09:01')).toEqual({ step: 'still_open_1', overtaken: [] });
  });

  it.each([
    ['closed', closedCase(NUMBER, RECEIVED)],
    ['dismissed', dismissedCase(NUMBER, RECEIVED)],
  ])('is nothing for a case that is %s', (_status, subject) => {
    expect(plan(subject, '2026-07-28T09:00')).toBeUndefined();
  });
});
