import { describe, expect, it } from 'vitest';
import { createRuleDesk, type RuleDesk, ruleOf, STAFF } from '../../../support/desk/rule-desk.ts';

const remind = (desk: RuleDesk, caseNumber: string, date: string) =>
  desk.act(STAFF.handler, caseNumber, { action: 'remind_me', date });
const timesTold = (desk: RuleDesk) =>
  desk.mails.flatMap(({ order, at }) =>
    order.template === 'staff_notice' && order.notice === 'task_due' ? [`${order.staffId} ${at.toString()}`] : [],
  );

describe('a reminder of one’s own', () => {
  it('comes on the morning asked for, to whoever asked, once', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    for (const date of ['2026-06-09', '2026-06-08'])
      expect(await ruleOf(remind(desk, caseNumber, date))).toBe('date_required');
    await remind(desk, caseNumber, '2026-06-12');
    await desk.runTo('2026-07-01T12:00:00Z');
    expect(timesTold(desk)).toEqual([`${STAFF.handler} 2026-06-12T07:00:00Z`]);
  });

  it('wakes a run that sleeps for longer', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    await desk.act(STAFF.handler, caseNumber, { action: 'take' });
    await desk.runTo('2026-06-12T12:00:00Z');
    const { clockRun } = desk.openCase(caseNumber);
    await remind(desk, caseNumber, '2026-06-15');
    expect(desk.openCase(caseNumber).clockRun).toBe(clockRun + 1);
    await desk.runTo('2026-06-15T12:00:00Z');
    expect(timesTold(desk)).toEqual([`${STAFF.handler} 2026-06-15T07:00:00Z`]);
  });

  it('goes to the deputy while who asked is away', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    await remind(desk, caseNumber, '2026-06-12');
    await desk.away(STAFF.handler);
    await desk.runTo('2026-06-12T12:00:00Z');
    expect(timesTold(desk)).toEqual([`${STAFF.deputy} 2026-06-12T07:00:00Z`]);
  });
});

describe('data kept against an erasure', () => {
  it('come back on the day after their end date, however far ahead, until somebody erased them', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['erasure']);
    await desk.identify(caseNumber);
    await desk.decide(STAFF.handler, caseNumber, '1', {
      outcome: 'partly_granted',
      ground: 'tax_law',
      scope: 'Uw rekeningen.',
      facts: 'De wet.',
      kept: [
        { category: 'payment', until: '2033-12-31' },
        { category: 'order', until: '2026-12-31' },
      ],
    });
    await desk.approve(STAFF.teamLead, caseNumber);
    await desk.settle();
    expect(desk.caseOf(caseNumber).status).toBe('closed');
    await desk.runTo('2027-01-01T07:59:59Z');
    expect(desk.toldOf('task_due')).toEqual([]);
    await desk.runTo('2027-01-01T08:00:00Z');
    expect(new Set(desk.toldOf('task_due'))).toEqual(new Set([STAFF.handler, STAFF.officer]));
    const order = desk.caseOf(caseNumber).tasks.find((task) => task.kind === 'kept_until' && task.category === 'order');
    await desk.act(STAFF.officer, caseNumber, { action: 'end_task', as: 'done', reason: '' }, order?.taskId ?? '');
    const before = desk.toldOf('task_due').length;
    await desk.runTo('2033-12-31T23:00:00Z');
    expect(desk.toldOf('task_due')).toHaveLength(before);
    await desk.runTo('2034-01-01T08:00:00Z');
    expect(desk.toldOf('task_due').length).toBeGreaterThan(before);
  });
});

describe('a weekly reminder', () => {
  it('keeps its hour when the clocks change', async () => {
    const desk = createRuleDesk('2026-03-16T10:00:00Z');
    const caseNumber = await desk.receiveConfirmed(['access'], { onBehalfOf: { as: 'heir' } });
    await desk.act(STAFF.handler, caseNumber, { action: 'end_task', as: 'done', reason: '' }, '1');
    await desk.act(STAFF.officer, caseNumber, { action: 'authority_letter', until: '2026-03-31', text: 'Brief.' });
    await desk.runTo('2026-04-10T10:00:00Z');
    const hours = desk.mails.flatMap(({ order, at }) =>
      order.template === 'staff_notice' && order.notice === 'authority_letter' && order.staffId === STAFF.officer
        ? [at.toZonedDateTimeISO('Europe/Amsterdam').toPlainDateTime().toString().slice(0, 16)]
        : [],
    );
    // At once; then five working days before its term, and weekly from then on.
    expect(hours).toEqual(['2026-03-16T11:00', '2026-03-24T09:00', '2026-03-31T09:00', '2026-04-07T09:00']);
  });
});

describe('a letter of the authority', () => {
  it('has a term of its own, ahead, told to officer and director at once and before it', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['question']);
    const letter = (until: string) =>
      desk.act(STAFF.handler, caseNumber, { action: 'authority_letter', until, text: 'Vragen van de AP.' });
    expect(await ruleOf(letter('2026-06-09'))).toBe('date_required');
    await letter('2026-06-10');
    await desk.settle();
    expect(desk.toldOf('authority_letter')).toEqual(expect.arrayContaining([STAFF.officer, STAFF.director]));
    // A term of tomorrow is reminded of tomorrow, not in the past.
    expect(desk.openCase(caseNumber).tasks[0]?.dueAt).toBe('2026-06-10T07:00:00.000Z');
  });
});
