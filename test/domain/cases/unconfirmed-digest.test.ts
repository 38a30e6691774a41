import { describe, expect, it } from 'vitest';
import { memoryKeys } from '../../../adapters/memory/memory-desk.ts';
import { reportUnconfirmed } from '../../../domain/cases/use-cases/report-unconfirmed.ts';
import { submitRequest } from '../../../domain/cases/use-cases/submit-request.ts';
import { StoredItemInvalidError } from '../../../domain/errors.ts';
import { createDesk, type Desk } from '../../support/desk/memory-desk.ts';
import { ACCESS, ANNA, confirm, DEPUTY, OFFICER, SAM, submit, submitConfirmed } from '../../support/desk/people.ts';

const desk9June = () => createDesk({ start: '2026-06-09T12:03:00Z' });
const steps = (desk: Desk, caseNumber: string) =>
  desk.caseOf(caseNumber).steps.map(({ step, outcome }) => `${step} ${outcome}`);
const mails = (desk: Desk) => desk.mailbox.of('staff_unconfirmed');

const listed = (desk: Desk) =>
  desk.mailbox
    .linksOf(desk.mailbox.last('staff_unconfirmed', ANNA.email))
    .flatMap(({ token }) => (token.action === 'accept' ? [token.caseNumber] : []));

