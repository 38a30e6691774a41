import { describe, expect, it } from 'vitest';
import { representativeSchema } from '../../../../domain/cases/representation.ts';
import { requestTypeSchema, REQUEST_TYPE_RULES } from '../../../../domain/cases/request-types.ts';
import { createRuleDesk, ruleOf, STAFF } from '../../../support/desk/rule-desk.ts';

const living = representativeSchema.options.filter((as) => as !== 'heir');
const rights = requestTypeSchema.options.filter((type) => REQUEST_TYPE_RULES[type].isRight);

describe('what an heir asks', () => {
  it.each(rights)('is a question, whatever right it names, and mailings are stopped by hand: %s', async (type) => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed([type], { onBehalfOf: { as: 'heir', name: 'Opa' } });
    const { parts, tasks } = desk.openCase(caseNumber);
    expect(parts.map(({ requestType }) => requestType)).toEqual(['question']);
    expect(tasks).toEqual([expect.objectContaining({ kind: 'stop_mailings', ended: null })]);
    await desk.settle();
    expect(desk.toldOf('task_due')).toContain(STAFF.officer);
    for (const to of rights) {
      expect(await ruleOf(desk.act(STAFF.officer, caseNumber, { action: 'retype', to, reason: 'Toch.' }, '1'))).toBe(
        'not_retypable',
      );
      expect(await ruleOf(desk.act(STAFF.officer, caseNumber, { action: 'add_part', to }))).toBe('not_retypable');
    }
  });

  it('is chased until somebody says that the mailings are stopped', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access'], { onBehalfOf: { as: 'heir' } });
    await desk.runTo('2026-06-24T12:00:00Z');
    const times = desk.toldOf('task_due').filter((staffId) => staffId === STAFF.officer).length;
    expect(times).toBe(3);
    await desk.act(STAFF.handler, caseNumber, { action: 'end_task', as: 'done', reason: '' }, '1');
    await desk.runTo('2026-07-05T12:00:00Z');
    expect(desk.toldOf('task_due').filter((staffId) => staffId === STAFF.officer)).toHaveLength(times);
  });
});

describe('a request for somebody else', () => {
  it.each(living)('by a %s is granted only once the mandate was seen, and keeps no more than that', async (as) => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access'], { onBehalfOf: { as, name: 'Kind' } });
    await desk.identify(caseNumber);
    expect(await ruleOf(desk.decide(STAFF.handler, caseNumber, '1', {}))).toBe('mandate_needed');
    await desk.act(STAFF.handler, caseNumber, { action: 'mandate_seen' });
    expect(desk.openCase(caseNumber).representation).toEqual({
      as,
      mandate: { seenBy: STAFF.handler, seenAt: '2026-06-09T12:03:00.000Z' },
    });
    expect(await ruleOf(desk.act(STAFF.handler, caseNumber, { action: 'mandate_seen' }))).toBe('case_not_possible');
    expect(await ruleOf(desk.decide(STAFF.handler, caseNumber, '1', {}))).toBeNull();
  });

  it('of one’s own has no mandate to see', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    expect(await ruleOf(desk.act(STAFF.handler, caseNumber, { action: 'mandate_seen' }))).toBe('case_not_possible');
  });

  it('releases no personal data without a mandate, whatever the type', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['question'], { onBehalfOf: { as: 'agent' } });
    await desk.identify(caseNumber);
    const release = { outcome: 'answered', personalData: true } as const;
    expect(await ruleOf(desk.decide(STAFF.handler, caseNumber, '1', release))).toBe('mandate_needed');
  });

  it('is refused without a mandate having been seen', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access'], { onBehalfOf: { as: 'agent' } });
    const draft = { outcome: 'refused', ground: 'gdpr_23_1_i', scope: 'Alles.', facts: 'Geen machtiging.' } as const;
    await desk.decide(STAFF.handler, caseNumber, '1', draft);
    await desk.approve(STAFF.officer, caseNumber);
    expect(desk.caseOf(caseNumber).status).toBe('closed');
  });
});
