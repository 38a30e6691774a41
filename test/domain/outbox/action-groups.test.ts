import { describe, expect, it } from 'vitest';
import { staffActionSchema } from '../../../domain/desk/staff-actions.ts';
import { planActions } from '../../../domain/outbox/action-groups.ts';
import type { PossibleAction } from '../../../domain/outbox/possible-actions.ts';
import { sampleCase } from '../../views/staff-samples.ts';

const action = (name: PossibleAction['action'], on: string | null = null): PossibleAction => ({
  action: name,
  on,
  requestType: null,
});
const next = (...actions: readonly PossibleAction[]) => planActions(actions, sampleCase).next;

describe('what comes next', () => {
  it('is at most two things, the most usual first', () => {
    const answers = ['1', '2', '3'].map((part) => action('answer', part));
    expect(next(action('message'), ...answers, action('take'))).toEqual([action('take'), action('answer', '1')]);
    expect(next(...answers, action('approve', '7'))).toEqual([action('approve', '7'), action('answer', '1')]);
    expect(next(action('dismiss'), action('accept'))).toEqual([action('accept'), action('dismiss')]);
  });

  it('is nothing where only what is unusual can be done', () => {
    expect(next(action('message'), action('remind_me'), action('wrong_recipient'))).toEqual([]);
  });

  it('is a task of staff themselves, and not one that waits for somebody else', () => {
    const [task] = sampleCase.tasks;
    if (task === undefined) throw new Error('the sample has tasks');
    const letter = { ...task, taskId: '9', kind: 'stop_mailings' } as const;
    const plan = planActions([action('end_task', task.taskId), action('end_task', '9')], {
      tasks: [task, letter],
    });
    expect(plan.next).toEqual([action('end_task', '9')]);
    expect(plan.groups).toEqual([{ group: 'tasks', actions: [action('end_task', task.taskId)] }]);
  });
});

it('has every action in exactly one place', () => {
  const all = staffActionSchema.options.map((each) => action(each));
  const plan = planActions(all, sampleCase);
  const placed = [...plan.next, ...plan.groups.flatMap(({ actions }) => actions)];
  expect(placed.map(({ action: name }) => name).toSorted()).toEqual(staffActionSchema.options.toSorted());
  expect(plan.groups.every(({ actions }) => actions.length > 0)).toBe(true);
});
