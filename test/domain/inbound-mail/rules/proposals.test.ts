import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { datesOf } from '../../../../domain/cases/case-dates.ts';
import { ctTelecom } from '../../../../infra/organisations/ct-telecom.ts';
import { formCall } from '../../../support/desk/gateway.ts';
import { createDesk, type Desk, type DeskOptions } from '../../../support/desk/memory-desk.ts';
import { ANNA, decideOnDesk, SAM, signIn } from '../../../support/desk/people.ts';
import { subscribe, topicsOn } from '../../../support/desk/subscribers.ts';
import { arrives, ASKS_ACCESS, caseNumberOf } from './mail-acts.ts';

const FROM = 'jan@example.org';

async function deskWithMail(text: string = ASKS_ACCESS, options: DeskOptions = {}, arrivedAt?: string) {
  const desk = createDesk(options);
  const arrival = arrivedAt === undefined ? {} : { arrivedAt: Temporal.Instant.from(arrivedAt) };
  await arrives(desk, { from: FROM, text }, arrival);
  const caseNumber = caseNumberOf(desk);
  return { desk, caseNumber };
}
const accept = (desk: Desk, caseNumber: string, ...types: readonly string[]) =>
  decideOnDesk(desk, ANNA, 'accept', caseNumber, {
    chosen: 'yes',
    ...Object.fromEntries(types.map((type) => [`type_${type}`, 'on'])),
  });
const datesIn = (desk: Desk, caseNumber: string) => {
  const { promisedDate, receivedDate } = datesOf(desk.caseOf(caseNumber), desk.dependencies.calendar);
  return [receivedDate.toString(), promisedDate.toString()];
};

describe('the promise for a mail', () => {
  it.each([
    [
      'three days before the queue brought it',
      '2026-06-12T12:03:00Z',
      '2026-06-09T12:03:00Z',
      ['2026-06-09', '2026-07-07'],
    ],
    ['after midnight in Amsterdam', '2026-01-31T09:00:00Z', '2026-01-30T23:30:00Z', ['2026-01-31', '2026-02-28']],
    ['before midnight in Amsterdam', '2026-12-03T09:00:00Z', '2026-11-30T22:30:00Z', ['2026-11-30', '2026-12-28']],
    ['over the end of summer time', '2026-10-09T06:00:00Z', '2026-10-06T06:00:00Z', ['2026-10-06', '2026-11-03']],
    ['on a Sunday before a holiday', '2026-04-08T07:00:00Z', '2026-04-05T07:00:00Z', ['2026-04-05', '2026-05-03']],
    ['to end on Christmas Eve', '2026-11-29T10:00:00Z', '2026-11-26T10:00:00Z', ['2026-11-26', '2026-12-24']],
  ])('is reckoned from its arrival, %s', async (_what, start, arrivedAt, dates) => {
    const { desk, caseNumber } = await deskWithMail(ASKS_ACCESS, { start }, arrivedAt);
    expect(datesIn(desk, caseNumber)).toEqual(dates);
    await desk.runFor({ hours: 100 });
    await accept(desk, caseNumber, 'access', 'erasure');
    expect(datesIn(desk, caseNumber)).toEqual(dates);
    expect(desk.caseOf(caseNumber).receivedAt).toBe(
      Temporal.Instant.from(arrivedAt).toString({ smallestUnit: 'millisecond' }),
    );
  });

  it('is written in the acknowledgement with its weekday', async () => {
    const { desk } = await deskWithMail(ASKS_ACCESS, { start: '2026-06-12T12:03:00Z' }, '2026-06-09T12:03:00Z');
    const { text } = desk.mailbox.last('acknowledgement').words;
    expect(text).toContain('dinsdag 7 juli 2026');
    expect(text).toContain('dinsdag 9 juni 2026');
  });

  it('is reported missed though nobody ever looked at the mail', async () => {
    const { desk, caseNumber } = await deskWithMail('Mijn internet doet het niet.', { schedules: true });
    await desk.runTo('2026-04-01T12:00:00Z');
    expect(desk.caseOf(caseNumber).steps.map(({ step }) => step)).toContain('promise_missed');
    const told = desk.mailbox.of('staff_unconfirmed').length;
    expect(told).toBeGreaterThan(10);
    expect(desk.mailbox.sent.filter(({ to }) => to === FROM)).toEqual([]);
  });
});

