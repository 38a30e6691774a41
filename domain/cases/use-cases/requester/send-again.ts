import { RuleRefusedError } from '../../../errors.ts';
import { instantText } from '../../../instants.ts';
import type { MailOrder, OutboxOrder } from '../../../outbox/outbox-row.ts';
import { THE_REQUESTER } from '../../actor.ts';
import type { Case, DismissedCase } from '../../case.ts';
import { caseTimeOf } from '../../case-dates.ts';
import { commitChange } from '../../commit-change.ts';
import { hasAnswer } from '../../has-answer.ts';
import type { OwnCaseDependencies } from './open-own-case.ts';

const TIMES = { atMost: 3, windowSeconds: 86_400 };

/**
 * Sends the mail that matters now once more, with a fresh link: the confirmation, the acknowledgement or the answer;
 * without an answer, the word of what was withdrawn or stopped.
 * Three times a day. Throws RuleRefusedError, and what commitChange throws.
 */
export async function sendAgain(dependencies: OwnCaseDependencies, current: Case): Promise<Case> {
  const wallNow = dependencies.clock.now();
  const limit = { subject: `send-again-${current.caseNumber}`, ...TIMES };
  if (
    current.status === 'dismissed' ||
    waitsToBePosted(current, mailNow(current)) ||
    !(await dependencies.limiter.take(limit, wallNow))
  ) {
    throw new RuleRefusedError('case_not_possible');
  }
  const at = instantText(caseTimeOf(current, wallNow));
  const template = mailNow(current);
  const order: OutboxOrder = { kind: 'mail', mail: { template, caseNumber: current.caseNumber } };
  return commitChange(
    dependencies,
    current,
    {
      transition: 'follow_up',
      next: current,
      entries: [{ type: 'mail_sent_again', at, actor: THE_REQUESTER, details: { template } }],
      orders: [order],
    },
    wallNow,
  );
}

function mailNow(current: Exclude<Case, DismissedCase>) {
  if (current.status === 'unconfirmed') return 'confirm_request';
  if (current.status === 'open') return 'acknowledgement';
  if (hasAnswer(current.parts)) return 'answer_ready';
  const isWithdrawn = current.parts.some(({ decision }) => decision?.outcome === 'withdrawn');
  return isWithdrawn ? 'withdrawal_confirmed' : 'marketing_stopped';
}

/** A letter that lies there to be posted is not printed twice. */
function waitsToBePosted({ tasks }: Case, template: MailOrder['template']): boolean {
  return tasks.some((task) => task.kind === 'post_letter' && task.ended === null && task.letter.template === template);
}
