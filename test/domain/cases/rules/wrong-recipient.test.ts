import { describe, expect, it } from 'vitest';
import { createRuleDesk, ruleOf, STAFF } from '../../../support/desk/rule-desk.ts';

describe('something that reached the wrong person', () => {
  it.each(['unconfirmed', 'open', 'closed'] as const)(
    'is told at once to those who judge a breach: %s',
    async (status) => {
      const desk = createRuleDesk();
      const caseNumber =
        status === 'unconfirmed'
          ? (await desk.receive(['question'])).caseNumber
          : await desk.receiveConfirmed(['question']);
      if (status === 'closed') await desk.decide(STAFF.handler, caseNumber, '1', { outcome: 'answered' });
      const report = (text: string) => desk.act(STAFF.handler, caseNumber, { action: 'wrong_recipient', text });
      expect(await ruleOf(report('  '))).toBe('text_required');
      await report('De brief ging naar een ander.');
      await desk.settle();
      expect(desk.toldOf('wrong_recipient')).toEqual([STAFF.officer, STAFF.director, STAFF.protectionOfficer]);
      expect(desk.eventsOf(caseNumber).filter(({ type }) => type === 'wrong_recipient')).toHaveLength(1);
      expect(desk.caseOf(caseNumber).status).toBe(status);
    },
  );

  it('is told to the director though the officer is away, and to nobody it is about', async () => {
    const desk = createRuleDesk();
    await desk.away(STAFF.officer);
    const caseNumber = await desk.receiveConfirmed(['complaint']);
    await desk.act(STAFF.handler, caseNumber, { action: 'exclude', staffId: STAFF.director });
    await desk.act(STAFF.handler, caseNumber, { action: 'wrong_recipient', text: 'Verkeerd adres.' });
    await desk.settle();
    expect(desk.toldOf('wrong_recipient')).not.toContain(STAFF.director);
    expect(desk.toldOf('wrong_recipient').length).toBeGreaterThanOrEqual(2);
  });
});