describe('the digest of unconfirmed requests', () => {
  it('goes to handlers and privacy officers, with a link to accept and one to dismiss each request', async () => {
    const desk = desk9June();
    const { caseNumber } = await submit(desk);
    expect(await reportUnconfirmed(desk.dependencies)).toEqual({ reported: 1, failed: [] });
    await desk.settle();
    expect(
      mails(desk)
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual([ANNA.email, OFFICER.email, SAM.email].toSorted());
    expect(mails(desk).map(({ to }) => to)).not.toContain(DEPUTY.email);
    const links = desk.mailbox.linksOf(desk.mailbox.last('staff_unconfirmed', ANNA.email));
    expect(links.map(({ token }) => [token.action, 'caseNumber' in token && token.caseNumber])).toEqual([
      ['accept', caseNumber],
      ['dismiss', caseNumber],
    ]);
  });

  it('is not sent when there is nothing in it', async () => {
    const desk = desk9June();
    await submitConfirmed(desk);
    expect(await reportUnconfirmed(desk.dependencies)).toEqual({ reported: 0, failed: [] });
    await desk.settle();
    expect(mails(desk)).toEqual([]);
  });

  it('does the rungs of a request with it: five days, two days, the promise, then every week', async () => {
    const desk = desk9June();
    const { caseNumber } = await submit(desk);
    for (const [instant, step] of [
      ['2026-06-30T06:59:59Z', undefined],
      ['2026-06-30T07:00:30Z', 'five_days_left done'],
      ['2026-07-03T07:00:30Z', 'two_days_left done'],
      ['2026-07-08T07:00:30Z', 'promise_missed done'],
      ['2026-07-17T07:00:30Z', 'still_open_1 done'],
      ['2026-07-24T07:00:30Z', 'still_open_2 done'],
    ] as const) {
      await desk.runTo(instant);
      await desk.digest();
      await desk.settle();
      expect([instant, steps(desk, caseNumber).at(-1)]).toEqual([instant, step]);
    }
    expect(desk.clocks.executions.size).toBe(0);
    expect(desk.mailbox.of('promise_missed')).toEqual([]);
  });

  it('lists a request every day, also after its last rung and a year on', async () => {
    const desk = desk9June();
    const { caseNumber } = await submit(desk);
    // Two handlers and the officer; the director as well once the promise of 7 July is missed.
    for (const [instant, addressees] of [
      ['2026-06-10T07:00:00Z', 3],
      ['2026-07-07T07:00:00Z', 3],
      ['2026-07-08T07:00:00Z', 4],
      ['2027-06-09T07:00:00Z', 4],
    ] as const) {
      await desk.runTo(instant);
      const before = mails(desk).length;
      await desk.digest();
      await desk.settle();
      expect(mails(desk)).toHaveLength(before + addressees);
      expect(listed(desk)).toEqual([caseNumber]);
    }
  });

  it('lists the most urgent first and fifty in a mail', async () => {
    const desk = desk9June();
    const late = await submit(desk);
    await desk.runTo('2026-06-12T09:00:00Z');
    for (let count = 0; count < 59; count += 1) {
      await submit(desk, { ...ACCESS, requester: { name: 'x', email: `x${count}@example.org` } });
    }
    await desk.digest();
    await desk.settle();
    const toAnna = desk.mailbox.of('staff_unconfirmed', ANNA.email);
    const counts = toAnna.map((mail) => desk.mailbox.linksOf(mail).length / 2);
    expect(counts).toEqual([50, 10]);
    const [first] = toAnna.flatMap((mail) => desk.mailbox.linksOf(mail));
    expect(first?.token).toMatchObject({ caseNumber: late.caseNumber });
  });

  it('leaves out what was confirmed before the mail left', async () => {
    const desk = desk9June();
    const [one, other] = [await submit(desk), await submit(desk)];
    desk.mailbox.fault = () => ({ error: new Error('down') });
    await desk.digest();
    await desk.settle();
    desk.mailbox.fault = () => undefined;
    await confirm(desk, one.caseNumber);
    await desk.runFor({ minutes: 5 });
    await desk.redrive();
    expect(listed(desk)).toEqual([other.caseNumber]);
  });

  it('is sent once when it is asked for twice in a minute', async () => {
    const desk = desk9June();
    const { caseNumber } = await submit(desk);
    await desk.runTo('2026-06-30T07:00:10Z');
    await Promise.all([desk.digest(), desk.digest()]);
    await desk.runFor({ seconds: 20 });
    await desk.digest();
    await desk.settle();
    expect(mails(desk)).toHaveLength(3);
    expect(steps(desk, caseNumber)).toEqual(['five_days_left done']);
  });

  it('keeps rehearsals in mails of their own, marked so', async () => {
    const desk = createDesk({ publicClock: { dayLastsSeconds: 60 } });
    const rehearsed = await submit(desk);
    const dependencies = { ...desk.dependencies, publicClock: 'real' as const };
    const real = await submitRequest(dependencies, {
      draft: { language: 'nl', requester: ACCESS.requester, parts: [{ requestType: 'access' }] },
      idempotencyKey: 'real',
      receivedThrough: 'form',
      rehearsal: null,
    });
    await desk.digest();
    await desk.settle();
    const toAnna = desk.mailbox.of('staff_unconfirmed', ANNA.email).map((mail) => ({
      marked: /OEFENING/.test(mail.words.subject),
      numbers: [...new Set(desk.mailbox.linksOf(mail).map(({ token }) => 'caseNumber' in token && token.caseNumber))],
    }));
    expect(toAnna).toHaveLength(2);
    expect(toAnna).toContainEqual({ marked: false, numbers: [real.caseNumber] });
    expect(toAnna).toContainEqual({ marked: true, numbers: [rehearsed.caseNumber] });
  });

  it('gets past a request it cannot read, and names it', async () => {
    const desk = desk9June();
    const { caseNumber } = await submit(desk);
    const broken = await submit(desk);
    const cases = {
      ...desk.stores.cases,
      find: (wanted: string) =>
        wanted === broken.caseNumber
          ? Promise.reject(new StoredItemInvalidError(memoryKeys.event(wanted, 1)))
          : desk.stores.cases.find(wanted),
    };
    await desk.runTo('2026-06-30T07:00:10Z');
    const report = await reportUnconfirmed({ ...desk.dependencies, cases });
    expect(report).toEqual({
      reported: 1,
      failed: [{ caseNumber: broken.caseNumber, code: 'StoredItemInvalidError' }],
    });
    expect(steps(desk, caseNumber)).toEqual(['five_days_left done']);
  });
});
