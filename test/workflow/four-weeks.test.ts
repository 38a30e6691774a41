import { describe, expect, it } from 'vitest';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import {
  ACCESS,
  ANNA,
  answer,
  type Asked,
  collect,
  confirm,
  decide,
  DEPUTY,
  DIRECTOR,
  JAN,
  OFFICER,
  PROTECTION_OFFICER,
  QUESTION,
  SAM,
  submit,
  submitConfirmed,
  take,
  TEAM_LEAD,
} from '../support/desk/people.ts';

/** A Tuesday: promised on 7 July, the legal limit on 9 July. */
const START = '2026-06-09T12:03:00Z';
const desk9June = () => createDesk({ start: START, schedules: true });

/** Step mails as `day addressee step`, a line each. */
const stepMails = (desk: Desk, since = 0) =>
  desk.mailbox.sent
    .slice(since)
    .flatMap(({ at, to, order }) =>
      'step' in order ? [`${at.toString().slice(0, 10)} ${to.split('@')[0]} ${order.step}`] : [],
    );
const toRequester = (desk: Desk) =>
  desk.mailbox.sent
    .filter(({ to }) => to === JAN.email)
    .map(({ at, order }) => `${at.toString().slice(0, 10)} ${order.template}`);
/** Rungs of the ladder that spoke; not those of tasks beside it. */
const doneSteps = (desk: Desk, caseNumber: string) =>
  desk
    .caseOf(caseNumber)
    .steps.flatMap(({ step, outcome }) => (outcome === 'done' && !step.startsWith('task_') ? [step] : []));
const execution = (desk: Desk, name: string) => {
  const found = desk.clocks.executions.get(name);
  if (found === undefined) throw new Error(`no execution ${name}`);
  return found;
};

/** Every rung with the moment before it, its own, and who is told when Anna has the case. */
const RUNGS = [
  ['ten_days_left', '2026-06-23T06:59:59Z', '2026-06-23T07:00:00Z', [ANNA]],
  ['five_days_left', '2026-06-30T06:59:59Z', '2026-06-30T07:00:00Z', [ANNA, TEAM_LEAD]],
  ['two_days_left', '2026-07-03T06:59:59Z', '2026-07-03T07:00:00Z', [ANNA, OFFICER]],
  ['one_day_left', '2026-07-06T06:59:59Z', '2026-07-06T07:00:00Z', [ANNA, TEAM_LEAD, OFFICER]],
  ['target_day', '2026-07-07T06:59:59Z', '2026-07-07T07:00:00Z', [ANNA, TEAM_LEAD, OFFICER]],
  ['promise_missed', '2026-07-08T06:59:59Z', '2026-07-08T07:00:00Z', [ANNA, OFFICER, DIRECTOR]],
  ['limit_missed', '2026-07-10T06:59:59Z', '2026-07-10T07:00:00Z', [ANNA, OFFICER, DIRECTOR, PROTECTION_OFFICER]],
  ['still_open_1', '2026-07-17T06:59:59Z', '2026-07-17T07:00:00Z', [ANNA, OFFICER, DIRECTOR]],
  ['still_open_2', '2026-07-24T06:59:59Z', '2026-07-24T07:00:00Z', [ANNA, OFFICER, DIRECTOR]],
] as const;

describe('a case nobody has taken', () => {
  it('is brought to those who must give it to somebody, on the second working day', async () => {
    const desk = desk9June();
    await submitConfirmed(desk);
    await desk.runTo('2026-06-11T06:59:59Z');
    expect(stepMails(desk)).toEqual([]);
    await desk.runTo('2026-06-11T07:00:00Z');
    expect(stepMails(desk)).toEqual(
      [ANNA, SAM, DEPUTY, TEAM_LEAD].map(({ email }) => `2026-06-11 ${email.split('@')[0]} unclaimed`),
    );
  });

  it('is not, when somebody took it the minute before', async () => {
    const desk = desk9June();
    const { caseNumber } = await submitConfirmed(desk);
    await desk.runTo('2026-06-11T06:59:00Z');
    await take(desk, SAM, caseNumber);
    await desk.runTo('2026-06-22T20:00:00Z');
    expect(stepMails(desk)).toEqual([]);
    expect(desk.caseOf(caseNumber).steps).toEqual([]);
  });
});

