import { describe, expect, it } from 'vitest';
import { submitRequest } from '../../../../domain/cases/use-cases/submit-request.ts';
import { writeToDesk } from '../../../../domain/cases/use-cases/requester/write-to-desk.ts';
import { openDesk } from '../../../../domain/desk/use-cases/open-desk.ts';
import { createRuleDesk, ruleOf, STAFF } from '../../../support/desk/rule-desk.ts';

describe('a part that only later turns out to be access', () => {
  it('has the data that expire named at once, to whoever works on it', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['question']);
    await desk.act(STAFF.handler, caseNumber, { action: 'take' });
    expect(desk.toldOf('expiring_data')).toEqual([]);
    await desk.act(STAFF.handler, caseNumber, { action: 'retype', to: 'access', reason: '' }, '1');
    await desk.settle();
    expect(desk.toldOf('expiring_data')).toEqual([STAFF.handler]);
    await desk.act(STAFF.handler, caseNumber, { action: 'add_part', to: 'erasure' });
    await desk.settle();
    expect(desk.toldOf('expiring_data')).toEqual([STAFF.handler]);
  });

  it('or is added', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['erasure']);
    await desk.act(STAFF.officer, caseNumber, { action: 'add_part', to: 'access' });
    await desk.settle();
    expect(desk.toldOf('expiring_data')).toEqual([STAFF.handler, STAFF.colleague]);
  });
});

describe('a withdrawal of consent that is typed in later', () => {
  it('says when it was carried out, not when it arrived', async () => {
    const desk = createRuleDesk();
    const { caseNumber } = await submitRequest(desk.dependencies, {
      draft: {
        language: 'nl',
        requester: { name: 'Jan', email: 'jan@example.org' },
        parts: [{ requestType: 'consent_withdrawal' }],
      },
      receivedThrough: 'letter',
      rehearsal: null,
      typedIn: { staffId: STAFF.handler, receivedAt: '2026-06-05T08:00:00.000Z', reason: 'arrived_by_post' },
      idempotencyKey: 'typed',
    });
    const made = desk.caseOf(caseNumber);
    expect([made.receivedAt, made.parts[0]?.decision?.decidedAt]).toEqual([
      '2026-06-05T08:00:00.000Z',
      '2026-06-09T12:03:00.000Z',
    ]);
    expect(desk.eventsOf(caseNumber).map(({ type, at }) => [type, at])).toEqual([
      ['request_received', '2026-06-05T08:00:00.000Z'],
      ['part_carried_out', '2026-06-09T12:03:00.000Z'],
      ['case_closed', '2026-06-09T12:03:00.000Z'],
    ]);
  });
});

describe('somebody who writes without end', () => {
  it('is heard thirty times a day', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['question']);
    const write = () => ruleOf(writeToDesk(desk.dependencies, desk.caseOf(caseNumber), 'Nog iets.'));
    for (let n = 1; n <= 30; n += 1) expect(await write()).toBeNull();
    expect(await write()).toBe('case_not_possible');
    desk.clock.moveTo('2026-06-10T12:03:00Z');
    expect(await write()).toBeNull();
  });
});

describe('a case whose item cannot be read', () => {
  it('keeps no other off the overview', async () => {
    const desk = createRuleDesk();
    const [bad, good] = [await desk.receiveConfirmed(['question']), await desk.receiveConfirmed(['access'])];
    const { cases } = desk.stores;
    const findMany = async (caseNumbers: readonly string[]) => ({
      ...(await cases.findMany(caseNumbers.filter((caseNumber) => caseNumber !== bad))),
      unreadable: caseNumbers.filter((caseNumber) => caseNumber === bad),
    });
    const opened = await openDesk(
      { ...desk.dependencies, cases: { ...cases, findMany } },
      await desk.session(STAFF.officer),
    );
    if (opened.outcome !== 'show') throw new Error(opened.outcome);
    expect(opened.rows.map(({ staffCase }) => staffCase.caseNumber)).toEqual([good]);
    expect(opened.unreadable).toBe(1);
  });
});
