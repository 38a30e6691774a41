import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { RequestType } from '../../../../domain/cases/request-types.ts';
import { createRuleDesk, refusalOf, type RuleDesk, ruleOf, STAFF, TUESDAY } from '../../../support/desk/rule-desk.ts';

/** Vector 1 of the specification. */
const PLAIN = {
  received: TUESDAY,
  promised: '2026-07-07',
  /** First instant after the promised date in Amsterdam. */
  promisedUntil: '2026-07-07T22:00:00Z',
  raw: '2026-07-09',
  rawUntil: '2026-07-09T22:00:00Z',
  extendedRaw: '2026-09-09',
} as const;
const before = (instant: string) => Temporal.Instant.from(instant).subtract({ seconds: 1 }).toString();

async function received(types: readonly RequestType[] = ['access']) {
  const desk = createRuleDesk(PLAIN.received);
  const caseNumber = await desk.receiveConfirmed(types);
  return { desk, caseNumber };
}
function extend(desk: RuleDesk, caseNumber: string, staffId: string, until: string, facts = 'Acht systemen.') {
  return desk.act(staffId, caseNumber, { action: 'extend', ground: 'complexity', facts, until });
}
async function extended(types: readonly RequestType[] = ['access'], at?: string) {
  const { desk, caseNumber } = await received(types);
  if (at !== undefined) await desk.runTo(at);
  await extend(desk, caseNumber, STAFF.handler, PLAIN.extendedRaw);
  await desk.approve(STAFF.officer, caseNumber);
  return { desk, caseNumber };
}

