import type { MailOrder, OutboxOrder } from '../outbox/outbox-row.ts';
import { THE_DESK } from './actor.ts';
import type { Case } from './case.ts';
import { newTask } from './new-task.ts';

/** Letters to the requester that are posted when there is no e-mail address; the others have no meaning on paper. */
const POSTED: ReadonlySet<MailOrder['template']> = new Set([
  'marketing_stopped',
  'acknowledgement',
  'answer_ready',
  'promise_missed',
  'inquiry',
  'message',
  'extension_letter',
  'retyped',
  'restriction_lifting',
  'withdrawal_confirmed',
  'case_reopened',
]);
const BY_MAIL_ONLY: ReadonlySet<MailOrder['template']> = new Set(['confirm_request', 'answer_reminder']);

/**
 * What becomes of the mails of a change when the requester has no e-mail address: each letter is a task to print and
 * post it, due at once. `at` is case time text.
 */
export function postInstead(
  subject: Case,
  orders: readonly OutboxOrder[],
  at: string,
): { readonly case: Case; readonly orders: readonly OutboxOrder[] } {
  if (subject.reachedBy === 'email') return { case: subject, orders };
  let next = subject;
  const kept = orders.filter((order) => {
    if (order.kind !== 'mail') return true;
    if (BY_MAIL_ONLY.has(order.mail.template)) return false;
    if (!POSTED.has(order.mail.template)) return true;
    next = newTask(next, { kind: 'post_letter', letter: order.mail }, at, THE_DESK, at);
    return false;
  });
  return { case: next, orders: kept };
}
