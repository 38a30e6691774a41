import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { toWallTime } from '../../domain/cases/case-clock.ts';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import { ACCESS, ANNA, type Asked, answer, confirm, QUESTION, submit, take } from '../support/desk/people.ts';

const done = (desk: Desk, caseNumber: string) =>
  desk.caseOf(caseNumber).steps.map(({ step, at }) => {
    const local = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Amsterdam').toPlainDateTime();
    return `${step} ${local.toString({ smallestUnit: 'minute' })}`;
  });

async function live(start: string, until: string, asked: Asked = ACCESS) {
  const desk = createDesk({ start });
  const { caseNumber } = await submit(desk, asked);
  await confirm(desk, caseNumber);
  await take(desk, ANNA, caseNumber);
  await desk.runTo(until);
  return done(desk, caseNumber);
}

describe('a life over', () => {
  it('Christmas and New Year: work is reminded of before the days nobody works', async () => {
    expect(await live('2026-12-04T10:00:00+01:00', '2027-01-13T00:00:00+01:00')).toEqual([
      'ten_days_left 2026-12-16T09:00',
      'five_days_left 2026-12-23T09:00',
      'two_days_left 2026-12-29T09:00',
      'one_day_left 2026-12-30T09:00',
      'target_day 2026-12-31T09:00',
      'promise_missed 2027-01-02T09:00',
      'limit_missed 2027-01-05T09:00',
      'still_open_1 2027-01-12T09:00',
    ]);
  });

  it('the start of summer time: nine stays nine in Amsterdam', async () => {
    expect(await live('2026-03-03T09:00:00+01:00', '2026-04-12T00:00:00+02:00')).toEqual([
      'ten_days_left 2026-03-17T09:00',
      'five_days_left 2026-03-24T09:00',
      'two_days_left 2026-03-27T09:00',
      'one_day_left 2026-03-30T09:00',
      'target_day 2026-03-31T09:00',
      'promise_missed 2026-04-01T09:00',
      'limit_missed 2026-04-04T09:00',
      'still_open_1 2026-04-11T09:00',
    ]);
  });

  it('the end of summer time: nine stays nine in Amsterdam', async () => {
    expect(await live('2026-10-06T08:00:00+02:00', '2026-11-15T00:00:00+01:00')).toEqual([
      'ten_days_left 2026-10-20T09:00',
      'five_days_left 2026-10-27T09:00',
      'two_days_left 2026-10-30T09:00',
      'one_day_left 2026-11-02T09:00',
      'target_day 2026-11-03T09:00',
      'promise_missed 2026-11-04T09:00',
      'limit_missed 2026-11-07T09:00',
      'still_open_1 2026-11-14T09:00',
    ]);
  });

  it('King’s Day, Liberation Day and Ascension: five free days in three weeks', async () => {
    expect(await live('2026-04-17T09:00:00+02:00', '2026-05-20T00:00:00+02:00')).toEqual([
      'ten_days_left 2026-04-28T09:00',
      'five_days_left 2026-05-06T09:00',
      'two_days_left 2026-05-11T09:00',
      'one_day_left 2026-05-12T09:00',
      'target_day 2026-05-13T09:00',
      'promise_missed 2026-05-16T09:00',
      'limit_missed 2026-05-19T09:00',
    ]);
  });

  it('February: promise and limit are missed on one morning, and each is reported', async () => {
    const steps = await live('2027-02-15T09:00:00+01:00', '2027-03-17T00:00:00+01:00');
    expect(steps.slice(-2)).toEqual(['promise_missed 2027-03-16T09:00', 'limit_missed 2027-03-16T09:00']);
  });

  it('midnight: a request of one second before is a day older than one of one second after', async () => {
    const before = await live('2026-08-31T23:59:59.999+02:00', '2026-09-30T00:00:00+02:00', QUESTION);
    const after = await live('2026-09-01T00:00:00+02:00', '2026-10-01T00:00:00+02:00', QUESTION);
    expect([before.at(-1), after.at(-1)]).toEqual([
      'promise_missed 2026-09-29T09:00',
      'promise_missed 2026-09-30T09:00',
    ]);
  });
});

