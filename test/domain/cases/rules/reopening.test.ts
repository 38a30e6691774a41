import { describe, expect, it } from 'vitest';
import { withdrawParts } from '../../../../domain/cases/use-cases/requester/withdraw.ts';
import { createRuleDesk, type RuleDesk, ruleOf, STAFF } from '../../../support/desk/rule-desk.ts';

const reopen = (desk: RuleDesk, caseNumber: string, on = '1', text = 'De gesprekken ontbreken.') =>
  desk.act(STAFF.handler, caseNumber, { action: 'reopen', text }, on);

async function closedAt(instant: string) {
  const desk = createRuleDesk();
  const caseNumber = await desk.receiveConfirmed(['access', 'question']);
  await desk.identify(caseNumber);
  await desk.runTo(instant);
  await desk.decide(STAFF.handler, caseNumber, '1', {});
  await desk.decide(STAFF.handler, caseNumber, '2', { outcome: 'answered' });
  await desk.settle();
  return { desk, caseNumber };
}

describe('a case that is opened again', () => {
  it('keeps its receipt, and the promise it still has', async () => {
    const { desk, caseNumber } = await closedAt('2026-06-15T10:00:00Z');
    const { receivedAt } = desk.caseOf(caseNumber);
    await reopen(desk, caseNumber);
    const reopened = desk.openCase(caseNumber);
    expect(reopened.receivedAt).toBe(receivedAt);
    expect(reopened.parts.map(({ decision }) => decision === null)).toEqual([true, false]);
    await desk.runTo('2026-07-08T12:00:00Z');
    expect(desk.mailsOf('case_reopened')).toHaveLength(1);
    expect(desk.mailsOf('promise_missed').map(({ at }) => at.toString())).toEqual(['2026-07-08T07:00:00Z']);
    expect(desk.mailsOf('answer_reminder')).toHaveLength(0);
  });

  it('after the promise brings no apology, neither a first nor a second', async () => {
    const kept = await closedAt('2026-07-01T10:00:00Z');
    await kept.desk.runTo('2026-07-20T10:00:00Z');
    await reopen(kept.desk, kept.caseNumber);
    await kept.desk.runTo('2026-08-10T12:00:00Z');
    expect(kept.desk.mailsOf('promise_missed')).toHaveLength(0);

    const missed = await closedAt('2026-07-09T10:00:00Z');
    expect(missed.desk.mailsOf('promise_missed')).toHaveLength(1);
    await reopen(missed.desk, missed.caseNumber);
    await missed.desk.runTo('2026-08-10T12:00:00Z');
    expect(missed.desk.mailsOf('promise_missed')).toHaveLength(1);
    // It is not forgotten either.
    const weekly = missed.desk.mailsOf('staff_step').filter(({ at }) => at.toString() > '2026-07-10');
    expect(weekly.length).toBeGreaterThan(0);
  });

  it('has a clock that runs again', async () => {
    const { desk, caseNumber } = await closedAt('2026-06-15T10:00:00Z');
    await desk.runTo('2026-06-16T10:00:00Z');
    await reopen(desk, caseNumber);
    await desk.settle();
    expect(desk.openCase(caseNumber).wakesAt).toBe('2026-06-23T07:00:00.000Z');
  });

  it('is one part’s matter, with a reason, and never one that was withdrawn', async () => {
    const { desk, caseNumber } = await closedAt('2026-06-15T10:00:00Z');
    expect(await ruleOf(reopen(desk, caseNumber, '1', ' '))).toBe('reason_required');
    expect(await ruleOf(reopen(desk, caseNumber, '9'))).toBe('case_not_possible');
    const other = await desk.receiveConfirmed(['access', 'question']);
    await withdrawParts(desk.dependencies, desk.caseOf(other), ['1']);
    await desk.decide(STAFF.handler, other, '2', { outcome: 'answered' });
    expect(await ruleOf(reopen(desk, other, '1'))).toBe('case_not_possible');
  });

  it('does not bring back a letter that was answered: its collection ends', async () => {
    const { desk, caseNumber } = await closedAt('2026-06-15T10:00:00Z');
    await reopen(desk, caseNumber);
    expect(desk.openCase(caseNumber).tasks.every(({ kind, ended }) => kind !== 'collect' || ended !== null)).toBe(true);
  });

  it('is counted once in the figures of its month', async () => {
    const { desk, caseNumber } = await closedAt('2026-06-15T10:00:00Z');
    const counted = () => desk.stores.desk.figures.list().filter(({ requestType }) => requestType === 'access');
    const before = JSON.stringify(counted());
    await reopen(desk, caseNumber);
    await desk.decide(STAFF.handler, caseNumber, '1', {});
    expect(desk.caseOf(caseNumber).status).toBe('closed');
    expect(JSON.stringify(counted())).toBe(before);
  });
});
