import { Temporal } from 'temporal-polyfill';
import { civilDate } from '../../deadlines/deadlines.ts';
import { officeOpening } from '../../deadlines/working-days.ts';
import { RuleRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { OrganisationProfile } from '../../organisation.ts';
import type { OutboxOrder } from '../../outbox/outbox-row.ts';
import { type Case, MAX_TASKS_OF_STAFF } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { commitChange, newText, newTextId } from '../commit-change.ts';
import { mustBeTold } from '../must-be-told.ts';
import { newTask } from '../new-task.ts';
import { type StaffAct, type StaffDependencies, usedLink } from '../staff-of-case.ts';

/** A recipient that has not confirmed is asked again after a week; two weeks is the desk's own target. */
const CHASE_DAYS = 7;
/** Each is an event and a mail of one change, which has to fit into one transaction. */
const AT_ONCE = 40;

export interface RecipientNotice {
  readonly recipientIds: readonly string[];
  /** Which person, which data, what to do: the recipient reads it behind its link. */
  readonly text: string;
}

/**
 * Tells the recipients that were ticked of a rectification, erasure or restriction, each by a mail with a link to
 * confirm: a task each, that is chased. Nobody is told twice about one part, and nobody who is not in the register.
 * Throws RuleRefusedError, and what commitChange throws.
 */
export async function tellRecipients(
  dependencies: StaffDependencies,
  current: Case,
  act: StaffAct,
  notice: RecipientNotice,
  wallNow: Temporal.Instant,
): Promise<Case> {
  const part = current.parts.find(({ partId }) => partId === act.on);
  if (part === undefined || !mustBeTold(part)) throw new RuleRefusedError('nobody_to_tell');
  if (notice.text.trim() === '') throw new RuleRefusedError('text_required', 'text');
  const now = caseTimeOf(current, wallNow);
  const at = instantText(now);
  const today = civilDate(now);
  const fresh = [...new Set(notice.recipientIds)].filter((recipientId) => !isTold(current, part.partId, recipientId));
  if (fresh.length === 0) throw new RuleRefusedError('recipients_required', 'recipients');
  if (fresh.length > AT_ONCE || current.tasks.length + fresh.length > MAX_TASKS_OF_STAFF) {
    throw new RuleRefusedError('case_not_possible', 'recipients');
  }
  if (!fresh.every((recipientId) => gotDataUntil(dependencies.organisation, recipientId, today))) {
    throw new RuleRefusedError('recipient_not_possible', 'recipients');
  }
  const actor = { kind: 'staff', staffId: act.staffId } as const;
  const textId = newTextId(current);
  const { caseNumber } = current;
  const dueAt = instantText(officeOpening(today.add({ days: CHASE_DAYS })));
  const next = fresh.reduce(
    (subject, recipientId) =>
      newTask(subject, { kind: 'recipient_notice', partId: part.partId, recipientId, textId }, dueAt, actor, at),
    current,
  );
  const made = next.tasks.slice(current.tasks.length);
  return commitChange(
    dependencies,
    current,
    {
      transition: 'follow_up',
      next,
      entries: made.map(({ taskId }, index) => ({
        type: 'task_set',
        at,
        actor,
        details: { taskId, kind: 'recipient_notice', recipientId: fresh[index] ?? '' },
      })),
      orders: made.map(({ taskId }): OutboxOrder => ({
        kind: 'mail',
        mail: { template: 'recipient_notice', caseNumber, taskId, reminder: false },
      })),
      texts: [newText(current, { kind: 'notice', from: actor, at, texts: { text: notice.text } })],
      ...usedLink(act),
    },
    wallNow,
  );
}

function isTold(subject: Case, partId: string, recipientId: string): boolean {
  return subject.tasks.some(
    (task) => task.kind === 'recipient_notice' && task.partId === partId && task.recipientId === recipientId,
  );
}

/** Former recipients count too: they may still hold the data. */
function gotDataUntil({ recipients }: OrganisationProfile, recipientId: string, today: Temporal.PlainDate): boolean {
  const found = recipients.find((recipient) => recipient.recipientId === recipientId);
  return found !== undefined && Temporal.PlainDate.compare(Temporal.PlainDate.from(found.activeFrom), today) <= 0;
}
