import { describe, expect, it } from 'vitest';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import { ACCESS, ANNA, DEPUTY, submitConfirmed, take } from '../support/desk/people.ts';

const desk9June = () => createDesk({ start: '2026-06-09T12:03:00Z', schedules: true });
const doneSteps = (desk: Desk, caseNumber: string) =>
  desk.caseOf(caseNumber).steps.flatMap(({ step, outcome }) => (outcome === 'done' ? [step] : []));
const execution = (desk: Desk, name: string) => {
  const found = desk.clocks.executions.get(name);
  if (found === undefined) throw new Error(`no execution ${name}`);
  return found;
};

describe('what the mails add up to', () => {
  it('nobody gets more than one mail a day about a case that waits', async () => {
    const desk = desk9June();
    const { caseNumber } = await submitConfirmed(desk);
    await take(desk, ANNA, caseNumber);
    const sent = desk.mailbox.sent.length;
    await desk.runTo('2026-12-31T00:00:00Z');
    const perDay = new Map<string, number>();
    for (const { at, to } of desk.mailbox.sent.slice(sent)) {
      const key = `${at.toString().slice(0, 10)} ${to}`;
      perDay.set(key, (perDay.get(key) ?? 0) + 1);
    }
    expect([...perDay].filter(([, count]) => count > 1)).toEqual([]);
    expect(desk.mailbox.of('staff_step', ANNA.email)).toHaveLength(7 + 24);
    expect(desk.mailbox.of('staff_step', DEPUTY.email)).toHaveLength(0);
  });
});

describe('the executions', () => {
  it('know ids only, from the first input to the last answer', async () => {
    const desk = desk9June();
    const { caseNumber } = await submitConfirmed(desk, {
      ...ACCESS,
      requester: { name: 'Wilhelmina Achterberg', email: 'wilhelmina@example.org' },
      message: 'Brievenbus',
    });
    await desk.runTo('2026-08-31T00:00:00Z');
    const { visits, output, name } = execution(desk, `${caseNumber}-1`);
    const seen = JSON.stringify([visits, output, name, desk.calls]);
    for (const personal of ['Wilhelmina', 'wilhelmina', 'Achterberg', 'Brievenbus', 'example.org', '@']) {
      expect(seen).not.toContain(personal);
    }
    for (const payload of desk.calls.advance) {
      expect(Object.keys(payload as object).toSorted()).toEqual(['caseId', 'executionName', 'step']);
    }
  });

  it('stay far below the longest history in a life of a year', async () => {
    const desk = desk9June();
    const { caseNumber } = await submitConfirmed(desk);
    await desk.runFor({ hours: 24 * 364 });
    expect(execution(desk, `${caseNumber}-1`).status).toBe('RUNNING');
    expect(execution(desk, `${caseNumber}-1`).historyEvents).toBeLessThan(5000);
    expect(execution(desk, `${caseNumber}-1`).historyEvents).toBeGreaterThan(500);
  });

  it('are followed by the next run after a year, and no week is left out', async () => {
    const desk = desk9June();
    const { caseNumber } = await submitConfirmed(desk);
    await desk.runFor({ hours: 24 * 380 });
    expect([...desk.clocks.executions.values()].map(({ name, status }) => `${name} ${status}`)).toEqual([
      `${caseNumber}-1 TIMED_OUT`,
      `${caseNumber}-2 RUNNING`,
    ]);
    const weeks = doneSteps(desk, caseNumber).filter((step) => step.startsWith('still_open'));
    expect(weeks).toEqual(Array.from({ length: weeks.length }, (_, index) => `still_open_${index + 1}`));
    expect(weeks.length).toBeGreaterThanOrEqual(49);
  });
});
