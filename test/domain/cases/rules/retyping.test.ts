import { describe, expect, it } from 'vitest';
import { REQUEST_TYPE_RULES, type RequestType, requestTypeSchema } from '../../../../domain/cases/request-types.ts';
import { createRuleDesk, type RuleDesk, ruleOf, STAFF, TUESDAY } from '../../../support/desk/rule-desk.ts';

function retype(
  desk: RuleDesk,
  caseNumber: string,
  to: RequestType,
  reason = 'U vraagt iets anders.',
  by: string = STAFF.handler,
) {
  return desk.act(by, caseNumber, { action: 'retype', to, reason }, '1');
}
const isRight = (type: RequestType) => REQUEST_TYPE_RULES[type].isRight;
const pairs = requestTypeSchema.options.flatMap((from) =>
  requestTypeSchema.options.filter((to) => to !== from).map((to) => [from, to] as const),
);

async function retyped(from: RequestType, to: RequestType) {
  const desk = createRuleDesk();
  const caseNumber = await desk.receiveConfirmed([from]);
  desk.clock.moveTo('2026-06-20T10:00:00Z');
  await retype(desk, caseNumber, to);
  return { desk, caseNumber, subject: () => desk.openCase(caseNumber) };
}

/** The promise ends when it always did. */
async function expectSamePromise({ desk, subject }: Awaited<ReturnType<typeof retyped>>) {
  expect(subject().receivedAt).toBe('2026-06-09T12:03:00.000Z');
  await desk.runTo('2026-07-08T07:00:00Z');
  expect(subject().steps).toContainEqual({ step: 'promise_missed', at: '2026-07-08T07:00:00.000Z', outcome: 'done' });
}

describe('calling a part something else', () => {
  it.each(pairs.filter(([from, to]) => !isRight(from) || isRight(to)))(
    'from %s to %s happens at once and moves no date',
    async (from, to) => {
      const made = await retyped(from, to);
      expect(made.subject()).toMatchObject({ proposals: [], parts: [{ requestType: to }] });
      await expectSamePromise(made);
    },
  );

  it.each(pairs.filter(([from, to]) => isRight(from) && !isRight(to)))(
    'from %s to %s waits for a second person and a letter, and moves no date',
    async (from, to) => {
      const made = await retyped(from, to);
      expect(made.subject()).toMatchObject({ proposals: [{ kind: 'retyping' }], parts: [{ requestType: from }] });
      await made.desk.approve(STAFF.teamLead, made.caseNumber);
      await made.desk.settle();
      expect(made.subject()).toMatchObject({ proposals: [], parts: [{ requestType: to }] });
      expect(made.desk.mailsOf('retyped')).toHaveLength(1);
      await expectSamePromise(made);
    },
  );

  it('from a question to a right, after weeks of delay, tells of the missed limit and goes on every week', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['question']);
    await desk.runTo('2026-07-22T10:00:00Z');
    await retype(desk, caseNumber, 'access');
    await desk.runTo('2026-08-03T10:00:00Z');
    const { steps } = desk.openCase(caseNumber);
    expect(steps.slice(-5).map(({ step, at }) => [step, at])).toEqual([
      ['promise_missed', '2026-07-08T07:00:00.000Z'],
      ['still_open_1', '2026-07-15T07:00:00.000Z'],
      ['still_open_2', '2026-07-22T07:00:00.000Z'],
      ['limit_missed', '2026-07-22T10:00:00.000Z'],
      ['still_open_3', '2026-07-31T07:00:00.000Z'],
    ]);
  });

  it.each(requestTypeSchema.options)('from %s to itself is nothing', async (type) => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed([type]);
    expect(await ruleOf(retype(desk, caseNumber, type))).toBe('same_type');
  });

  it('from a right to none needs a reason, and a second person of the right role who is another', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    expect(await ruleOf(retype(desk, caseNumber, 'question', '  '))).toBe('reason_required');
    await retype(desk, caseNumber, 'question', 'Een vraag.', STAFF.teamLead);
    expect(await ruleOf(desk.approve(STAFF.teamLead, caseNumber))).toBe('second_person');
    expect(await ruleOf(desk.approve(STAFF.handler, caseNumber))).toBe('not_approver');
    expect(await ruleOf(desk.approve(STAFF.deputy, caseNumber))).toBe('not_approver');
    await desk.settle();
    expect(desk.openCase(caseNumber).parts[0]?.requestType).toBe('access');
    expect(desk.mailsOf('retyped')).toHaveLength(0);
    // While it waits, nothing else happens to the part.
    expect(await ruleOf(retype(desk, caseNumber, 'erasure'))).toBe('already_waiting');
    expect(await ruleOf(desk.decide(STAFF.handler, caseNumber, '1', { outcome: 'nothing_held' }))).toBe(
      'already_waiting',
    );
  });

  it('does not happen to a part that is decided', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['question', 'access']);
    await desk.decide(STAFF.handler, caseNumber, '1', { outcome: 'answered' });
    await expect(retype(desk, caseNumber, 'access')).rejects.toThrow('done_before');
  });

  it.each(['marketing_objection', 'consent_withdrawal'] as const)(
    'to a %s suppresses the address in the same transaction',
    async (to) => {
      const desk = createRuleDesk();
      const caseNumber = await desk.receiveConfirmed(['question']);
      expect(desk.stores.desk.suppressions.list()).toEqual([]);
      const { version } = desk.openCase(caseNumber);
      await retype(desk, caseNumber, to);
      expect(desk.openCase(caseNumber).version).toBe(version + 1);
      expect(desk.stores.desk.suppressions.list()).toEqual([
        expect.objectContaining({ contact: desk.openCase(caseNumber).contactHash }),
      ]);
      await desk.settle();
      expect(desk.mailsOf('marketing_stopped')).toHaveLength(1);
    },
  );

  it.each(['marketing_objection', 'consent_withdrawal'] as const)(
    'from a %s finds it carried out long before',
    async (from) => {
      const desk = createRuleDesk();
      await desk.receive([from]);
      expect(desk.stores.desk.suppressions.list()).toHaveLength(1);
    },
  );

  it('to an objection restricts the processing from then on', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['question']);
    await retype(desk, caseNumber, 'objection');
    expect(desk.openCase(caseNumber).parts[0]?.restriction).toMatchObject({ liftedAt: null });
  });
});

describe('a part that is added', () => {
  it('has the receipt of the case and its promise', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['question']);
    desk.clock.moveTo('2026-07-01T10:00:00Z');
    await desk.act(STAFF.handler, caseNumber, { action: 'add_part', to: 'erasure' });
    const { receivedAt, parts } = desk.openCase(caseNumber);
    expect(receivedAt).toBe(TUESDAY.replace('Z', '.000Z'));
    expect(parts.map(({ requestType }) => requestType)).toEqual(['question', 'erasure']);
    // Now there is a statutory month too, of the same receipt.
    await desk.runTo('2026-07-10T12:00:00Z');
    expect(desk.openCase(caseNumber).steps).toContainEqual(
      expect.objectContaining({ step: 'limit_missed', at: '2026-07-10T07:00:00.000Z' }),
    );
  });

  it('is carried out at once when it is absolute', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['question']);
    await desk.act(STAFF.handler, caseNumber, { action: 'add_part', to: 'marketing_objection' });
    expect(desk.stores.desk.suppressions.list()).toHaveLength(1);
  });

  it('is one of twenty at most', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(Array.from({ length: 20 }, () => 'question' as const));
    expect(await ruleOf(desk.act(STAFF.handler, caseNumber, { action: 'add_part', to: 'access' }))).toBe(
      'too_many_parts',
    );
  });
});