const CASE_START = '2026-12-04T09:00:00Z';

/** Steps with their case instants, and the mails of steps, of a life nobody answers. */
async function lifeOf(desk: Desk, dayLastsSeconds: number) {
  const days = 50;
  const { caseNumber } = await submit(desk);
  await confirm(desk, caseNumber);
  await take(desk, ANNA, caseNumber);
  await desk.runFor({ seconds: days * dayLastsSeconds });
  const { clock, steps } = desk.caseOf(caseNumber);
  const mails = desk.mailbox.sent.flatMap(({ at, to, order }) =>
    'step' in order ? [{ at, to, step: order.step }] : [],
  );
  return { caseNumber, clock, steps, mails };
}

describe('a rehearsed life', () => {
  it.each([10, 20, 60, 3600])(
    'takes the same steps in the same order when a day lasts %i seconds, each at its scaled instant',
    async (dayLastsSeconds) => {
      const real = await lifeOf(createDesk({ start: CASE_START }), 86_400);
      const wallStart = '2026-05-04T10:00:00Z';
      const desk = createDesk({ start: wallStart });
      const rehearsal = { caseStart: CASE_START, dayLastsSeconds };
      const body = JSON.stringify({ ...ACCESS, rehearsal });
      const headers = { 'content-type': 'application/json', 'idempotency-key': 'rehearsal' };
      const reply = await desk.gateway({ route: 'POST /api/rehearsals', headers, body });
      await desk.settle();
      const { caseNumber } = JSON.parse(reply.body) as { caseNumber: string };
      await confirm(desk, caseNumber);
      await take(desk, ANNA, caseNumber);
      await desk.runFor({ seconds: 50 * dayLastsSeconds });
      const rehearsed = desk.caseOf(caseNumber);

      expect(rehearsed.steps.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual(
        real.steps.map(({ step, outcome }) => `${step} ${outcome}`),
      );
      const mails = desk.mailbox.sent.flatMap(({ at, to, order }) =>
        'step' in order ? [{ at, to, step: order.step }] : [],
      );
      expect(mails.map(({ to, step }) => `${to} ${step}`)).toEqual(real.mails.map(({ to, step }) => `${to} ${step}`));
      for (const [index, { at, step }] of mails.entries()) {
        const planned = real.mails[index]?.at ?? Temporal.Instant.from(CASE_START);
        expect([step, at.toString()]).toEqual([step, toWallTime(rehearsed.clock, planned).toString()]);
      }
    },
  );

  it('of four weeks takes less than five minutes when a day lasts ten seconds, answered or not', async () => {
    const desk = createDesk({ publicClock: { dayLastsSeconds: 10 } });
    const { caseNumber } = await submit(desk);
    await confirm(desk, caseNumber);
    await desk.runFor({ seconds: 300 });
    expect(desk.caseOf(caseNumber).steps.map(({ step }) => step)).toContain('promise_missed');
    await answer(desk, ANNA, caseNumber);
    expect(desk.caseOf(caseNumber).status).toBe('closed');
    expect(
      desk.mailbox.sent.every(
        ({ words, order }) => order.template === 'staff_sign_in' || /OEFENING|REHEARSAL/.test(words.subject),
      ),
    ).toBe(true);
  });

  it('keeps links and sessions in real time', async () => {
    const desk = createDesk({ publicClock: { dayLastsSeconds: 10 } });
    const { caseNumber } = await submit(desk);
    await desk.runFor({ hours: 24 });
    expect((await confirm(desk, caseNumber)).status).toBe(200);
    await desk.runFor({ hours: 1 });
    await answer(desk, ANNA, caseNumber);
    expect(desk.caseOf(caseNumber).status).toBe('closed');
  });
});
