import { describe, expect, it } from 'vitest';
import { collectAnswer } from '../../../domain/cases/use-cases/collect-answer.ts';
import { confirmRequest } from '../../../domain/cases/use-cases/confirm-request.ts';
import { VersionConflictError } from '../../../domain/errors.ts';
import { createDesk, type Desk } from '../../support/desk/memory-desk.ts';
import {
  ACCESS,
  ANNA,
  answer,
  confirm,
  DEPUTY,
  lastAbout,
  OFFICER,
  decide,
  SAM,
  submit,
  submitConfirmed,
  TEAM_LEAD,
} from '../../support/desk/people.ts';

const confirmSecret = (desk: Desk, caseNumber: string) =>
  desk.mailbox.secretIn(lastAbout(desk, 'confirm_request', caseNumber), 'confirm');
const events = (desk: Desk, type: string) => desk.stores.desk.events.list().filter((event) => event.type === type);

describe('confirming a request', () => {
  it('opens it, acknowledges it, tells the handlers and starts its clock', async () => {
    const desk = createDesk({ start: '2026-06-09T12:03:00Z' });
    const { caseNumber } = await submit(desk);
    await desk.runTo('2026-06-11T15:00:00Z');
    const confirmation = await confirmRequest(desk.dependencies, confirmSecret(desk, caseNumber));
    await desk.settle();

    expect(confirmation.promisedDate?.toString()).toBe('2026-07-07');
    expect(desk.caseOf(caseNumber)).toMatchObject({
      status: 'open',
      receivedAt: '2026-06-09T12:03:00.000Z',
      openedAt: '2026-06-11T15:00:00.000Z',
      openedBy: { kind: 'requester' },
      assignee: null,
      clockRun: 1,
    });
    expect(desk.mailbox.of('acknowledgement').map(({ to }) => to)).toEqual(['jan@example.org']);
    expect(desk.mailbox.of('staff_new_case').map(({ to }) => to)).toEqual([ANNA.email, SAM.email]);
    expect([...desk.clocks.executions.keys()]).toEqual([`${caseNumber}-1`]);
  });

  it('is the same a second time and for ever', async () => {
    const desk = createDesk();
    const { caseNumber } = await submit(desk);
    const secret = confirmSecret(desk, caseNumber);
    const pressedAt = desk.clock.now();
    const first = await confirmRequest(desk.dependencies, secret);
    expect(first.before).toBeNull();
    await desk.runFor({ hours: 1 });
    expect(await confirmRequest(desk.dependencies, secret)).toEqual({ ...first, before: pressedAt });
    await answer(desk, ANNA, caseNumber);
    const answered = { caseNumber, promisedDate: null, before: pressedAt };
    expect(await confirmRequest(desk.dependencies, secret)).toEqual(answered);
    await desk.runFor({ hours: 24 * 60 });
    expect(await confirmRequest(desk.dependencies, secret)).toEqual(answered);
    await desk.settle();
    expect(desk.mailbox.of('acknowledgement')).toHaveLength(1);
    expect(events(desk, 'request_confirmed')).toHaveLength(1);
  });

  it('happens once when pressed five times at once, and every press is thanked', async () => {
    const desk = createDesk();
    const { caseNumber } = await submit(desk);
    const secret = confirmSecret(desk, caseNumber);
    const all = await Promise.all(Array.from({ length: 5 }, () => confirmRequest(desk.dependencies, secret)));
    await desk.settle();
    expect(new Set(all.map((each) => each.caseNumber))).toEqual(new Set([caseNumber]));
    expect(desk.mailbox.of('acknowledgement')).toHaveLength(1);
  });

  it.each([
    ['until the promise', '2026-06-09T12:03:00Z', '2026-07-07T21:59:59.999Z', '2026-07-07T22:00:00Z'],
    [
      'until the promise across the change of clocks',
      '2026-10-06T06:00:00Z',
      '2026-11-03T22:59:59Z',
      '2026-11-03T23:00:00Z',
    ],
  ])('is possible %s', async (_what, start, last, over) => {
    for (const [instant, status] of [
      [last, 200],
      [over, 410],
    ] as const) {
      const desk = createDesk({ start });
      const { caseNumber } = await submit(desk);
      await desk.runTo(instant);
      expect((await confirm(desk, caseNumber)).status).toBe(status);
    }
  });

  it('is possible for a week at least, when the mail could leave late only', async () => {
    const desk = createDesk({ start: '2026-06-09T12:03:00Z' });
    desk.faults.deliveries = () => 0;
    const { caseNumber } = await submit(desk);
    desk.faults.deliveries = () => 1;
    await desk.runTo('2026-07-06T12:00:00Z');
    await desk.redrive();
    await desk.runTo('2026-07-13T11:59:59Z');
    expect((await confirm(desk, caseNumber)).status).toBe(200);
  });

  it('gives up with a conflict when the case changes again and again, and has changed nothing', async () => {
    const desk = createDesk();
    const { caseNumber } = await submit(desk);
    let tries = 0;
    const cases = {
      ...desk.stores.cases,
      commit: () => {
        tries += 1;
        return Promise.reject(new VersionConflictError(caseNumber));
      },
    };
    const secret = confirmSecret(desk, caseNumber);
    await expect(confirmRequest({ ...desk.dependencies, cases }, secret)).rejects.toThrow(VersionConflictError);
    expect(tries).toBe(4);
    expect(desk.caseOf(caseNumber).status).toBe('unconfirmed');
  });

  it('on day 20 lets the most urgent rung speak at once and overtakes what is past', async () => {
    const desk = createDesk({ start: '2026-06-09T12:03:00Z' });
    const { caseNumber } = await submit(desk);
    await desk.runTo('2026-06-29T12:00:00Z');
    await confirm(desk, caseNumber);

    expect(desk.caseOf(caseNumber).steps.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
      'unclaimed overtaken',
      'ten_days_left done',
    ]);
    expect(desk.caseOf(caseNumber).nextStepAt).toBe('2026-06-30T07:00:00.000Z');
    expect(desk.mailbox.of('staff_step').map(({ to }) => to)).toEqual([ANNA.email, SAM.email]);
  });

  it('after the promise is followed by the apology the requester is owed, once', async () => {
    const desk = createDesk({ start: '2026-06-09T12:03:00Z' });
    const { caseNumber } = await submit(desk);
    await desk.runTo('2026-07-09T08:00:00Z');
    await desk.digest();
    await desk.settle();
    expect(desk.mailbox.of('promise_missed')).toEqual([]);
    await decide(desk, OFFICER, 'accept', caseNumber);
    await desk.runFor({ hours: 24 * 30 });
    expect(desk.mailbox.of('promise_missed').map(({ to }) => to)).toEqual(['jan@example.org']);
  });

  it('after the promise and before the digest brings the apology by the ladder, once', async () => {
    const desk = createDesk({ start: '2026-06-09T12:03:00Z' });
    desk.faults.deliveries = () => 0;
    const { caseNumber } = await submit(desk);
    await desk.runTo('2026-07-06T12:00:00Z');
    desk.faults.deliveries = () => 1;
    await desk.redrive();
    await desk.runTo('2026-07-09T08:00:00Z');
    await confirm(desk, caseNumber);
    await desk.runFor({ hours: 24 * 30 });
    expect(desk.mailbox.of('promise_missed')).toHaveLength(1);
    const escalated = desk.mailbox.of('staff_step').map(({ to }) => to);
    for (const who of [OFFICER, { email: 'marieke.visser@cttelecom.nl' }]) expect(escalated).toContain(who.email);
    expect(escalated).not.toContain(DEPUTY.email);
    expect(escalated).not.toContain(TEAM_LEAD.email);
  });
});

