import type { Actor } from './actor.ts';
import type { Case } from './case.ts';
import type { Task } from './task.ts';

type TaskCommon = 'taskId' | 'createdAt' | 'createdBy' | 'dueAt' | 'ended';
type Own<Kind> = Kind extends unknown ? Omit<Kind, TaskCommon> : never;

/** What a task is about, before it has an id and dates. */
export type TaskDraft = Own<Task>;

/** The case with one more task. `dueAt` and `at` are case time text. */
export function newTask<Subject extends Case>(
  subject: Subject,
  draft: TaskDraft,
  dueAt: string,
  createdBy: Actor,
  at: string,
): Subject {
  const task: Task = {
    taskId: String(subject.tasks.length + 1),
    createdAt: at,
    createdBy,
    dueAt,
    ended: null,
    ...draft,
  };
  return { ...subject, tasks: [...subject.tasks, task] };
}

/** The case with a task ended; a task that is ended already stays as it was. */
export function endTask<Subject extends Case>(
  subject: Subject,
  taskId: string,
  ended: NonNullable<Task['ended']>,
): Subject {
  return {
    ...subject,
    tasks: subject.tasks.map((task) => (task.taskId === taskId && task.ended === null ? { ...task, ended } : task)),
  };
}