describe('a proposal', () => {
  const MANY =
    'Ik wil inzage in mijn gegevens. Daarna moet u al mijn gegevens verwijderen. Ook maak ik bezwaar tegen profilering van mijn gegevens.';

  it('carries out and restricts nothing before somebody accepts it', async () => {
    const { desk, caseNumber } = await deskWithMail(MANY);
    const subject = desk.caseOf(caseNumber);
    expect(subject.status).toBe('unconfirmed');
    expect(subject.parts.length).toBeGreaterThan(2);
    expect(subject.parts.every(({ decision, restriction }) => decision === null && restriction === null)).toBe(true);
    expect(desk.stores.desk.suppressions.list()).toEqual([]);
    expect(desk.clocks.executions.size).toBe(0);
  });

  it('becomes what staff say that it asks, from its arrival', async () => {
    const { desk, caseNumber } = await deskWithMail(MANY);
    await accept(desk, caseNumber, 'objection', 'complaint');
    const { parts, receivedAt } = desk.caseOf(caseNumber);
    expect(parts.map(({ requestType }) => requestType).toSorted()).toEqual(['complaint', 'objection']);
    const objection = parts.find(({ requestType }) => requestType === 'objection');
    expect(objection?.restriction).not.toBeNull();
    expect(desk.caseOf(caseNumber)).toMatchObject({ status: 'open', receivedAt });
    expect(desk.clocks.executions.size).toBe(1);
  });

  it('stops mailings at once when staff accept that it objects to marketing, with the consents in force', async () => {
    const desk = createDesk();
    await subscribe(desk, { email: FROM });
    await desk.runFor({ minutes: 1 });
    await arrives(desk, { from: FROM, text: ASKS_ACCESS });
    const caseNumber = caseNumberOf(desk);
    await accept(desk, caseNumber, 'marketing_objection', 'access');
    expect(await topicsOn(desk, FROM)).toEqual([]);
    expect(desk.stores.desk.suppressions.list()).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ scope: 'all', objectedAt: expect.any(String) })]),
    );
    const ended = desk.stores.desk.consentEvents.list().filter(({ type }) => type === 'withdrawn');
    expect(ended).toHaveLength(2);
    for (const event of ended) expect(event).toMatchObject({ reason: 'objected', through: 'case', caseNumber });
  });

  it('is not accepted as nothing', async () => {
    const { desk, caseNumber } = await deskWithMail();
    expect((await accept(desk, caseNumber)).status).toBe(422);
    expect((await accept(desk, caseNumber, 'nonsense')).status).toBe(422);
    expect(desk.caseOf(caseNumber).status).toBe('unconfirmed');
  });

  it.each([
    ['accept and accept', ['accept', 'accept']],
    ['accept and dismiss', ['accept', 'dismiss']],
    ['dismiss and accept', ['dismiss', 'accept']],
  ] as const)('is decided once when two colleagues press at the same moment: %s', async (_what, acts) => {
    const { desk, caseNumber } = await deskWithMail();
    const cookies = [await signIn(desk, ANNA), await signIn(desk, SAM)];
    const before = desk.mailbox.of('acknowledgement').length;
    const replies = await Promise.all(
      acts.map((act, index) => {
        const fields = act === 'accept' ? { chosen: 'yes', type_access: 'on' } : { ground: 'spam' };
        const headers = { cookie: cookies[index] ?? '' };
        return desk.gateway(formCall('POST /desk/decide', { act, caseNumber, ...fields }, headers));
      }),
    );
    await desk.settle();
    for (const { status } of replies) expect(status).toBeLessThan(500);
    const events = desk.stores.desk.events.list().map(({ type }) => type);
    expect(events.filter((type) => type === 'request_accepted' || type === 'request_dismissed')).toHaveLength(1);
    expect(desk.mailbox.of('acknowledgement')).toHaveLength(before);
    expect(desk.clocks.executions.size).toBeLessThanOrEqual(1);
  });
});

const withCustomerService = (desk: Desk, customerServiceEmail: string | null) =>
  Object.defineProperty(desk.dependencies, 'organisation', { value: { ...ctTelecom, customerServiceEmail } });

describe('a mail that is customer service’s', () => {
  const NO_RIGHT = 'Mijn internet doet het niet. Kunt u bellen?';

  it('is sent on whole where the profile names an address, once, and says nothing of it beside', async () => {
    const { desk, caseNumber } = await deskWithMail(NO_RIGHT);
    withCustomerService(desk, 'klantenservice@example.nl');
    await decideOnDesk(desk, ANNA, 'dismiss', caseNumber, { ground: 'customer_service' });
    await decideOnDesk(desk, SAM, 'dismiss', caseNumber, { ground: 'customer_service' });
    const sentOn = desk.mailbox.of('to_customer_service');
    expect(sentOn.map(({ to }) => to)).toEqual(['klantenservice@example.nl']);
    const [mail] = sentOn;
    const stored = desk.messages.get(desk.caseOf(caseNumber).inbound?.objectKey ?? '');
    expect(Buffer.from(mail?.attached ?? []).equals(Buffer.from(stored ?? []))).toBe(true);
    expect(`${mail?.words.subject} ${mail?.words.text}`).not.toMatch(/jan|internet/i);
    expect(desk.mailbox.sent.filter(({ to }) => to === FROM)).toEqual([]);
  });

  it('is sent nowhere where customer service has its own copy', async () => {
    const { desk, caseNumber } = await deskWithMail(NO_RIGHT);
    withCustomerService(desk, null);
    await decideOnDesk(desk, ANNA, 'dismiss', caseNumber, { ground: 'customer_service' });
    expect(desk.mailbox.of('to_customer_service')).toEqual([]);
    expect(desk.caseOf(caseNumber)).toMatchObject({ status: 'dismissed', ground: 'customer_service' });
    expect(desk.stores.desk.outbox.list().filter(({ outcome }) => outcome === null)).toEqual([]);
  });
});