describe.each(RUNGS)('the rung %s', (step, before, at, told) => {
  it('speaks at its hour when the case is still open, to those it must', async () => {
    const desk = desk9June();
    const { caseNumber } = await submitConfirmed(desk);
    await take(desk, ANNA, caseNumber);
    await desk.runTo(before);
    const sent = desk.mailbox.sent.length;
    expect(doneSteps(desk, caseNumber)).not.toContain(step);
    await desk.runTo(at);
    const day = at.slice(0, 10);
    expect(stepMails(desk, sent)).toEqual(told.map(({ email }) => `${day} ${email.split('@')[0]} ${step}`));
  });

  it('keeps silent when the answer was given the second before', async () => {
    const desk = desk9June();
    const { caseNumber, collectionCode } = await submitConfirmed(desk);
    await take(desk, ANNA, caseNumber);
    await desk.runTo(before);
    await answer(desk, ANNA, caseNumber);
    await collect(desk, caseNumber, collectionCode);
    const sent = desk.mailbox.sent.length;
    await desk.runTo('2026-08-08T00:00:00Z');
    expect(desk.mailbox.sent.length).toBe(sent);
    expect(doneSteps(desk, caseNumber)).not.toContain(step);
    expect(execution(desk, `${caseNumber}-1`).status).toBe('SUCCEEDED');
  });
});

