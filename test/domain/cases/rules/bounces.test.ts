import { describe, expect, it } from 'vitest';
import { createRuleDesk, type RuleDesk, STAFF } from '../../../support/desk/rule-desk.ts';

function lastTo(desk: RuleDesk, template: Parameters<RuleDesk['mailsOf']>[0], staffId?: string) {
  const mail = desk
    .mailsOf(template)
    .findLast(({ order }) => staffId === undefined || ('staffId' in order && order.staffId === staffId));
  if (mail === undefined) throw new Error(`no mail ${template}`);
  return mail;
}

describe('a mail that bounces', () => {
  it('to a handler on day 20 goes up the ladder at once, never back to who is unreachable', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    await desk.act(STAFF.handler, caseNumber, { action: 'take' });
    await desk.runTo('2026-06-29T12:00:00Z');
    await desk.bounce(lastTo(desk, 'staff_step', STAFF.handler));
    await desk.settle();
    expect(desk.toldOf('colleague_unreachable')).toEqual([STAFF.teamLead, STAFF.officer]);
    const notice = desk.mails.find(
      ({ order }) => order.template === 'staff_notice' && order.notice === 'colleague_unreachable',
    );
    expect(notice?.at.toString()).toBe('2026-06-29T12:00:00Z');
  });

  it('is dealt with once, however often the provider tells', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    const letter = lastTo(desk, 'acknowledgement');
    await Promise.all([desk.bounce(letter), desk.bounce(letter), desk.bounce(letter)]);
    await desk.bounce(letter);
    await desk.settle();
    expect(desk.eventsOf(caseNumber).filter(({ type }) => type === 'letter_bounced')).toHaveLength(1);
    expect(desk.toldOf('letter_bounced')).toEqual([STAFF.handler, STAFF.colleague]);
  });

  it('to the requester is told to whoever works on the case, after closing too', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['question']);
    await desk.decide(STAFF.handler, caseNumber, '1', { outcome: 'answered' });
    await desk.settle();
    await desk.bounce(lastTo(desk, 'answer_ready'));
    await desk.settle();
    expect(desk.toldOf('letter_bounced')).toEqual([STAFF.handler]);
  });

  it('to the officer reaches the director when nobody else of the roles is there', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    await desk.runTo('2026-07-03T12:00:00Z');
    await desk.away(STAFF.teamLead);
    await desk.bounce(lastTo(desk, 'staff_step', STAFF.officer));
    await desk.settle();
    expect(desk.openCase(caseNumber).status).toBe('open');
    expect(desk.toldOf('colleague_unreachable')).toEqual([STAFF.director]);
  });

  it('of a restriction that is to be lifted leaves the restriction as it is: the person was not told', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['restriction']);
    await desk.decide(STAFF.handler, caseNumber, '1', {});
    await desk.act(STAFF.handler, caseNumber, { action: 'lift_restriction' }, '1');
    await desk.settle();
    await desk.bounce(lastTo(desk, 'restriction_lifting'));
    await desk.settle();
    expect(desk.toldOf('letter_bounced').length).toBeGreaterThan(0);
    expect(desk.caseOf(caseNumber).parts[0]?.restriction).toMatchObject({ toldAt: null, liftedAt: null });
  });
});
