import type { StaffDirectory } from '../desk/staff-directory.ts';
import type { OutboxOrder } from '../outbox/outbox-row.ts';
import { THE_DESK } from './actor.ts';
import type { ClosedCase, OpenCase } from './case.ts';
import type { EventEntry } from './case-events.ts';
import type { ProposedChange } from './commit-change.ts';
import type { Step } from './ladder.ts';
import { endTask } from './new-task.ts';
import type { PlannedStep } from './next-step.ts';
import { noticesTo, workersOf } from './staff-of-case.ts';
import { inquiryOfStep, taskOfStep } from './step-id.ts';
import type { Task } from './task.ts';

/**
 * Does one rung: marks it and those it overtakes, and orders what it says, in one change. `at` is case time text.
 * Rungs of the ladder address whoever works on the case and the roles of the rung; those beside it whom they are for.
 */
export function stepChange<Subject extends OpenCase | ClosedCase>(
  current: Subject,
  { step, overtaken }: PlannedStep,
  directory: StaffDirectory,
  at: string,
): ProposedChange & { readonly next: Subject } {
  const marked: Subject = {
    ...current,
    steps: [
      ...current.steps,
      ...overtaken.map((passed) => ({ step: passed.step, at, outcome: 'overtaken' as const })),
      { step: step.step, at, outcome: 'done' },
    ],
  };
  const entries: EventEntry[] = [
    ...overtaken.map((passed): EventEntry => stepEvent('step_overtaken', passed, at)),
    stepEvent('step_done', step, at),
  ];
  const task = current.tasks.find(({ taskId }) => taskId === taskOfStep(step.step));
  if (task !== undefined) {
    const { next, orders } = taskStep(marked, task, directory, at);
    return { transition: 'step', next, entries, orders };
  }
  return { transition: 'step', next: marked, entries, orders: ordersOf(current, step, directory) };
}

function ordersOf(current: OpenCase | ClosedCase, step: Step, directory: StaffDirectory): readonly OutboxOrder[] {
  const { caseNumber } = current;
  const inquiry = inquiryOfStep(step.step);
  if (inquiry?.rung === 'unanswered') {
    const told = workersOf(directory, current, ['privacy_officer']);
    return noticesTo(told, current, 'inquiry_unanswered', inquiry.inquiryId);
  }
  if (inquiry !== undefined) {
    const { inquiryId } = inquiry;
    return [{ kind: 'mail', mail: { template: 'inquiry', caseNumber, inquiryId, reminder: true } }];
  }
  const toStaff = workersOf(directory, current, step.roles).map(({ staffId }): OutboxOrder => ({
    kind: 'mail',
    mail: { template: 'staff_step', caseNumber, staffId, step: step.step },
  }));
  const apology: OutboxOrder = { kind: 'mail', mail: { template: 'promise_missed', caseNumber } };
  return step.kind === 'missed_promise' ? [apology, ...toStaff] : toStaff;
}

/** Which rung of a task this is, from 1. */
function rungOf(subject: OpenCase | ClosedCase, { taskId }: Task): number {
  return subject.steps.filter(({ step }) => taskOfStep(step) === taskId).length;
}

function taskStep<Subject extends OpenCase | ClosedCase>(
  marked: Subject,
  task: Task,
  directory: StaffDirectory,
  at: string,
): { readonly next: Subject; readonly orders: readonly OutboxOrder[] } {
  const { caseNumber } = marked;
  const { taskId } = task;
  const workers = () => workersOf(directory, marked);
  const ended = (as: 'done' | 'cancelled') => endTask(marked, taskId, { as, at, by: THE_DESK, textId: null });
  switch (task.kind) {
    case 'remind_me': {
      const wanted = directory.addressees({ roles: [], excluded: marked.excludedStaff, assignee: task.staffId });
      return { next: ended('done'), orders: noticesTo(wanted, marked, 'task_due', taskId) };
    }
    case 'collect': {
      if (marked.status !== 'closed' || marked.collectedAt !== null) return { next: ended('cancelled'), orders: [] };
      if (rungOf(marked, task) === 1) {
        return { next: marked, orders: [{ kind: 'mail', mail: { template: 'answer_reminder', caseNumber } }] };
      }
      return { next: ended('done'), orders: noticesTo(workers(), marked, 'not_collected', taskId) };
    }
    case 'search': {
      const chase: OutboxOrder = {
        kind: 'mail',
        mail: { template: 'search_request', caseNumber, taskId, reminder: true },
      };
      return { next: marked, orders: [chase, ...noticesTo(workers(), marked, 'task_due', taskId)] };
    }
    case 'recipient_notice': {
      const chase: OutboxOrder = {
        kind: 'mail',
        mail: { template: 'recipient_notice', caseNumber, taskId, reminder: true },
      };
      // The first time only the recipient is asked; from then on whoever told them knows that nothing came.
      const toStaff = rungOf(marked, task) === 1 ? [] : noticesTo(workers(), marked, 'task_due', taskId);
      return { next: marked, orders: [chase, ...toStaff] };
    }
    case 'post_letter':
      return { next: marked, orders: noticesTo(workers(), marked, 'letter_to_post', taskId) };
    case 'authority_letter': {
      const told = workersOf(directory, marked, ['privacy_officer', 'director']);
      return { next: marked, orders: noticesTo(told, marked, 'authority_letter', taskId) };
    }
    case 'kept_until':
    case 'stop_mailings': {
      const told = workersOf(directory, marked, ['privacy_officer']);
      return { next: marked, orders: noticesTo(told, marked, 'task_due', taskId) };
    }
  }
}

function stepEvent(type: 'step_done' | 'step_overtaken', step: Step, at: string): EventEntry {
  return { type, at, actor: THE_DESK, details: { step: step.step } };
}
