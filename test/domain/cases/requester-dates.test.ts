import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../domain/cases/case.ts';
import { requesterDates } from '../../../domain/cases/requester-dates.ts';
import { requesterStage, WHOSE_TURN } from '../../../domain/cases/requester-stage.ts';
import { DUTCH_CALENDAR } from '../../support/fixtures/dutch-calendar.ts';
import { closedCase, dismissedCase, openCase, testCaseNumber, unconfirmedCase } from '../../support/fixtures/cases.ts';

const NUMBER = testCaseNumber(1);
const RECEIVED = '2026-03-02T09:00:00.000Z';
const PART = { requestType: 'access', decision: null, restriction: null } as const;
const DECIDED = { outcome: 'withdrawn', decidedAt: RECEIVED, decidedBy: { kind: 'requester' } } as const;
const TWO_PARTS = [
  { ...PART, partId: '1' },
  { ...PART, partId: '2', requestType: 'question' as const },
];
const EXTENSION = {
  state: 'in_force' as const,
  ground: 'complexity' as const,
  partIds: ['1'],
  until: '2026-05-29',
  proposedBy: 'anna-de-wit',
  approvedBy: 'pieter-van-dam',
  approvedAt: RECEIVED,
  letterLeftAt: RECEIVED,
  promiseMissed: false,
  textId: '000002-1',
};

const openWith = (overrides: Parameters<typeof openCase>[1]) =>
  openCase(NUMBER, { receivedAt: RECEIVED, parts: TWO_PARTS, ...overrides });
const datesOn = (subject: Case, day: string) =>
  requesterDates(subject, DUTCH_CALENDAR, 'en', Temporal.Instant.from(`${day}T10:00:00Z`)).map((date) => ({
    kind: date.kind,
    date: date.date.toString(),
    parts: date.parts.map(({ partId }) => partId),
    late: date.isOver,
    newDate: date.newDate?.toString() ?? null,
  }));

describe('the dates a requester is shown', () => {
  it('are the promise, for every part, with its reason', () => {
    const [date, ...more] = requesterDates(openWith({}), DUTCH_CALENDAR, 'en', Temporal.Instant.from(RECEIVED));
    expect(more).toEqual([]);
    expect([date?.date.toString(), date?.ground]).toEqual(['2026-03-30', null]);
    expect(date?.reason).toBe(
      'That is exactly four weeks after Monday 2 March 2026, the day we received your message.',
    );
  });

  it('keep the promise for parts that were not extended, once the letter has left', () => {
    expect(datesOn(openWith({ extension: EXTENSION }), '2026-03-20')).toEqual([
      { kind: 'promised', date: '2026-03-30', parts: ['2'], late: false, newDate: null },
      { kind: 'extended', date: '2026-05-29', parts: ['1'], late: false, newDate: null },
    ]);
  });

  it.each(['approved', 'bounced'] as const)('are those of before while the letter is %s', (state) => {
    const extension = { ...EXTENSION, state, letterLeftAt: null };
    expect(datesOn(openWith({ extension }), '2026-03-20').map(({ date }) => date)).toEqual(['2026-03-30']);
  });

  it('are late from the day after on, with the new date staff gave while that is to come', () => {
    const subject = openWith({ delay: { until: '2026-04-07', textId: '000002-1' } });
    const on = (day: string) => datesOn(subject, day).map(({ late, newDate }) => [late, newDate]);
    expect(on('2026-03-30')).toEqual([[false, null]]);
    expect(on('2026-03-31')).toEqual([[true, '2026-04-07']]);
    expect(on('2026-04-07')).toEqual([[true, '2026-04-07']]);
    expect(on('2026-04-08')).toEqual([[true, null]]);
  });

  it('are told for a request that was never confirmed, and no more once it is over', () => {
    expect(datesOn(unconfirmedCase(NUMBER, { receivedAt: RECEIVED }), '2026-03-20')).toHaveLength(1);
    expect(datesOn(closedCase(NUMBER), '2026-03-20')).toEqual([]);
    expect(datesOn(dismissedCase(NUMBER), '2026-03-20')).toEqual([]);
  });
});

describe('the stage of a case', () => {
  const question = {
    inquiryId: '1',
    kind: 'clarification' as const,
    askedAt: RECEIVED,
    askedBy: 'anna-de-wit',
    textId: '000002-1',
    answeredAt: null,
  };
  const taken = { staffId: 'anna-de-wit', since: RECEIVED };

  it.each([
    ['received', unconfirmedCase(NUMBER), 'you'],
    ['confirmed', openWith({}), 'us'],
    ['worked_on', openWith({ assignee: taken }), 'us'],
    ['question_to_you', openWith({ assignee: taken, inquiries: [question] }), 'you'],
    ['worked_on', openWith({ assignee: taken, inquiries: [{ ...question, answeredAt: RECEIVED }] }), 'us'],
    ['answered', closedCase(NUMBER), 'you'],
    ['closed', closedCase(NUMBER, { collectedAt: RECEIVED }), 'nobody'],
    ['withdrawn', closedCase(NUMBER, { parts: [{ ...PART, partId: '1', decision: DECIDED }] }), 'nobody'],
    ['laid_aside', dismissedCase(NUMBER), 'nobody'],
  ] as const)('is %s', (stage, subject, turn) => {
    expect([requesterStage(subject), WHOSE_TURN[requesterStage(subject)]]).toEqual([stage, turn]);
  });
});
