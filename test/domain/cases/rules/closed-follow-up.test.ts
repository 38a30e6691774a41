import { describe, expect, it } from 'vitest';
import { collectAnswer } from '../../../../domain/cases/use-cases/collect-answer.ts';
import { confirmRequest } from '../../../../domain/cases/use-cases/confirm-request.ts';
import { TokenNotUsableError } from '../../../../domain/errors.ts';
import { createRuleDesk, STAFF } from '../../../support/desk/rule-desk.ts';

async function answered() {
  const desk = createRuleDesk();
  const { caseNumber, collectionCode } = await desk.receive(['question']);
  await confirmRequest(desk.dependencies, await desk.link({ action: 'confirm', caseNumber }));
  await desk.settle();
  await desk.decide(STAFF.handler, caseNumber, '1', { outcome: 'answered' });
  await desk.settle();
  return { desk, caseNumber, collectionCode };
}

describe('an answer that waits', () => {
  it('is reminded of after a week; a week later whoever worked on it hears, and then it is left', async () => {
    const { desk } = await answered();
    await desk.runTo('2026-09-01T12:00:00Z');
    expect(desk.mailsOf('answer_reminder').map(({ at }) => at.toString())).toEqual(['2026-06-16T07:00:00Z']);
    expect(desk.toldOf('not_collected')).toEqual([STAFF.handler]);
  });

  it('is not reminded of once it is collected', async () => {
    const { desk, caseNumber, collectionCode } = await answered();
    const link = await desk.link({ action: 'collect', caseNumber });
    expect((await collectAnswer(desk.dependencies, link, '0000-0000-0000')).outcome).toBe('wrong_code');
    expect((await collectAnswer(desk.dependencies, link, collectionCode)).outcome).toBe('collected');
    expect(desk.caseOf(caseNumber).tasks).toEqual([
      expect.objectContaining({ kind: 'collect', ended: expect.anything() }),
    ]);
    expect(desk.caseOf(caseNumber).nextStepAt).toBeNull();
    await desk.runTo('2026-09-01T12:00:00Z');
    expect(desk.mailsOf('answer_reminder')).toHaveLength(0);
    expect(desk.toldOf('not_collected')).toEqual([]);
  });
});

describe('whoever is away or has left', () => {
  it.each([
    [['handler'], ['deputy']],
    [['handler', 'deputy'], ['teamLead']],
    [['handler', 'deputy', 'teamLead'], ['officer']],
    [['handler', 'deputy', 'teamLead', 'officer'], ['director']],
    [['handler', 'deputy', 'teamLead', 'officer', 'director'], ['director']],
  ] as const)('with %j away the rungs of the case go to %j', async (away, to) => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    await desk.act(STAFF.handler, caseNumber, { action: 'take' });
    for (const who of away) await desk.away(STAFF[who]);
    await desk.runTo('2026-06-23T12:00:00Z');
    const rung = desk
      .mailsOf('staff_step')
      .flatMap(({ order }) =>
        order.template === 'staff_step' && order.step === 'ten_days_left' ? [order.staffId] : [],
      );
    expect(rung).toEqual(to.map((who) => STAFF[who]));
  });

  it('leaves a case that the deputy hears of and somebody else can take', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    await desk.act(STAFF.handler, caseNumber, { action: 'take' });
    await expect(desk.act(STAFF.deputy, caseNumber, { action: 'take' })).rejects.toThrow('done_before');
    desk.leave(STAFF.handler);
    await expect(desk.actByLink(STAFF.handler, caseNumber, { action: 'message', text: 'Dag.' })).rejects.toThrow(
      TokenNotUsableError,
    );
    await desk.runTo('2026-06-23T12:00:00Z');
    expect(desk.mailsOf('staff_step').map(({ to }) => to)).toEqual(['joris.bakker@cttelecom.nl']);
    await desk.act(STAFF.deputy, caseNumber, { action: 'take' });
    expect(desk.openCase(caseNumber).assignee?.staffId).toBe(STAFF.deputy);
  });
});

describe('a link', () => {
  it('opens nothing in another’s session; without one its addressee gets a mail to sign in', async () => {
    const { decideAction } = await import('../../../../domain/desk/use-cases/decide-action.ts');
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    const secret = await desk.link({ action: 'take', caseNumber, staffId: STAFF.handler, on: null });
    const door = { kind: 'link', secret } as const;
    for (const [session, outcome] of [
      [undefined, 'sign_in_sent'],
      [await desk.session(STAFF.colleague), 'wrong_session'],
    ] as const) {
      const done = await decideAction(desk.dependencies, door, session, { action: 'take' });
      expect(done.outcome).toBe(outcome);
    }
    expect(desk.openCase(caseNumber).assignee).toBeNull();
    await desk.settle();
    expect(new Set(desk.mailsOf('staff_sign_in').map(({ to }) => to))).toEqual(new Set(['anna.de.wit@cttelecom.nl']));
  });
});