async function answered(desk: Desk) {
  const accepted = await submitConfirmed(desk, {
    ...ACCESS,
    parts: [{ requestType: 'access' }, { requestType: 'question' }],
  });
  await answer(desk, ANNA, accepted.caseNumber, '2');
  await answer(desk, ANNA, accepted.caseNumber, '1');
  const secret = desk.mailbox.secretIn(lastAbout(desk, 'answer_ready', accepted.caseNumber), 'collect');
  return { ...accepted, secret };
}

describe('collecting an answer', () => {
  it('takes the link and the code, gives every part in order and is recorded once', async () => {
    const desk = createDesk();
    const { caseNumber, collectionCode, secret } = await answered(desk);
    await desk.runFor({ hours: 1 });
    const collected = await collectAnswer(desk.dependencies, secret, collectionCode);

    expect(collected).toMatchObject({
      outcome: 'collected',
      answers: [{ partId: '1' }, { partId: '2' }],
      case: { collectedAt: '2026-03-02T10:30:00.000Z' },
    });
    await desk.runFor({ hours: 1 });
    expect(await collectAnswer(desk.dependencies, secret, collectionCode)).toMatchObject({
      outcome: 'collected',
      case: { collectedAt: '2026-03-02T10:30:00.000Z' },
    });
    expect(events(desk, 'answer_collected')).toHaveLength(1);
    expect(desk.caseOf(caseNumber).status).toBe('closed');
  });

  it('takes the code however it is typed', async () => {
    const desk = createDesk();
    const { collectionCode, secret } = await answered(desk);
    const typed = ` ${collectionCode.toLowerCase().replaceAll('-', ' ')} `;
    expect(await collectAnswer(desk.dependencies, secret, typed)).toMatchObject({ outcome: 'collected' });
  });

  it('opens nothing with the link alone, and nothing with the code of another case', async () => {
    const desk = createDesk();
    const { secret } = await answered(desk);
    const other = await submit(desk);
    for (const code of ['', 'AAAA-AAAA-AAAA', other.collectionCode]) {
      expect(await collectAnswer(desk.dependencies, secret, code)).toEqual({ outcome: 'wrong_code' });
    }
    expect(events(desk, 'answer_collected')).toEqual([]);
  });

  it('allows five tries in a quarter of an hour, the right code not excepted', async () => {
    const desk = createDesk({ start: '2026-03-02T09:30:00Z' });
    const { collectionCode, secret } = await answered(desk);
    for (let count = 0; count < 5; count += 1) {
      expect(await collectAnswer(desk.dependencies, secret, 'AAAA-AAAA-AAAA')).toEqual({ outcome: 'wrong_code' });
    }
    expect(await collectAnswer(desk.dependencies, secret, collectionCode)).toEqual({ outcome: 'too_many_tries' });
    await desk.runFor({ minutes: 15 });
    expect(await collectAnswer(desk.dependencies, secret, collectionCode)).toMatchObject({ outcome: 'collected' });
  });

  it('is recorded once when two browsers collect at once', async () => {
    const desk = createDesk();
    const { collectionCode, secret } = await answered(desk);
    const both = await Promise.all([1, 2].map(() => collectAnswer(desk.dependencies, secret, collectionCode)));
    expect(both.map(({ outcome }) => outcome)).toEqual(['collected', 'collected']);
    expect(events(desk, 'answer_collected')).toHaveLength(1);
  });

  it('is told by a mail that holds nothing of the answer, to the address of the case', async () => {
    const desk = createDesk();
    const { caseNumber, collectionCode } = await answered(desk);
    const { to, words } = lastAbout(desk, 'answer_ready', caseNumber);
    expect(to).toBe('jan@example.org');
    const everything = Object.values(words).join('\n');
    expect(everything).not.toContain('Dit is het antwoord');
    expect(everything).not.toContain(collectionCode);
  });
});

describe('the collection code', () => {
  it('is in no mail at all', async () => {
    const desk = createDesk();
    const { caseNumber, collectionCode } = await answered(desk);
    await desk.runFor({ hours: 24 * 10 });
    const mails = JSON.stringify(desk.mailbox.sent).toUpperCase();
    expect(mails).toContain(caseNumber);
    expect(mails).not.toContain(collectionCode);
    expect(mails).not.toContain(collectionCode.replaceAll('-', ''));
  });
});
