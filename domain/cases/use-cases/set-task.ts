import { Temporal } from 'temporal-polyfill';
import { civilDate } from '../../deadlines/deadlines.ts';
import { addWorkingDays, officeOpening } from '../../deadlines/working-days.ts';
import type { StaffInputOf } from '../../desk/staff-input.ts';
import { RuleRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { OutboxOrder } from '../../outbox/outbox-row.ts';
import { type Case, MAX_TASKS_OF_STAFF } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import type { CaseText } from '../case-text.ts';
import { commitChange, newText, newTextId } from '../commit-change.ts';
import { newTask, type TaskDraft } from '../new-task.ts';
import {
  directoryOf,
  noticesTo,
  type StaffAct,
  type StaffDependencies,
  usedLink,
  workersOf,
} from '../staff-of-case.ts';

/** Working days before the term of a letter from the authority on which the officer is reminded. */
const AUTHORITY_WORKING_DAYS = 5;

/**
 * Sets a task beside the ladder: a reminder of one's own, a search by a department, or the term of a letter from the
 * supervisory authority. Its date lies after today. Throws RuleRefusedError, and what commitChange throws.
 */
export async function setTask(
  dependencies: StaffDependencies,
  current: Case,
  act: StaffAct,
  wanted: StaffInputOf<'remind_me' | 'search' | 'authority_letter'>,
  wallNow: Temporal.Instant,
): Promise<Case> {
  if (current.tasks.length >= MAX_TASKS_OF_STAFF) throw new RuleRefusedError('case_not_possible');
  const now = caseTimeOf(current, wallNow);
  const at = instantText(now);
  const today = civilDate(now);
  const date = Temporal.PlainDate.from(wanted.action === 'remind_me' ? wanted.date : wanted.until);
  if (Temporal.PlainDate.compare(date, today) <= 0) {
    throw new RuleRefusedError('date_required', wanted.action === 'remind_me' ? 'date' : 'until');
  }
  const actor = { kind: 'staff', staffId: act.staffId } as const;
  const textId = newTextId(current);
  const { caseNumber } = current;
  const text = (kind: CaseText['kind'], written: string): readonly CaseText[] => [
    newText(current, { kind, from: actor, at, texts: { text: written } }),
  ];
  const taskId = String(current.tasks.length + 1);
  const set = (
    draft: TaskDraft,
    dueOn: Temporal.PlainDate,
    orders: readonly OutboxOrder[],
    texts: readonly CaseText[],
  ) =>
    commitChange(
      dependencies,
      current,
      {
        transition: 'follow_up',
        next: newTask(current, draft, instantText(officeOpening(dueOn)), actor, at),
        entries: [{ type: 'task_set', at, actor, details: { taskId, kind: draft.kind } }],
        orders,
        texts,
        ...usedLink(act),
      },
      wallNow,
    );

  switch (wanted.action) {
    case 'remind_me':
      return set({ kind: 'remind_me', staffId: act.staffId }, date, [], []);
    case 'search': {
      const { departmentId } = wanted;
      const isKnown = dependencies.organisation.departments.some(
        (department) => department.departmentId === departmentId,
      );
      if (!isKnown) throw new RuleRefusedError('department_required', 'departmentId');
      if (wanted.text.trim() === '') throw new RuleRefusedError('text_required', 'text');
      return set(
        { kind: 'search', departmentId, staffId: act.staffId, textId },
        date,
        [{ kind: 'mail', mail: { template: 'search_request', caseNumber, taskId, reminder: false } }],
        text('search', wanted.text),
      );
    }
    case 'authority_letter': {
      const remindOn = addWorkingDays(date, -AUTHORITY_WORKING_DAYS, dependencies.calendar);
      const dueOn = Temporal.PlainDate.compare(remindOn, today) > 0 ? remindOn : today.add({ days: 1 });
      const directory = await directoryOf(dependencies, wallNow);
      return set(
        { kind: 'authority_letter', until: wanted.until },
        dueOn,
        noticesTo(workersOf(directory, current, ['privacy_officer', 'director']), current, 'authority_letter', taskId),
        text('note', wanted.text),
      );
    }
  }
}
