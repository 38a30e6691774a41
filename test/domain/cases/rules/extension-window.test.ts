import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createRuleDesk, refusalOf, type RuleDesk, ruleOf, STAFF } from '../../../support/desk/rule-desk.ts';

interface Vector {
  readonly received: string;
  readonly promised: string;
  /** First instant after the promised date in Amsterdam. */
  readonly promisedUntil: string;
  /** One month after receipt, never rolled. */
  readonly raw: string;
  readonly rawUntil: string;
  readonly extendedRaw: string;
}
const VECTORS: Readonly<Record<string, Vector>> = {
  'a plain Tuesday': {
    received: '2026-06-09T12:03:00Z',
    promised: '2026-07-07',
    promisedUntil: '2026-07-07T22:00:00Z',
    raw: '2026-07-09',
    rawUntil: '2026-07-09T22:00:00Z',
    extendedRaw: '2026-09-09',
  },
  '31 August, a month without that day': {
    received: '2026-08-31T08:00:00Z',
    promised: '2026-09-28',
    promisedUntil: '2026-09-28T22:00:00Z',
    raw: '2026-09-30',
    rawUntil: '2026-09-30T22:00:00Z',
    extendedRaw: '2026-11-30',
  },
  'a month that ends on a holiday, whose roll does not count': {
    received: '2026-03-27T08:00:00Z',
    promised: '2026-04-24',
    promisedUntil: '2026-04-24T22:00:00Z',
    raw: '2026-04-27',
    rawUntil: '2026-04-27T22:00:00Z',
    extendedRaw: '2026-06-27',
  },
  'the first second after the clocks went forward': {
    received: '2026-03-29T01:00:00Z',
    promised: '2026-04-26',
    promisedUntil: '2026-04-26T22:00:00Z',
    raw: '2026-04-29',
    rawUntil: '2026-04-29T22:00:00Z',
    extendedRaw: '2026-06-29',
  },
  'the second half past two in October': {
    received: '2026-10-25T01:30:00Z',
    promised: '2026-11-22',
    promisedUntil: '2026-11-22T23:00:00Z',
    raw: '2026-11-25',
    rawUntil: '2026-11-25T23:00:00Z',
    extendedRaw: '2027-01-25',
  },
  'half past midnight at home, still yesterday in UTC': {
    received: '2026-01-30T23:30:00Z',
    promised: '2026-02-28',
    promisedUntil: '2026-02-28T23:00:00Z',
    raw: '2026-02-28',
    rawUntil: '2026-02-28T23:00:00Z',
    extendedRaw: '2026-04-30',
  },
  'no slack: promise and month are one day': {
    received: '2027-02-15T08:00:00Z',
    promised: '2027-03-15',
    promisedUntil: '2027-03-15T23:00:00Z',
    raw: '2027-03-15',
    rawUntil: '2027-03-15T23:00:00Z',
    extendedRaw: '2027-05-15',
  },
};
const before = (instant: string) => Temporal.Instant.from(instant).subtract({ seconds: 1 }).toString();

async function received(vector: Vector) {
  const desk = createRuleDesk(vector.received);
  const caseNumber = await desk.receiveConfirmed(['access']);
  return { desk, caseNumber };
}
function extend(desk: RuleDesk, caseNumber: string, staffId: string, until: string) {
  return desk.act(staffId, caseNumber, { action: 'extend', ground: 'complexity', facts: 'Acht systemen.', until });
}

describe.each(Object.entries(VECTORS))('the window: %s', (_name, vector) => {
  const until = vector.extendedRaw;
  const hasOfficerWindow = vector.promised !== vector.raw;

  it.each(['handler', 'teamLead', 'officer'] as const)('is open for the %s to the last second', async (who) => {
    const { desk, caseNumber } = await received(vector);
    desk.clock.moveTo(before(vector.promisedUntil));
    expect(await refusalOf(extend(desk, caseNumber, STAFF[who], until))).toBeNull();
  });

  it.each(['handler', 'colleague', 'deputy', 'teamLead', 'director'] as const)(
    'is closed for the %s with the promised day, and says until when it was open',
    async (who) => {
      const { desk, caseNumber } = await received(vector);
      desk.clock.moveTo(vector.promisedUntil);
      expect(await refusalOf(extend(desk, caseNumber, STAFF[who], until))).toEqual(
        hasOfficerWindow
          ? { rule: 'extension_officer_only', possibleUntil: vector.promised }
          : { rule: 'extension_too_late', possibleUntil: vector.raw },
      );
    },
  );

  it.runIf(hasOfficerWindow)('is open for the officer until the last second of the month', async () => {
    for (const instant of [vector.promisedUntil, before(vector.rawUntil)]) {
      const { desk, caseNumber } = await received(vector);
      desk.clock.moveTo(instant);
      expect(await refusalOf(extend(desk, caseNumber, STAFF.officer, until))).toBeNull();
    }
  });

  it.each(Object.values(STAFF).filter((staffId) => staffId !== STAFF.protectionOfficer))(
    'is closed for %s after the unrolled month, and says until when it was open',
    async (staffId) => {
      const { desk, caseNumber } = await received(vector);
      desk.clock.moveTo(vector.rawUntil);
      expect(await refusalOf(extend(desk, caseNumber, staffId, until))).toEqual({
        rule: 'extension_too_late',
        possibleUntil: vector.raw,
      });
    },
  );

  it('has its new date after the promise and at most three months after receipt', async () => {
    const dayAfter = Temporal.PlainDate.from(until).add({ days: 1 }).toString();
    const first = Temporal.PlainDate.from(vector.promised).add({ days: 1 }).toString();
    const { desk, caseNumber } = await received(vector);
    for (const wrong of [dayAfter, vector.promised, vector.received.slice(0, 10)]) {
      expect(await refusalOf(extend(desk, caseNumber, STAFF.handler, wrong))).toEqual({
        rule: 'extension_date',
        possibleUntil: until,
      });
    }
    expect(await ruleOf(extend(desk, caseNumber, STAFF.handler, first))).toBeNull();
  });
});
