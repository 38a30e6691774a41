import type { Temporal } from 'temporal-polyfill';
import { RuleRefusedError } from '../../errors.ts';
import type { TaskEnd } from '../../desk/staff-input.ts';
import { instantText } from '../../instants.ts';
import type { Actor } from '../actor.ts';
import type { Case } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { commitChange, newText, newTextId } from '../commit-change.ts';
import { endTask } from '../new-task.ts';
import {
  directoryOf,
  noticesTo,
  type StaffAct,
  type StaffDependencies,
  usedLink,
  workersOf,
} from '../staff-of-case.ts';
import type { TaskKind } from '../task.ts';
import { actsByLeaving, recordLetterLeft } from './record-letter-left.ts';

/** How a task of each kind may end; the first is the usual way. */
export const TASK_ENDS: Readonly<Record<TaskKind, readonly TaskEnd[]>> = {
  remind_me: ['done', 'cancelled'],
  search: ['done', 'cancelled'],
  recipient_notice: ['confirmed', 'failed', 'impossible', 'disproportionate'],
  kept_until: ['done'],
  collect: ['cancelled'],
  authority_letter: ['done'],
  post_letter: ['done'],
  stop_mailings: ['done'],
};
const NEEDS_REASON: ReadonlySet<TaskEnd> = new Set(['failed', 'impossible', 'disproportionate']);

/**
 * Ends a task: done, confirmed, or with the reason why not (GDPR art. 19 lets a notice be impossible or
 * disproportionate, not forgotten). A letter that was posted has left, with all that follows from it. Throws
 * RuleRefusedError, and what commitChange throws.
 */
export async function endTaskByStaff(
  dependencies: StaffDependencies,
  current: Case,
  act: StaffAct,
  input: { readonly as: TaskEnd; readonly reason: string },
  wallNow: Temporal.Instant,
): Promise<Case> {
  const task = current.tasks.find(({ taskId }) => taskId === act.on);
  if (task === undefined || task.ended !== null) throw new RuleRefusedError('case_not_possible');
  if (!TASK_ENDS[task.kind].includes(input.as)) throw new RuleRefusedError('outcome_not_possible', 'as');
  if (NEEDS_REASON.has(input.as) && input.reason.trim() === '') throw new RuleRefusedError('reason_required', 'reason');
  const at = instantText(caseTimeOf(current, wallNow));
  const actor: Actor = { kind: 'staff', staffId: act.staffId };
  // First what follows from it: were this to stop in between, the letter is recorded as posted once more.
  const isLetter = task.kind === 'post_letter' && actsByLeaving(task.letter);
  if (isLetter) await recordLetterLeft(dependencies, task.letter, wallNow);
  const latest = isLetter ? ((await dependencies.cases.find(current.caseNumber)) ?? current) : current;
  return end(dependencies, latest, task.taskId, input, actor, at, [], usedLink(act), wallNow);
}

/**
 * A recipient or a department reports by its link what became of its task; whoever works on the case is told. Throws
 * RuleRefusedError when the task is ended, and what commitChange throws.
 */
export async function reportTask(
  dependencies: StaffDependencies,
  current: Case,
  report: { readonly taskId: string; readonly done: boolean; readonly text: string; readonly tokenHash: string },
  wallNow: Temporal.Instant,
): Promise<Case> {
  const task = current.tasks.find(({ taskId }) => taskId === report.taskId);
  if (task === undefined || task.ended !== null) throw new RuleRefusedError('case_not_possible');
  if (task.kind !== 'recipient_notice' && task.kind !== 'search') throw new RuleRefusedError('case_not_possible');
  if (!report.done && report.text.trim() === '') throw new RuleRefusedError('reason_required', 'text');
  const directory = await directoryOf(dependencies, wallNow);
  const { taskId } = task;
  const as: TaskEnd = report.done ? (task.kind === 'search' ? 'done' : 'confirmed') : 'failed';
  return end(
    dependencies,
    current,
    taskId,
    { as, reason: report.text },
    { kind: 'desk' },
    instantText(caseTimeOf(current, wallNow)),
    noticesTo(workersOf(directory, current), current, 'task_reported', taskId),
    { consumeTokenHash: report.tokenHash },
    wallNow,
  );
}

function end(
  dependencies: StaffDependencies,
  current: Case,
  taskId: string,
  { as, reason }: { readonly as: TaskEnd; readonly reason: string },
  by: Actor,
  at: string,
  orders: ReturnType<typeof noticesTo>,
  link: { readonly consumeTokenHash?: string },
  wallNow: Temporal.Instant,
): Promise<Case> {
  const hasReason = reason.trim() !== '';
  const textId = newTextId(current);
  return commitChange(
    dependencies,
    current,
    {
      transition: 'follow_up',
      next: endTask(current, taskId, { as, at, by, textId: hasReason ? textId : null }),
      entries: [{ type: 'task_ended', at, actor: by, details: { taskId, as } }],
      orders,
      texts: hasReason ? [newText(current, { kind: 'reason', from: by, at, texts: { text: reason } })] : [],
      ...link,
    },
    wallNow,
  );
}
