import { describe, expect, it } from 'vitest';
import { REQUEST_TYPE_RULES, requestTypeSchema } from '../../../../domain/cases/request-types.ts';
import { reportTask } from '../../../../domain/cases/use-cases/end-task.ts';
import { createRuleDesk, type RuleDesk, ruleOf, STAFF } from '../../../support/desk/rule-desk.ts';

const TWO = ['voorbeeldpost', 'example-cloud'];
function tell(desk: RuleDesk, caseNumber: string, recipientIds: readonly string[] = TWO, text = 'Wis klant 12.') {
  return desk.act(STAFF.handler, caseNumber, { action: 'tell_recipients', recipientIds, text }, '1');
}
const endTask = (
  desk: RuleDesk,
  caseNumber: string,
  taskId: string,
  as: 'confirmed' | 'failed' | 'impossible' | 'disproportionate' | 'done',
  reason = '',
) => desk.act(STAFF.handler, caseNumber, { action: 'end_task', as, reason }, taskId);

async function erased() {
  const desk = createRuleDesk();
  const caseNumber = await desk.receiveConfirmed(['erasure']);
  await desk.identify(caseNumber);
  await desk.decide(STAFF.handler, caseNumber, '1', {});
  await desk.settle();
  const notices = () =>
    desk.caseOf(caseNumber).tasks.flatMap((task) => (task.kind === 'recipient_notice' ? [task] : []));
  return { desk, caseNumber, notices };
}

describe('who is told', () => {
  it.each(requestTypeSchema.options)('follows from the table: %s', async (type) => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed([type, 'question']);
    await desk.identify(caseNumber);
    expect(await ruleOf(tell(desk, caseNumber))).toBe('nobody_to_tell'); // not decided yet
    const { told, outcomes, isRight } = REQUEST_TYPE_RULES[type];
    await desk.decide(STAFF.handler, caseNumber, '1', { outcome: isRight ? 'granted' : 'answered' });
    expect(await ruleOf(tell(desk, caseNumber))).toBe(told === 'recipients' ? null : 'nobody_to_tell');
    expect(outcomes.length).toBeGreaterThan(0);
  });

  it.each(['refused', 'nothing_held'] as const)('is nobody when nothing was done: %s', async (outcome) => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['erasure']);
    await desk.decide(STAFF.handler, caseNumber, '1', {
      outcome,
      ground: 'gdpr_17_1_no_ground',
      scope: 'Alles.',
      facts: 'Daarom.',
    });
    if (outcome === 'refused') await desk.approve(STAFF.teamLead, caseNumber);
    expect(await ruleOf(tell(desk, caseNumber))).toBe('nobody_to_tell');
  });

  it('is in the register, was ticked, and reads what to do', async () => {
    const { desk, caseNumber, notices } = await erased();
    expect(await ruleOf(tell(desk, caseNumber, []))).toBe('recipients_required');
    expect(await ruleOf(tell(desk, caseNumber, ['onbekend-bedrijf']))).toBe('recipient_not_possible');
    expect(await ruleOf(tell(desk, caseNumber, ['voorbeeldpost', 'onbekend-bedrijf']))).toBe('recipient_not_possible');
    expect(await ruleOf(tell(desk, caseNumber, TWO, '   '))).toBe('text_required');
    expect(notices()).toEqual([]);
    await tell(desk, caseNumber, [...TWO, 'voorbeeldpost']);
    await desk.settle();
    expect(notices().map(({ recipientId }) => recipientId)).toEqual(TWO);
    expect(desk.mailsOf('recipient_notice').map(({ to }) => to)).toEqual([
      'privacy@voorbeeldpost.example',
      'dpo@example-cloud.example',
    ]);
    // Once for each part: only who is new is told.
    expect(await ruleOf(tell(desk, caseNumber))).toBe('recipients_required');
    await tell(desk, caseNumber, [...TWO, 'voorbeeldnet']);
    expect(notices()).toHaveLength(3);
  });
});

describe('a recipient that was told', () => {
  it('is asked again every week until it ends, though the case is closed', async () => {
    const { desk, caseNumber, notices } = await erased();
    await tell(desk, caseNumber);
    expect(desk.caseOf(caseNumber).status).toBe('closed');
    await desk.runTo('2026-07-01T12:00:00Z');
    const toPost = desk.mailsOf('recipient_notice').filter(({ to }) => to === 'privacy@voorbeeldpost.example');
    expect(toPost.map(({ at }) => at.toString())).toEqual([
      '2026-06-09T12:03:00Z',
      '2026-06-16T07:00:00Z',
      '2026-06-23T07:00:00Z',
      '2026-06-30T07:00:00Z',
    ]);
    await endTask(desk, caseNumber, notices()[0]?.taskId ?? '', 'confirmed');
    await desk.runTo('2026-07-20T12:00:00Z');
    expect(desk.mailsOf('recipient_notice').filter(({ to }) => to === 'privacy@voorbeeldpost.example')).toHaveLength(4);
    expect(desk.mailsOf('recipient_notice').filter(({ to }) => to === 'dpo@example-cloud.example')).toHaveLength(6);
  });

  it.each([
    ['confirmed', '', null],
    ['failed', '', 'reason_required'],
    ['failed', 'Bestaat niet meer.', null],
    ['impossible', ' ', 'reason_required'],
    ['impossible', 'Geen adres.', null],
    ['disproportionate', '', 'reason_required'],
    ['disproportionate', 'Duizenden ontvangers.', null],
    ['done', '', 'outcome_not_possible'],
  ] as const)('ends %s with reason "%s": %s', async (as, reason, rule) => {
    const { desk, caseNumber, notices } = await erased();
    await tell(desk, caseNumber, ['voorbeeldpost']);
    const taskId = notices()[0]?.taskId ?? '';
    expect(await ruleOf(endTask(desk, caseNumber, taskId, as, reason))).toBe(rule);
    expect(notices()[0]?.ended?.as ?? null).toBe(rule === null ? as : null);
  });

  it('reports by its link, once, and staff are told', async () => {
    const { desk, caseNumber, notices } = await erased();
    await tell(desk, caseNumber);
    await desk.settle();
    const [first, second] = notices();
    const report = async (taskId: string, done: boolean, text: string, secret: string) => {
      const { tokenHash } = await import('../../../../domain/desk/action-token.ts');
      return reportTask(
        desk.dependencies,
        desk.caseOf(caseNumber),
        { taskId, done, text, tokenHash: tokenHash(secret) },
        desk.clock.now(),
      );
    };
    const link = () => desk.link({ action: 'report_task', caseNumber, taskId: first?.taskId ?? '' });
    await report(first?.taskId ?? '', true, '', await link());
    expect(notices()[0]?.ended).toMatchObject({ as: 'confirmed' });
    expect(await ruleOf(report(first?.taskId ?? '', true, '', await link()))).toBe('case_not_possible');
    expect(await ruleOf(report(second?.taskId ?? '', false, '  ', await link()))).toBe('reason_required');
    const secret = await link();
    await report(second?.taskId ?? '', false, 'Wij kennen deze klant niet.', secret);
    expect(notices()[1]?.ended).toMatchObject({ as: 'failed' });
    await desk.settle();
    expect(desk.toldOf('task_reported').length).toBeGreaterThan(0);
  });
});
