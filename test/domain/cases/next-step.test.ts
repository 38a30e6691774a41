import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../domain/cases/case.ts';
import { planNextStep } from '../../../domain/cases/next-step.ts';
import { DUTCH_CALENDAR } from '../../support/fixtures/dutch-calendar.ts';
import {
  closedCase,
  decidedBy,
  dismissedCase,
  openCase,
  partOf,
  testCaseNumber,
  unconfirmedCase,
} from '../../support/fixtures/cases.ts';

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
    const parts = [partOf('1', 'question')];
    const subject = openCase(NUMBER, {
      ...RECEIVED,
      ...ASSIGNED,
      parts,
      steps: done('ten_days_left', 'five_days_left', 'two_days_left', 'one_day_left', 'target_day', 'promise_missed'),
    });
    expect(plan(subject, '2026-07-08T09:01')).toEqual({ step: 'still_open_1', overtaken: [] });
  });

  it('has no legal limit any more once every right of the case is decided', () => {
    const anna = { kind: 'staff', staffId: 'anna-de-wit' } as const;
    const parts = [partOf('1', 'access', decidedBy(anna, 'granted', RECEIVED.receivedAt)), partOf('2', 'question')];
    const steps = done('ten_days_left', 'five_days_left', 'two_days_left', 'one_day_left', 'target_day');
    const subject = openCase(NUMBER, { ...RECEIVED, ...ASSIGNED, parts, steps: [...steps, ...done('promise_missed')] });
    expect(plan(subject, '2026-07-14T09:00')).toEqual({ step: 'still_open_1', overtaken: [] });
    expect(plan({ ...subject, parts: parts.toReversed().slice(0, 1) }, '2026-07-14T09:00')).toEqual({
      step: 'still_open_1',
      overtaken: [],
    });
    const bothOpen = [partOf('1', 'access'), partOf('2', 'question')];
    expect(plan({ ...subject, parts: bothOpen }, '2026-07-10T09:00')).toMatchObject({ step: 'limit_missed' });
  });

  it.each([
    ['closed', closedCase(NUMBER, RECEIVED)],
    ['dismissed', dismissedCase(NUMBER, RECEIVED)],
  ])('is nothing for a case that is %s', (_status, subject) => {
    expect(plan(subject, '2026-07-28T09:00')).toBeUndefined();
  });
});

describe('what a task asks next', () => {
  const task = {
    taskId: '1',
    kind: 'collect',
    createdAt: RECEIVED.receivedAt,
    createdBy: { kind: 'desk' },
    dueAt: '2026-06-22T07:00:00.000Z',
    ended: null,
  } as const;

  it('is done for a closed case as well, a week apart, until it is ended', () => {
    const subject = closedCase(NUMBER, { ...RECEIVED, tasks: [task] });
    expect(plan(subject, '2026-06-15T12:00')).toEqual({ step: 'task_1_1', overtaken: [] });
    const onceDone = { ...subject, steps: done('task_1_1') };
    expect(plan(onceDone, '2026-06-22T09:01')).toEqual({ step: 'task_1_2', overtaken: [] });
    const ended = { as: 'done', at: RECEIVED.receivedAt, by: { kind: 'desk' }, textId: null } as const;
    expect(plan({ ...onceDone, tasks: [{ ...task, ended }] }, '2026-07-28T09:00')).toBeUndefined();
  });

  it('overtakes no rung of the ladder and is overtaken by none', () => {
    const due = { ...task, kind: 'stop_mailings', dueAt: '2026-06-24T07:00:00.000Z' } as const;
    const subject = openCase(NUMBER, { ...RECEIVED, ...ASSIGNED, tasks: [due] });
    expect(plan(subject, '2026-07-03T09:00')).toEqual({ step: 'task_1_1', overtaken: ['ten_days_left'] });
    const afterTask = { ...subject, steps: done('ten_days_left', 'task_1_1') };
    expect(plan(afterTask, '2026-07-03T09:00')).toMatchObject({ step: 'task_1_2' });
  });
});

describe('what a question to the requester asks next', () => {
  const inquiry = {
    inquiryId: '1',
    kind: 'clarification',
    askedAt: '2026-06-10T08:00:00.000Z',
    askedBy: 'anna-de-wit',
    textId: '000003-1',
    answeredAt: null,
  } as const;
  const asked = (more: Partial<typeof inquiry> | { readonly answeredAt: string } = {}) =>
    openCase(NUMBER, { ...RECEIVED, ...ASSIGNED, inquiries: [{ ...inquiry, ...more }] });

  it('is a reminder before half time, one a week before the promise, and the word to staff, in their order', () => {
    expect(plan(asked(), '2026-06-10T12:00')).toEqual({ step: 'inquiry_1_reminder_1', overtaken: [] });
    const later = { ...asked(), steps: done('inquiry_1_reminder_1', 'ten_days_left') };
    const second = plan(later, '2026-06-30T09:00');
    expect(second).toMatchObject({ step: 'five_days_left' });
    const third = { ...later, steps: [...later.steps, ...done('five_days_left')] };
    expect(plan(third, '2026-06-30T09:00')).toMatchObject({ step: 'inquiry_1_reminder_2' });
    const last = { ...third, steps: [...third.steps, ...done('inquiry_1_reminder_2')] };
    expect(plan(last, '2026-06-30T09:01')).toEqual({ step: 'inquiry_1_unanswered', overtaken: [] });
  });

  it('is nothing once it was answered', () => {
    expect(plan(asked({ answeredAt: '2026-06-11T08:00:00.000Z' }), '2026-06-12T12:00')).toMatchObject({
      step: 'ten_days_left',
    });
  });
});
