import { describe, expect, it } from 'vitest';
import { decisionSchema } from '../../../../domain/cases/decision.ts';
import { openOwnCase } from '../../../../domain/cases/use-cases/requester/open-own-case.ts';
import { requesterStage } from '../../../../domain/cases/requester-stage.ts';
import { sendAgain } from '../../../../domain/cases/use-cases/requester/send-again.ts';
import { withdrawParts } from '../../../../domain/cases/use-cases/requester/withdraw.ts';
import { createRuleDesk, ruleOf, STAFF } from '../../../support/desk/rule-desk.ts';

describe('the requester', () => {
  it('withdraws one part, and the rest goes on with its promise', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access', 'question']);
    await withdrawParts(desk.dependencies, desk.caseOf(caseNumber), ['1']);
    expect(desk.openCase(caseNumber).parts.map(({ decision }) => decision?.outcome ?? null)).toEqual([
      'withdrawn',
      null,
    ]);
    await desk.settle();
    expect(desk.toldOf('withdrawn_by_requester').length).toBeGreaterThan(0);
    await desk.runTo('2026-07-10T12:00:00Z');
    expect(desk.mailsOf('promise_missed')).toHaveLength(1);
  });

  it('withdraws the whole: it closes, is confirmed, and there is nothing to collect', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access', 'objection']);
    await withdrawParts(desk.dependencies, desk.caseOf(caseNumber), null);
    await desk.runTo('2026-08-20T12:00:00Z');
    expect(desk.caseOf(caseNumber).status).toBe('closed');
    expect(desk.mailsOf('withdrawal_confirmed')).toHaveLength(1);
    expect(desk.mailsOf('answer_ready')).toHaveLength(0);
    expect(desk.mailsOf('answer_reminder')).toHaveLength(0);
    expect(desk.mailsOf('promise_missed')).toHaveLength(0);
  });

  it('takes a proposal along with the part it was about', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['erasure', 'question']);
    const draft = { outcome: 'refused', ground: 'gdpr_17_1_no_ground', scope: 'Alles.', facts: 'Daarom.' } as const;
    await desk.decide(STAFF.handler, caseNumber, '1', draft);
    await withdrawParts(desk.dependencies, desk.caseOf(caseNumber), ['1']);
    expect(desk.openCase(caseNumber).proposals).toEqual([]);
  });

  it('does not withdraw what is decided, unknown, or part of something never confirmed', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['question', 'question']);
    await desk.decide(STAFF.handler, caseNumber, '1', { outcome: 'answered' });
    for (const partIds of [['1'], ['7'], []]) {
      expect(await ruleOf(withdrawParts(desk.dependencies, desk.caseOf(caseNumber), partIds))).toBe(
        'case_not_possible',
      );
    }
    const unconfirmed = await desk.receive(['access', 'question']);
    const some = withdrawParts(desk.dependencies, desk.caseOf(unconfirmed.caseNumber), ['1']);
    expect(await ruleOf(some)).toBe('case_not_possible');
    await withdrawParts(desk.dependencies, desk.caseOf(unconfirmed.caseNumber), null);
    expect(desk.caseOf(unconfirmed.caseNumber).status).toBe('closed');
    expect(await ruleOf(withdrawParts(desk.dependencies, desk.caseOf(unconfirmed.caseNumber), null))).toBe(
      'case_not_possible',
    );
  });

  it('is the only one who withdraws: nobody else’s act parses', () => {
    const decidedAt = '2026-06-10T08:00:00.000Z';
    const withdrawn = (decidedBy: object) =>
      decisionSchema.safeParse({ outcome: 'withdrawn', decidedAt, decidedBy }).success;
    expect(withdrawn({ kind: 'requester' })).toBe(true);
    expect(withdrawn({ kind: 'staff', staffId: STAFF.officer })).toBe(false);
    expect(withdrawn({ kind: 'desk' })).toBe(false);
  });

  it('has a mail sent again three times a day', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    for (let n = 0; n < 3; n += 1) await sendAgain(desk.dependencies, desk.caseOf(caseNumber));
    expect(await ruleOf(sendAgain(desk.dependencies, desk.caseOf(caseNumber)))).toBe('case_not_possible');
    await desk.settle();
    expect(desk.mailsOf('acknowledgement')).toHaveLength(4);
  });
});

describe('a case number that is not one’s own', () => {
  it('gets the answer of one that does not exist, and no more tries than that', async () => {
    const desk = createRuleDesk();
    const real = await desk.receive(['access']);
    const other = await desk.receive(['question']);
    const open = (caseNumber: string, collectionCode: string) =>
      openOwnCase(desk.dependencies, { caseNumber, collectionCode });
    expect(await open(real.caseNumber, real.collectionCode)).toMatchObject({ outcome: 'show' });
    expect(await open(real.caseNumber, other.collectionCode)).toEqual({ outcome: 'unknown' });
    expect(await open('onzin', 'onzin')).toEqual({ outcome: 'unknown' });

    // A number of the right form that nobody has.
    desk.stores.desk.cases.delete(other.caseNumber);
    const outcomes = { real: [] as string[], unknown: [] as string[] };
    desk.clock.advance({ hours: 1 });
    for (let n = 0; n < 12; n += 1) {
      outcomes.real.push((await open(real.caseNumber, other.collectionCode)).outcome);
      outcomes.unknown.push((await open(other.caseNumber, other.collectionCode)).outcome);
    }
    expect(outcomes.real).toEqual(outcomes.unknown);
    expect(outcomes.real).toEqual([...Array(10).fill('unknown'), 'too_many_tries', 'too_many_tries']);
  });
});

describe('a request of which the rest was carried out at once', () => {
  it('has no answer to collect when the requester withdraws what was left', async () => {
    const desk = createRuleDesk();
    const parts = [{ requestType: 'marketing_objection' as const }, { requestType: 'access' as const, text: 'Alles.' }];
    const caseNumber = await desk.receiveConfirmed([], { parts });
    expect(desk.openCase(caseNumber).parts[0]?.decision?.decidedBy.kind).toBe('desk');
    await withdrawParts(desk.dependencies, desk.caseOf(caseNumber), null);
    await desk.runTo('2026-08-20T12:00:00Z');
    expect(desk.mailsOf('withdrawal_confirmed')).toHaveLength(1);
    expect([...desk.mailsOf('answer_ready'), ...desk.mailsOf('answer_reminder')]).toHaveLength(0);
    expect(requesterStage(desk.caseOf(caseNumber))).toBe('withdrawn');
    await sendAgain(desk.dependencies, desk.caseOf(caseNumber));
    await desk.settle();
    expect(desk.mailsOf('withdrawal_confirmed')).toHaveLength(2);
  });
});
