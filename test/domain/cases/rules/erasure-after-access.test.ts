import { describe, expect, it } from 'vitest';
import { withdrawParts } from '../../../../domain/cases/use-cases/requester/withdraw.ts';
import { createRuleDesk, ruleOf, STAFF } from '../../../support/desk/rule-desk.ts';

async function both() {
  const desk = createRuleDesk();
  const caseNumber = await desk.receiveConfirmed(['erasure', 'access']);
  await desk.identify(caseNumber);
  return { desk, caseNumber };
}
const partly = {
  outcome: 'partly_granted',
  ground: 'tax_law',
  scope: 'Rekeningen.',
  facts: 'De wet.',
  kept: [{ category: 'payment', until: '2033-12-31' }],
} as const;

describe('access and erasure asked for together', () => {
  it('are answered in that order, whole or partly', async () => {
    const { desk, caseNumber } = await both();
    expect(await ruleOf(desk.decide(STAFF.handler, caseNumber, '1', {}))).toBe('access_first');
    expect(await ruleOf(desk.decide(STAFF.handler, caseNumber, '1', partly))).toBe('access_first');
    await desk.decide(STAFF.handler, caseNumber, '2', {});
    expect(await ruleOf(desk.decide(STAFF.handler, caseNumber, '1', {}))).toBeNull();
  });

  it('a refused erasure erases nothing, so it need not wait', async () => {
    const { desk, caseNumber } = await both();
    const draft = { outcome: 'refused', ground: 'gdpr_17_1_no_ground', scope: 'Alles.', facts: 'Daarom.' } as const;
    expect(await ruleOf(desk.decide(STAFF.handler, caseNumber, '1', draft))).toBeNull();
  });

  it('an access that only waits for its second person is not answered yet', async () => {
    const { desk, caseNumber } = await both();
    await desk.decide(STAFF.handler, caseNumber, '2', { personalData: true });
    expect(await ruleOf(desk.decide(STAFF.handler, caseNumber, '1', {}))).toBe('access_first');
    await desk.approve(STAFF.teamLead, caseNumber);
    expect(await ruleOf(desk.decide(STAFF.handler, caseNumber, '1', {}))).toBeNull();
  });

  it('an erasure proposed before the access was added waits for it when it is approved', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['erasure']);
    await desk.identify(caseNumber);
    await desk.decide(STAFF.handler, caseNumber, '1', partly);
    await desk.act(STAFF.handler, caseNumber, { action: 'add_part', to: 'access' });
    expect(await ruleOf(desk.approve(STAFF.teamLead, caseNumber))).toBe('access_first');
  });

  it('an access that was withdrawn holds nothing up', async () => {
    const { desk, caseNumber } = await both();
    await withdrawParts(desk.dependencies, desk.caseOf(caseNumber), ['2']);
    expect(await ruleOf(desk.decide(STAFF.handler, caseNumber, '1', {}))).toBeNull();
  });
});
