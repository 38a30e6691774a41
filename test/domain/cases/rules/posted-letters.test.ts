import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { intakeByStaff } from '../../../../domain/desk/use-cases/intake-by-staff.ts';
import { createRuleDesk, type RuleDesk, ruleOf, STAFF } from '../../../support/desk/rule-desk.ts';

const CALLER = { name: 'Piet Zonder Mail', postalAddress: 'Dorpsstraat 1, 1234 AB Dorp' };

let forms = 0;
async function typeIn(
  desk: RuleDesk,
  requestType: 'access' | 'objection' | 'question',
  receivedAt = '2026-06-08T09:00:00Z',
  requester: object = CALLER,
  lateReason: 'noted_on_the_phone' | null = 'noted_on_the_phone',
) {
  forms += 1;
  const typed = await intakeByStaff(desk.dependencies, await desk.session(STAFF.handler), {
    draft: { language: 'nl', requester: requester as typeof CALLER, parts: [{ requestType }] },
    through: 'phone',
    receivedAt: Temporal.Instant.from(receivedAt),
    lateReason,
    linkTo: null,
    formId: `form-${forms}`,
  });
  if (typed.outcome !== 'done') throw new Error(typed.outcome);
  return typed.receipt.caseNumber;
}
const letters = (desk: RuleDesk, caseNumber: string) =>
  desk.caseOf(caseNumber).tasks.flatMap((task) => (task.kind === 'post_letter' ? [task] : []));
const posted = (desk: RuleDesk, caseNumber: string, template: string) => {
  const task = letters(desk, caseNumber).find(({ letter, ended }) => letter.template === template && ended === null);
  return desk.act(STAFF.handler, caseNumber, { action: 'end_task', as: 'done', reason: '' }, task?.taskId ?? null);
};

describe('a request typed in by staff', () => {
  it('counts from when it arrived, which is not in the future and has a reason on another day', async () => {
    const desk = createRuleDesk();
    expect(await ruleOf(typeIn(desk, 'access', '2026-06-09T12:03:01Z'))).toBe('received_in_future');
    expect(await ruleOf(typeIn(desk, 'access', '2026-06-08T09:00:00Z', CALLER, null))).toBe('reason_required');
    // Yesterday in Amsterdam, though today in UTC, and the other way round.
    expect(await ruleOf(typeIn(desk, 'access', '2026-06-08T21:59:59Z', CALLER, null))).toBe('reason_required');
    expect(await ruleOf(typeIn(desk, 'access', '2026-06-08T22:00:00Z', CALLER, null))).toBeNull();
    expect(await ruleOf(typeIn(desk, 'access', '2026-06-09T09:00:00Z', { name: 'Piet' }, null))).toBe(
      'contact_required',
    );
    const caseNumber = await typeIn(desk, 'access');
    expect(desk.openCase(caseNumber).receivedAt).toBe('2026-06-08T09:00:00.000Z');
    await desk.runTo('2026-07-07T12:00:00Z');
    expect(desk.openCase(caseNumber).steps).toContainEqual(
      expect.objectContaining({ step: 'promise_missed', at: '2026-07-07T07:00:00.000Z' }),
    );
  });
});

describe('a letter to somebody without an e-mail address', () => {
  it('is a task to post it, asked for at once and every week, and no mail', async () => {
    const desk = createRuleDesk();
    const caseNumber = await typeIn(desk, 'access');
    await desk.settle();
    expect(letters(desk, caseNumber).map(({ letter }) => letter.template)).toEqual(['acknowledgement']);
    await desk.runTo('2026-06-20T10:00:00Z');
    expect(desk.mails.every(({ to }) => to.endsWith('@cttelecom.nl'))).toBe(true);
    expect(desk.toldOf('letter_to_post').filter((staffId) => staffId === STAFF.handler)).toHaveLength(2);
    await posted(desk, caseNumber, 'acknowledgement');
    await desk.runTo('2026-07-01T10:00:00Z');
    expect(desk.toldOf('letter_to_post').filter((staffId) => staffId === STAFF.handler)).toHaveLength(2);
  });

  it('that extends is in force once it is recorded as posted, and in time only', async () => {
    for (const [at, state] of [
      ['2026-06-20T10:00:00Z', 'in_force'],
      ['2026-07-08T21:59:59Z', 'in_force'], // the last second of the month
      ['2026-07-08T22:00:00Z', 'bounced'],
    ] as const) {
      const desk = createRuleDesk();
      const caseNumber = await typeIn(desk, 'access');
      await desk.act(STAFF.handler, caseNumber, {
        action: 'extend',
        ground: 'complexity',
        facts: 'Archief op papier.',
        until: '2026-09-08',
      });
      await desk.approve(STAFF.officer, caseNumber);
      await desk.runTo(at);
      expect(desk.openCase(caseNumber).extension?.state).toBe('approved');
      await posted(desk, caseNumber, 'extension_letter');
      expect([at, desk.openCase(caseNumber).extension?.state]).toEqual([at, state]);
      await desk.settle();
      expect(desk.toldOf('extension_too_late').length > 0).toBe(state === 'bounced');
    }
  });

  it('that tells of a restriction lifts it once it is recorded as posted', async () => {
    const desk = createRuleDesk();
    const caseNumber = await typeIn(desk, 'objection');
    await desk.act(STAFF.handler, caseNumber, { action: 'record_identity', method: 'contact_confirmed_by_call' });
    const refused = { outcome: 'refused', ground: 'gdpr_21_1_compelling', scope: 'Alles.', facts: 'Weging.' } as const;
    await desk.decide(STAFF.handler, caseNumber, '1', refused);
    await desk.approve(STAFF.officer, caseNumber);
    expect(desk.caseOf(caseNumber).parts[0]?.restriction?.liftedAt).toBeNull();
    desk.clock.moveTo('2026-06-12T10:00:00Z');
    await posted(desk, caseNumber, 'restriction_lifting');
    expect(desk.caseOf(caseNumber).parts[0]?.restriction?.liftedAt).toBe('2026-06-12T10:00:00.000Z');
  });

  it('with the answer is chased after the case was closed', async () => {
    const desk = createRuleDesk();
    const caseNumber = await typeIn(desk, 'question');
    await desk.decide(STAFF.handler, caseNumber, '1', { outcome: 'answered' });
    await desk.settle();
    const before = desk.toldOf('letter_to_post').length;
    expect(letters(desk, caseNumber).map(({ letter }) => letter.template)).toContain('answer_ready');
    await desk.runTo('2026-06-20T10:00:00Z');
    expect(desk.toldOf('letter_to_post').length).toBeGreaterThan(before);
  });
});