describe('an extension', () => {
  it.each(['question', 'complaint', 'marketing_objection', 'consent_withdrawal'] as const)(
    'is not possible for a %s',
    async (type) => {
      const { desk, caseNumber } = await received([type]);
      expect(await ruleOf(extend(desk, caseNumber, STAFF.officer, PLAIN.extendedRaw))).toBe('not_extendable');
    },
  );

  it('is not possible without facts, nor a second time while one waits', async () => {
    const { desk, caseNumber } = await received();
    expect(await ruleOf(extend(desk, caseNumber, STAFF.handler, PLAIN.extendedRaw, '  '))).toBe('facts_required');
    await extend(desk, caseNumber, STAFF.handler, PLAIN.extendedRaw);
    expect(await ruleOf(extend(desk, caseNumber, STAFF.officer, PLAIN.extendedRaw))).toBe('already_waiting');
  });

  it('needs a second person of the right role', async () => {
    const { desk, caseNumber } = await received();
    await extend(desk, caseNumber, STAFF.teamLead, PLAIN.extendedRaw);
    expect(await ruleOf(desk.approve(STAFF.teamLead, caseNumber))).toBe('second_person');
    for (const staffId of [STAFF.handler, STAFF.deputy]) {
      expect(await ruleOf(desk.approve(staffId, caseNumber))).toBe('not_approver');
    }
    expect(desk.openCase(caseNumber).extension).toBeNull();
    await desk.approve(STAFF.officer, caseNumber);
    expect(desk.openCase(caseNumber).extension?.state).toBe('approved');
  });

  it('proposed in time is approved after the promise by the officer only, and the promise counts as missed', async () => {
    const { desk, caseNumber } = await received();
    desk.clock.moveTo(before(PLAIN.promisedUntil));
    await extend(desk, caseNumber, STAFF.handler, PLAIN.extendedRaw);
    desk.clock.moveTo(PLAIN.promisedUntil);
    expect(await refusalOf(desk.approve(STAFF.teamLead, caseNumber))).toEqual({
      rule: 'extension_officer_only',
      possibleUntil: PLAIN.promised,
    });
    await desk.approve(STAFF.officer, caseNumber);
    expect(desk.openCase(caseNumber).extension?.promiseMissed).toBe(true);
    expect(desk.eventsOf(caseNumber).map(({ type }) => type)).toContain('promise_recorded_missed');
  });

  it('proposed in time is not approved after the month by anybody', async () => {
    const { desk, caseNumber } = await received();
    await extend(desk, caseNumber, STAFF.handler, PLAIN.extendedRaw);
    desk.clock.moveTo(PLAIN.rawUntil);
    for (const staffId of [STAFF.teamLead, STAFF.officer, STAFF.director]) {
      expect(await refusalOf(desk.approve(staffId, caseNumber))).toEqual({
        rule: 'extension_too_late',
        possibleUntil: PLAIN.raw,
      });
    }
  });

  it('is in force only once its letter has left, and possible once', async () => {
    const { desk, caseNumber } = await extended();
    expect(desk.openCase(caseNumber).extension).toMatchObject({ state: 'approved', letterLeftAt: null });
    expect(await ruleOf(extend(desk, caseNumber, STAFF.officer, PLAIN.extendedRaw))).toBe('extended_before');
    await desk.settle();
    expect(desk.openCase(caseNumber).extension).toMatchObject({ state: 'in_force', promiseMissed: false });
    expect(await ruleOf(extend(desk, caseNumber, STAFF.officer, PLAIN.extendedRaw))).toBe('extended_before');
    await desk.runTo('2026-09-30T12:00:00Z');
    expect(desk.mailsOf('extension_letter')).toHaveLength(1);
    const steps = desk.openCase(caseNumber).steps.map(({ step }) => step);
    expect(steps).not.toContain('promise_missed');
    expect(steps).not.toContain('limit_missed');
    expect(steps).toContain('extended_date_missed');
  });

  it('leaves the promise to parts that cannot be extended', async () => {
    const { desk, caseNumber } = await extended(['access', 'question']);
    await desk.settle();
    expect(desk.openCase(caseNumber).extension?.partIds).toEqual(['1']);
    await desk.runTo('2026-07-08T12:00:00Z');
    expect(desk.openCase(caseNumber).steps).toContainEqual(
      expect.objectContaining({ step: 'promise_missed', at: '2026-07-08T07:00:00.000Z' }),
    );
    expect(desk.mailsOf('promise_missed')).toHaveLength(1);
    await desk.runTo('2026-09-11T12:00:00Z');
    expect(desk.openCase(caseNumber).steps.map(({ step }) => step)).toContain('extended_date_missed');
  });

  it('never covers a part that became something absolute while the proposal waited', async () => {
    const { desk, caseNumber } = await received(['access', 'objection']);
    await extend(desk, caseNumber, STAFF.handler, PLAIN.extendedRaw);
    await desk.act(STAFF.handler, caseNumber, { action: 'retype', to: 'marketing_objection', reason: '' }, '2');
    await desk.approve(STAFF.officer, caseNumber);
    expect(desk.openCase(caseNumber).extension?.partIds).toEqual(['1']);
  });

  it('covers nothing that is added after it', async () => {
    const { desk, caseNumber } = await extended();
    await desk.settle();
    await desk.act(STAFF.handler, caseNumber, { action: 'add_part', to: 'erasure' });
    expect(desk.openCase(caseNumber).extension?.partIds).toEqual(['1']);
    await desk.runTo('2026-07-08T12:00:00Z');
    expect(desk.mailsOf('promise_missed')).toHaveLength(1);
  });

  it('is not had twice by calling the part something else in between', async () => {
    const { desk, caseNumber } = await extended();
    await desk.settle();
    await desk.act(STAFF.handler, caseNumber, { action: 'retype', to: 'question', reason: 'Een vraag.' }, '1');
    await desk.approve(STAFF.officer, caseNumber);
    await desk.act(STAFF.handler, caseNumber, { action: 'retype', to: 'access', reason: '' }, '1');
    expect(await ruleOf(extend(desk, caseNumber, STAFF.officer, PLAIN.extendedRaw))).toBe('extended_before');
  });
});

