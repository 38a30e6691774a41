import { describe, expect, it } from 'vitest';
import { reportTask } from '../../../../domain/cases/use-cases/end-task.ts';
import { tokenHash } from '../../../../domain/desk/action-token.ts';
import { createRuleDesk, type RuleDesk, ruleOf, STAFF } from '../../../support/desk/rule-desk.ts';

const search = (
  desk: RuleDesk,
  caseNumber: string,
  departmentId = 'finance',
  until = '2026-06-16',
  text = 'Rekeningen?',
) => desk.act(STAFF.handler, caseNumber, { action: 'search', departmentId, until, text });

describe('a department that searches', () => {
  it('is of the profile, has words and a day ahead', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    expect(await ruleOf(search(desk, caseNumber, 'keuken'))).toBe('department_required');
    expect(await ruleOf(search(desk, caseNumber, 'finance', '2026-06-09'))).toBe('date_required');
    expect(await ruleOf(search(desk, caseNumber, 'finance', '2026-06-16', ' '))).toBe('text_required');
    expect(desk.openCase(caseNumber).tasks).toEqual([]);
  });

  it('is asked by mail, chased weekly from its day on, and staff know', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    await search(desk, caseNumber);
    await desk.runTo('2026-06-24T12:00:00Z');
    expect(desk.mailsOf('search_request').map(({ at }) => at.toString())).toEqual([
      '2026-06-09T12:03:00Z',
      '2026-06-16T07:00:00Z',
      '2026-06-23T07:00:00Z',
    ]);
    expect(desk.toldOf('task_due').length).toBeGreaterThan(0);
  });

  it('reports by its link: found, or not and why', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    await search(desk, caseNumber);
    const report = async (done: boolean, text: string) => {
      const secret = await desk.link({ action: 'report_task', caseNumber, taskId: '1' });
      const written = { taskId: '1', done, text, tokenHash: tokenHash(secret) };
      return reportTask(desk.dependencies, desk.caseOf(caseNumber), written, desk.clock.now());
    };
    expect(await ruleOf(report(false, ''))).toBe('reason_required');
    await report(true, 'Zie bijlage in het archief.');
    expect(desk.openCase(caseNumber).tasks[0]?.ended).toMatchObject({ as: 'done' });
    expect(await ruleOf(report(true, ''))).toBe('case_not_possible');
  });

  it('is left in peace once the case is closed', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['question']);
    await search(desk, caseNumber);
    await desk.settle();
    await desk.decide(STAFF.handler, caseNumber, '1', { outcome: 'answered' });
    await desk.runTo('2026-07-24T12:00:00Z');
    expect(desk.mailsOf('search_request')).toHaveLength(1);
  });
});
