import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { ladderOf, type Step, weeklyStep } from '../../../domain/cases/ladder.ts';
import { stepIdSchema } from '../../../domain/cases/step-id.ts';
import { type RequestType, requestTypeSchema } from '../../../domain/cases/request-types.ts';
import { DUTCH_CALENDAR } from '../../support/fixtures/dutch-calendar.ts';
import { ZONE } from '../../../domain/deadlines/deadlines.ts';

const ladder = (receivedAt: string, requestTypes: readonly RequestType[] = ['access']) =>
  ladderOf({ receivedAt: Temporal.Instant.from(receivedAt), requestTypes }, DUTCH_CALENDAR);
const local = ({ at }: Step) => at.toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: 'minute' });
const told = (steps: readonly Step[]) => steps.map((step) => `${step.step} ${local(step)}`);

describe('the ladder', () => {
  it('climbs from the second working day to the morning after the legal limit', () => {
    expect(told(ladder('2026-06-09T12:03:00Z'))).toEqual([
      'unclaimed 2026-06-11T09:00',
      'ten_days_left 2026-06-23T09:00',
      'five_days_left 2026-06-30T09:00',
      'two_days_left 2026-07-03T09:00',
      'one_day_left 2026-07-06T09:00',
      'target_day 2026-07-07T09:00',
      'promise_missed 2026-07-08T09:00',
      'limit_missed 2026-07-10T09:00',
    ]);
  });

  it('reminds before a weekend or holiday, and keeps the promise where it is', () => {
    const christmas = told(ladder('2026-11-28T10:00:00Z'));
    expect(christmas).toEqual([
      'unclaimed 2026-12-01T09:00',
      'ten_days_left 2026-12-10T09:00',
      'five_days_left 2026-12-17T09:00',
      'two_days_left 2026-12-22T09:00',
      'one_day_left 2026-12-23T09:00',
      'target_day 2026-12-24T09:00',
      'promise_missed 2026-12-27T09:00',
      'limit_missed 2026-12-29T09:00',
    ]);
  });

  it('addresses more people the closer the date is, and never the protection officer before the limit', () => {
    expect(ladder('2026-06-09T12:03:00Z').map(({ step, kind, roles }) => [step, kind].concat(roles))).toEqual([
      ['unclaimed', 'reminder', 'deputy', 'team_lead'],
      ['ten_days_left', 'reminder'],
      ['five_days_left', 'reminder', 'team_lead'],
      ['two_days_left', 'escalation', 'privacy_officer'],
      ['one_day_left', 'escalation', 'team_lead', 'privacy_officer'],
      ['target_day', 'escalation', 'team_lead', 'privacy_officer'],
      ['promise_missed', 'missed_promise', 'privacy_officer', 'director'],
      ['limit_missed', 'missed_limit', 'privacy_officer', 'director', 'data_protection_officer'],
    ]);
  });

  it.each(['question', 'complaint'] as const)('has no legal limit for a %s', (type) => {
    expect(ladder('2026-06-09T12:03:00Z', [type]).at(-1)?.step).toBe('promise_missed');
  });

  it('has the legal limit as soon as one part is a right', () => {
    expect(ladder('2026-06-09T12:03:00Z', ['question', 'erasure']).at(-1)?.step).toBe('limit_missed');
  });

  it.each(requestTypeSchema.options.filter((type) => type !== 'question' && type !== 'complaint'))(
    'has a legal limit for %s',
    (type) => {
      expect(ladder('2026-06-09T12:03:00Z', [type]).at(-1)?.step).toBe('limit_missed');
    },
  );

  it('reports the promise before the limit when both are missed on one morning', () => {
    const steps = ladder('2027-02-15T09:00:00+01:00').slice(-2);
    expect(steps.map(({ step }) => step)).toEqual(['promise_missed', 'limit_missed']);
    expect(steps[0]?.at.equals(steps[1]?.at ?? '2000-01-01T00:00:00Z')).toBe(true);
  });

  it('lets only what was missed never be overtaken', () => {
    const never = ladder('2026-06-09T12:03:00Z').filter(({ neverOvertaken }) => neverOvertaken);
    expect(never.map(({ step }) => step)).toEqual(['promise_missed', 'limit_missed']);
  });
});

describe('the weekly rung', () => {
  it('comes every seven days at nine, counted from the last named rung, across the change of clocks', () => {
    const named = ladder('2026-09-07T10:00:00Z');
    expect(told([1, 2, 3, 4].map((n) => weeklyStep(named, n)))).toEqual([
      'still_open_1 2026-10-15T09:00',
      'still_open_2 2026-10-22T09:00',
      'still_open_3 2026-10-29T09:00',
      'still_open_4 2026-11-05T09:00',
    ]);
  });

  it.each(['still_open_1', 'still_open_999', 'unclaimed'])('is a step: %s', (step) => {
    expect(stepIdSchema.safeParse(step).success).toBe(true);
  });

  it.each(['still_open_0', 'still_open_01', 'still_open_1000000', 'still_open_', 'still_open_1\n', 'other'])(
    'is no step: %j',
    (step) => {
      expect(stepIdSchema.safeParse(step).success).toBe(false);
    },
  );
});

describe('on every receipt date from 2024 to 2032', () => {
  const UNBOUND = /^(promise_missed|limit_missed|still_open_\d+)$/;
  const days: { readonly date: string; readonly steps: readonly Step[] }[] = [];
  const end = Temporal.PlainDate.from('2033-01-01');
  for (let day = Temporal.PlainDate.from('2024-01-01'); !day.equals(end); day = day.add({ days: 1 })) {
    // The last minute of the day as Amsterdam counts it: an hour later it is another date.
    const receivedAt = day.toZonedDateTime({ timeZone: ZONE, plainTime: '23:59' }).toInstant();
    const named = ladderOf({ receivedAt, requestTypes: ['access'] }, DUTCH_CALENDAR);
    days.push({ date: day.toString(), steps: [...named, weeklyStep(named, 1), weeklyStep(named, 2)] });
  }
  const breaking = (broken: (step: Step, index: number, steps: readonly Step[]) => boolean) =>
    days.filter(({ steps }) => steps.some(broken)).map(({ date }) => date);

  it('was reckoned', () => {
    expect(days).toHaveLength(3288);
  });

  it('the rungs come in order', () => {
    expect(
      breaking((step, index, steps) => {
        const before = steps[index - 1];
        return before !== undefined && Temporal.Instant.compare(before.at, step.at) > 0;
      }),
    ).toEqual([]);
  });

  it('the named rungs keep their order of urgency', () => {
    const order = 'unclaimed ten_days_left five_days_left two_days_left one_day_left target_day promise_missed';
    expect(
      days.filter(
        ({ steps }) =>
          !steps
            .map(({ step }) => step)
            .join(' ')
            .startsWith(order),
      ),
    ).toEqual([]);
  });

  it('every rung is at nine in Amsterdam', () => {
    expect(breaking((step) => !local(step).endsWith('T09:00'))).toEqual([]);
  });

  it('every rung is on a working day, but for what was missed and the weekly ones', () => {
    expect(
      breaking(
        ({ step, at }) =>
          !UNBOUND.test(step) && !DUTCH_CALENDAR.isWorkingDay(at.toZonedDateTimeISO(ZONE).toPlainDate()),
      ),
    ).toEqual([]);
  });

  it('nothing comes before the request', () => {
    expect(days.filter(({ date, steps }) => steps.some((step) => local(step) <= date)).map(({ date }) => date)).toEqual(
      [],
    );
  });
});