describe('a life', () => {
  it('answered in time: two words to the requester and no step', async () => {
    const desk = desk9June();
    const { caseNumber, collectionCode } = await submitConfirmed(desk);
    await take(desk, ANNA, caseNumber);
    await desk.runTo('2026-06-15T10:00:00Z');
    await answer(desk, ANNA, caseNumber);
    expect((await collect(desk, caseNumber, collectionCode)).body).toContain('Dit is het antwoord op deel 1.');
    await desk.runTo('2026-08-08T00:00:00Z');
    expect(toRequester(desk)).toEqual([
      '2026-06-09 confirm_request',
      '2026-06-09 acknowledgement',
      '2026-06-15 answer_ready',
    ]);
    expect(stepMails(desk)).toEqual([]);
  });

  it('answered and never collected: the requester is reminded after a week, staff after two, and then nobody', async () => {
    const desk = desk9June();
    const { caseNumber } = await submitConfirmed(desk);
    await take(desk, ANNA, caseNumber);
    await desk.runTo('2026-06-15T10:00:00Z');
    await answer(desk, ANNA, caseNumber);
    const sent = desk.mailbox.sent.length;
    expect(desk.caseOf(caseNumber).nextStepAt).toBe('2026-06-22T07:00:00.000Z');
    await desk.runTo('2027-06-15T00:00:00Z');
    expect(
      desk.mailbox.sent.slice(sent).map(({ at, to, order }) => `${at.toString().slice(0, 13)} ${to} ${order.template}`),
    ).toEqual([`2026-06-22T07 ${JAN.email} answer_reminder`, `2026-06-29T07 ${ANNA.email} staff_notice`]);
    expect(desk.mailbox.last('staff_notice').order).toMatchObject({ notice: 'not_collected' });
    expect(desk.caseOf(caseNumber)).toMatchObject({ tasks: [{ kind: 'collect' }], nextStepAt: null });
    expect(desk.clocks.executions.size).toBe(1);
  });

  it('reminded, then answered', async () => {
    const desk = desk9June();
    const { caseNumber } = await submitConfirmed(desk);
    await take(desk, ANNA, caseNumber);
    await desk.runTo('2026-06-24T10:00:00Z');
    await answer(desk, ANNA, caseNumber);
    await desk.runTo('2026-08-08T00:00:00Z');
    expect(stepMails(desk)).toEqual(['2026-06-23 anna.de.wit ten_days_left']);
  });

  it('escalated, then answered on the last day: the promise is kept and nobody apologises', async () => {
    const desk = desk9June();
    const { caseNumber } = await submitConfirmed(desk);
    await take(desk, ANNA, caseNumber);
    await desk.runTo('2026-07-07T21:59:00Z');
    await answer(desk, OFFICER, caseNumber);
    await desk.runTo('2026-08-08T00:00:00Z');
    expect(doneSteps(desk, caseNumber)).toEqual([
      'ten_days_left',
      'five_days_left',
      'two_days_left',
      'one_day_left',
      'target_day',
    ]);
    expect(toRequester(desk)).not.toContain('2026-07-08 promise_missed');
    expect(desk.mailbox.of('staff_step', DIRECTOR.email)).toEqual([]);
  });

  it('promise missed: one apology to the requester, the director told, and the answer still comes', async () => {
    const desk = desk9June();
    const { caseNumber } = await submitConfirmed(desk);
    await take(desk, ANNA, caseNumber);
    await desk.runTo('2026-07-09T10:00:00Z');
    await answer(desk, ANNA, caseNumber);
    await desk.runTo('2026-08-08T00:00:00Z');
    expect(toRequester(desk).slice(2)).toEqual([
      '2026-07-08 promise_missed',
      '2026-07-09 answer_ready',
      '2026-07-16 answer_reminder',
    ]);
    expect(doneSteps(desk, caseNumber)).not.toContain('limit_missed');
    expect(desk.mailbox.of('staff_step', PROTECTION_OFFICER.email)).toEqual([]);
  });

  it('limit missed, then every week until it is answered, and silence after', async () => {
    const desk = desk9June();
    const { caseNumber } = await submitConfirmed(desk);
    await take(desk, ANNA, caseNumber);
    await desk.runTo('2026-10-05T10:00:00Z');
    const weekly = Array.from({ length: 12 }, (_, index) => `still_open_${index + 1}`);
    expect(doneSteps(desk, caseNumber)).toEqual([...RUNGS.slice(0, 7).map(([step]) => step), ...weekly]);
    await answer(desk, ANNA, caseNumber);
    await desk.runTo('2026-12-31T00:00:00Z');
    expect(doneSteps(desk, caseNumber)).toHaveLength(7 + 12);
    expect(toRequester(desk).filter((mail) => mail.endsWith('promise_missed'))).toHaveLength(1);
    expect(desk.clocks.executions.size).toBe(1);
    expect(execution(desk, `${caseNumber}-1`)).toMatchObject({ status: 'SUCCEEDED', output: { status: 'closed' } });
  });

  it('a question has no legal limit: it goes on every week from the promise', async () => {
    const desk = desk9June();
    const { caseNumber } = await submitConfirmed(desk, QUESTION);
    await take(desk, ANNA, caseNumber);
    await desk.runTo('2026-07-30T00:00:00Z');
    expect(doneSteps(desk, caseNumber).slice(5)).toEqual([
      'promise_missed',
      'still_open_1',
      'still_open_2',
      'still_open_3',
    ]);
    expect(stepMails(desk).find((mail) => mail.endsWith('still_open_1'))).toContain('2026-07-15');
    expect(desk.mailbox.of('staff_step', PROTECTION_OFFICER.email)).toEqual([]);
  });

  it('several parts: the clock runs until the last one is decided', async () => {
    const desk = desk9June();
    const asked: Asked = {
      ...ACCESS,
      parts: [{ requestType: 'access' }, { requestType: 'question', text: 'Waarom?' }],
    };
    const { caseNumber } = await submitConfirmed(desk, asked);
    await answer(desk, ANNA, caseNumber, '1');
    await desk.runTo('2026-06-23T08:00:00Z');
    expect(doneSteps(desk, caseNumber)).toEqual(['ten_days_left']);
    const links = desk.mailbox.linksOf(desk.mailbox.last('staff_step')).map(({ token }) => token);
    expect(links.flatMap((token) => (token.action === 'answer' ? [token.on] : []))).toEqual(['2']);
    await answer(desk, ANNA, caseNumber, '2');
    await desk.runTo('2026-08-01T00:00:00Z');
    expect(doneSteps(desk, caseNumber)).toEqual(['ten_days_left']);
  });

  it('confirmed late, on day 20: the clock began at the receipt', async () => {
    const desk = desk9June();
    const { caseNumber } = await submit(desk);
    await desk.runTo('2026-06-29T10:00:00Z');
    await confirm(desk, caseNumber);
    expect(doneSteps(desk, caseNumber)).toEqual(['ten_days_left']);
    await desk.runTo('2026-07-03T08:00:00Z');
    expect(doneSteps(desk, caseNumber)).toEqual(['ten_days_left', 'five_days_left', 'two_days_left']);
    expect(desk.mailbox.last('acknowledgement').words.text).toContain('7 juli 2026');
  });

  it('accepted after the promise: acknowledged with an apology, and the limit is still watched', async () => {
    const desk = desk9June();
    const { caseNumber } = await submit(desk);
    await desk.runTo('2026-07-08T13:00:00Z');
    await decide(desk, OFFICER, 'accept', caseNumber);
    expect(toRequester(desk)).toEqual([
      '2026-06-09 confirm_request',
      '2026-07-08 acknowledgement',
      '2026-07-08 promise_missed',
    ]);
    await desk.runTo('2026-07-10T07:00:00Z');
    expect(doneSteps(desk, caseNumber)).toContain('limit_missed');
    expect(stepMails(desk).filter((mail) => mail.endsWith('promise_missed'))).toEqual([]);
  });

  it('never confirmed: staff hear of it every day, and no workflow was ever started', async () => {
    const desk = desk9June();
    await submit(desk);
    await desk.runTo('2026-08-31T00:00:00Z');
    expect(desk.mailbox.of('staff_unconfirmed', ANNA.email)).toHaveLength(82);
    expect(desk.clocks.executions.size).toBe(0);
    expect(toRequester(desk)).toEqual(['2026-06-09 confirm_request']);
  });
});
