import { describe, expect, it } from 'vitest';
import { createRuleDesk, ruleOf, STAFF } from '../../../support/desk/rule-desk.ts';

const REFUSED = { outcome: 'refused', ground: 'gdpr_21_1_compelling', scope: 'Alles.', facts: 'Weging.' } as const;

describe('an objection', () => {
  it('restricts the processing from its receipt until it is decided, and the letter comes before the lifting', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['objection']);
    const restriction = () => desk.caseOf(caseNumber).parts[0]?.restriction;
    expect(restriction()).toEqual({ since: '2026-06-09T12:03:00.000Z', toldAt: null, liftedAt: null });
    desk.clock.moveTo('2026-06-15T10:00:00Z');
    await desk.decide(STAFF.handler, caseNumber, '1', REFUSED);
    await desk.approve(STAFF.officer, caseNumber);
    // Decided, the letter not left: it still stands.
    expect(restriction()).toMatchObject({ toldAt: null, liftedAt: null });
    desk.clock.moveTo('2026-06-15T11:00:00Z');
    await desk.settle();
    expect(desk.mailsOf('restriction_lifting')).toHaveLength(1);
    expect(restriction()).toMatchObject({ toldAt: '2026-06-15T11:00:00.000Z', liftedAt: '2026-06-15T11:00:00.000Z' });
  });

  it('stands while a refusal waits for its second person', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['objection']);
    await desk.decide(STAFF.handler, caseNumber, '1', REFUSED);
    await desk.settle();
    expect(desk.mailsOf('restriction_lifting')).toHaveLength(0);
    await desk.approve(STAFF.officer, caseNumber);
    await desk.settle();
    expect(desk.mailsOf('restriction_lifting')).toHaveLength(1);
  });

  it('that is granted lifts nothing: what was objected to stays stopped', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['objection']);
    await desk.decide(STAFF.handler, caseNumber, '1', {});
    await desk.settle();
    expect(desk.mailsOf('restriction_lifting')).toHaveLength(0);
    expect(desk.caseOf(caseNumber).parts[0]?.restriction).toMatchObject({ toldAt: null, liftedAt: null });
  });

  it('cannot be lifted by hand before it is decided', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['objection']);
    expect(await ruleOf(desk.act(STAFF.officer, caseNumber, { action: 'lift_restriction' }, '1'))).toBe(
      'not_restricted',
    );
  });
});

async function granted() {
  const desk = createRuleDesk();
  const caseNumber = await desk.receiveConfirmed(['restriction']);
  await desk.decide(STAFF.handler, caseNumber, '1', {});
  await desk.settle();
  return { desk, caseNumber, restriction: () => desk.caseOf(caseNumber).parts[0]?.restriction };
}

describe('a restriction that was asked for', () => {
  it('begins with its grant and outlives the case', async () => {
    const { desk, caseNumber, restriction } = await granted();
    expect(desk.caseOf(caseNumber).status).toBe('closed');
    expect(restriction()).toEqual({ since: '2026-06-09T12:03:00.000Z', toldAt: null, liftedAt: null });
    expect(desk.mailsOf('restriction_lifting')).toHaveLength(0);
  });

  it('is lifted once the person was told, and only once', async () => {
    const { desk, caseNumber, restriction } = await granted();
    await desk.act(STAFF.handler, caseNumber, { action: 'lift_restriction' }, '1');
    expect(restriction()?.liftedAt).toBeNull();
    await desk.settle();
    expect(restriction()?.liftedAt).toBe('2026-06-09T12:03:00.000Z');
    expect(await ruleOf(desk.act(STAFF.handler, caseNumber, { action: 'lift_restriction' }, '1'))).toBe(
      'not_restricted',
    );
  });

  it('does not begin by a refusal', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['restriction']);
    await desk.decide(STAFF.handler, caseNumber, '1', {
      outcome: 'refused',
      ground: 'gdpr_18_1_no_case',
      scope: 'Alles.',
      facts: 'Geen geval.',
    });
    await desk.approve(STAFF.teamLead, caseNumber);
    expect(desk.caseOf(caseNumber).parts[0]?.restriction).toBeNull();
  });
});
