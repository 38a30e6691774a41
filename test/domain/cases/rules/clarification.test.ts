import { describe, expect, it } from 'vitest';
import { writeToDesk } from '../../../../domain/cases/use-cases/requester/write-to-desk.ts';
import { createRuleDesk, type RuleDesk, ruleOf, STAFF } from '../../../support/desk/rule-desk.ts';

const clarify = (desk: RuleDesk, caseNumber: string, text = 'Welke jaren?') =>
  desk.act(STAFF.handler, caseNumber, { action: 'ask_clarification', text });

describe('a question of what is meant', () => {
  it('needs words, and is asked once at a time', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    expect(await ruleOf(clarify(desk, caseNumber, '  '))).toBe('text_required');
    await clarify(desk, caseNumber);
    expect(await ruleOf(clarify(desk, caseNumber))).toBe('already_waiting');
  });

  it('is reminded of twice while the promise runs on', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    await clarify(desk, caseNumber);
    await desk.runTo('2026-07-08T12:00:00Z');
    expect(desk.mailsOf('inquiry').map(({ at }) => at.toString())).toEqual([
      '2026-06-09T12:03:00Z',
      '2026-06-22T07:00:00Z',
      '2026-06-30T07:00:00Z',
    ]);
    expect(desk.mailsOf('promise_missed')).toHaveLength(1);
  });

  it('is answered by writing, after which staff are told and nobody is reminded', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    await clarify(desk, caseNumber);
    await desk.settle();
    expect(await ruleOf(writeToDesk(desk.dependencies, desk.caseOf(caseNumber), ' '))).toBe('text_required');
    await writeToDesk(desk.dependencies, desk.caseOf(caseNumber), 'Alles. Mijn BSN 111222333 is bekend.');
    await desk.runTo('2026-07-06T12:00:00Z');
    expect(desk.mailsOf('inquiry')).toHaveLength(1);
    expect(desk.toldOf('inquiry_answered').length).toBeGreaterThan(0);
    expect(JSON.stringify(desk.stores.desk.texts.list())).not.toContain('111222333');
  });

  it('unanswered is no ground for a refusal of somebody unknown', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    await clarify(desk, caseNumber);
    const draft = {
      outcome: 'refused',
      ground: 'gdpr_11_2_not_identifiable',
      scope: 'Alles.',
      facts: 'Stil.',
    } as const;
    expect(await ruleOf(desk.decide(STAFF.handler, caseNumber, '1', draft))).toBe('identity_not_asked');
  });
});