describe('the letter of an extension', () => {
  it('that leaves after the month puts nothing in force, and staff hear of it', async () => {
    const { desk, caseNumber } = await extended(['access'], '2026-07-06T10:00:00Z');
    desk.world.lettersLeave = false;
    await desk.runTo(PLAIN.rawUntil);
    desk.world.lettersLeave = true;
    await desk.settle();
    expect(desk.openCase(caseNumber).extension?.state).toBe('bounced');
    expect(desk.toldOf('extension_too_late')).toContain(STAFF.officer);
    expect(desk.openCase(caseNumber).steps.map(({ step }) => step)).toContain('promise_missed');
  });

  it('that leaves in the last second of the month counts', async () => {
    const { desk, caseNumber } = await extended(['access'], '2026-07-06T10:00:00Z');
    desk.world.lettersLeave = false;
    await desk.runTo(before(PLAIN.rawUntil));
    desk.world.lettersLeave = true;
    await desk.settle();
    expect(desk.openCase(caseNumber).extension?.state).toBe('in_force');
  });

  it('that leaves after the promised day makes the promise count as missed', async () => {
    const { desk, caseNumber } = await extended(['access'], '2026-07-06T10:00:00Z');
    desk.world.lettersLeave = false;
    await desk.runTo('2026-07-08T05:00:00Z');
    desk.world.lettersLeave = true;
    await desk.settle();
    expect(desk.openCase(caseNumber).extension).toMatchObject({ state: 'in_force', promiseMissed: true });
  });

  it('that bounces puts the old ladder back, wakes it in time and lets it be extended again', async () => {
    const { desk, caseNumber } = await extended();
    await desk.settle();
    // The run that waits for the first rung of the old ladder passes it, and sleeps for the extension.
    await desk.runTo('2026-06-24T10:00:00Z');
    const { clockRun, wakesAt } = desk.openCase(caseNumber);
    expect(wakesAt?.slice(0, 7)).toBe('2026-08');
    const [letter] = desk.mailsOf('extension_letter');
    if (letter === undefined) throw new Error('no letter');
    await desk.bounce(letter);
    expect(desk.openCase(caseNumber).extension?.state).toBe('bounced');
    expect(desk.openCase(caseNumber).clockRun).toBe(clockRun + 1);
    await desk.settle();
    expect(desk.toldOf('extension_bounced')).toContain(STAFF.officer);
    // The rung that passed meanwhile is done at once; the next is that of the promise.
    expect(desk.openCase(caseNumber).wakesAt).toBe('2026-06-30T07:00:00.000Z');

    await extend(desk, caseNumber, STAFF.handler, '2026-08-09');
    await desk.approve(STAFF.officer, caseNumber);
    await desk.settle();
    expect(desk.openCase(caseNumber).extension).toMatchObject({ state: 'in_force', until: '2026-08-09' });
    // The provider repeats itself about the first letter.
    await desk.bounce(letter);
    expect(desk.openCase(caseNumber).extension?.state).toBe('in_force');
  });

  it('that bounced after the promise makes the apology due at once', async () => {
    const { desk, caseNumber } = await extended();
    await desk.runTo('2026-07-20T10:00:00Z');
    const [letter] = desk.mailsOf('extension_letter');
    if (letter === undefined) throw new Error('no letter');
    expect(desk.mailsOf('promise_missed')).toHaveLength(0);
    await desk.bounce(letter);
    await desk.settle();
    expect(desk.mailsOf('promise_missed')).toHaveLength(1);
    expect(await refusalOf(extend(desk, caseNumber, STAFF.officer, PLAIN.extendedRaw))).toEqual({
      rule: 'extension_too_late',
      possibleUntil: PLAIN.raw,
    });
  });
});

describe('a case with one part extended and one late', () => {
  it('climbs both ladders: a rung of the one never silences a rung of the other', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access', 'question']);
    await desk.act(STAFF.handler, caseNumber, { action: 'take' });
    await extend(desk, caseNumber, STAFF.handler, '2026-08-20');
    await desk.approve(STAFF.teamLead, caseNumber);
    await desk.runTo('2026-08-20T12:00:00Z');
    // 19 August is both the sixth week of the question and the day before the target of the extended access.
    const onThatDay = desk.openCase(caseNumber).steps.filter(({ at }) => at.startsWith('2026-08-19'));
    expect(onThatDay.map(({ step, outcome }) => `${step} ${outcome}`).toSorted()).toEqual([
      'extended_one_day_left done',
      'still_open_6 done',
    ]);
  });
});
