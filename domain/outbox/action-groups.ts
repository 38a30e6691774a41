import type { Case } from '../cases/case.ts';
import type { Task } from '../cases/task.ts';
import type { StaffAction } from '../desk/staff-actions.ts';
import type { PossibleAction } from './possible-actions.ts';

/** What actions are about, in the order in which people look for them. */
const STAFF_ACTION_GROUPS = ['answer', 'ask', 'identity', 'dates', 'people', 'parts', 'tasks', 'other'] as const;
export type StaffActionGroup = (typeof STAFF_ACTION_GROUPS)[number];

const GROUP_OF: Readonly<Record<StaffAction, StaffActionGroup>> = {
  accept: 'answer',
  dismiss: 'answer',
  answer: 'answer',
  attach_file: 'answer',
  approve: 'answer',
  lift_restriction: 'answer',
  ask_clarification: 'ask',
  message: 'ask',
  issue_code: 'ask',
  ask_identity: 'identity',
  send_identity_code: 'identity',
  record_identity: 'identity',
  mandate_seen: 'identity',
  extend: 'dates',
  explain_delay: 'dates',
  remind_me: 'dates',
  take: 'people',
  hand_over: 'people',
  search: 'people',
  tell_recipients: 'people',
  exclude: 'people',
  retype: 'parts',
  add_part: 'parts',
  link_case: 'parts',
  reopen: 'parts',
  end_task: 'tasks',
  authority_letter: 'other',
  wrong_recipient: 'other',
};

/** What usually comes next, the first first. */
const USUAL_NEXT: readonly StaffAction[] = [
  'accept',
  'dismiss',
  'approve',
  'take',
  'answer',
  'tell_recipients',
  'lift_restriction',
  'end_task',
];
/** Tasks that staff themselves have to do; the others wait for a day or for somebody else. */
const TASKS_OF_STAFF: ReadonlySet<Task['kind']> = new Set(['post_letter', 'stop_mailings']);
const MOST_NEXT = 2;

/** What somebody can do, with what usually comes next apart from the rest. */
export interface ActionPlan {
  /** At most two. */
  readonly next: readonly PossibleAction[];
  /** All others; a group with none is left out. */
  readonly groups: readonly { readonly group: StaffActionGroup; readonly actions: readonly PossibleAction[] }[];
}

/** Sorts what can be done with a case. Nothing is lost: every action is in exactly one place. */
export function planActions(actions: readonly PossibleAction[], { tasks }: Pick<Case, 'tasks'>): ActionPlan {
  const isUsual = ({ action, on }: PossibleAction): boolean =>
    action === 'end_task'
      ? tasks.some(({ taskId, kind }) => taskId === on && TASKS_OF_STAFF.has(kind))
      : USUAL_NEXT.includes(action);
  const next = actions
    .filter(isUsual)
    .toSorted((one, other) => USUAL_NEXT.indexOf(one.action) - USUAL_NEXT.indexOf(other.action))
    .slice(0, MOST_NEXT);
  const others = actions.filter((action) => !next.includes(action));
  return {
    next,
    groups: STAFF_ACTION_GROUPS.map((group) => ({
      group,
      actions: others.filter(({ action }) => GROUP_OF[action] === group),
    })).filter((each) => each.actions.length > 0),
  };
}
