import { instantText } from '../../instants.ts';
import type { MailOrder, OutboxOrder } from '../../outbox/outbox-row.ts';
import type { Clock } from '../../ports.ts';
import { THE_DESK } from '../actor.ts';
import type { Case } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { commitChange, retryOnConflict } from '../commit-change.ts';
import { directoryOf, noticesTo, type StaffDependencies, workersOf } from '../staff-of-case.ts';
import type { StaffDirectory } from '../../desk/staff-directory.ts';

export interface BounceDependencies extends StaffDependencies {
  readonly clock: Clock;
}

/**
 * A mail about a case did not arrive: silence is never an end state. An extension whose letter bounced is not in force
 * any more, and the old ladder runs again. A staff mail that bounced goes up the ladder at once. For any other letter
 * whoever works on the case is told to use another way. Once for each outbox id, however often it is told.
 */
export async function recordBounce(
  dependencies: BounceDependencies,
  order: MailOrder,
  outboxId: string,
): Promise<void> {
  if (!('caseNumber' in order)) return;
  await retryOnConflict(async () => {
    const current = await dependencies.cases.find(order.caseNumber);
    if (current === undefined || current.status === 'dismissed') return;
    const events = await dependencies.cases.listEvents(order.caseNumber);
    if (events.some(({ type, details }) => type === 'letter_bounced' && details['outboxId'] === outboxId)) return;
    const now = dependencies.clock.now();
    const at = instantText(caseTimeOf(current, now));
    await commitChange(
      dependencies,
      current,
      {
        transition: 'follow_up',
        next: asIfNotTold(current, order),
        entries: [{ type: 'letter_bounced', at, actor: THE_DESK, details: { letter: order.template, outboxId } }],
        orders: told(await directoryOf(dependencies, now), current, order),
      },
      now,
    );
  });
}

/** What a letter did by leaving is undone: its reader was told nothing. */
function asIfNotTold(current: Case, order: MailOrder): Case {
  if (order.template === 'extension_letter' && current.extension !== null) {
    return { ...current, extension: { ...current.extension, state: 'bounced' } };
  }
  if (order.template !== 'restriction_lifting') return current;
  const parts = current.parts.map((part) =>
    part.partId === order.partId && part.restriction !== null
      ? { ...part, restriction: { ...part.restriction, toldAt: null, liftedAt: null } }
      : part,
  );
  return { ...current, parts };
}

/** What the notice is about that nobody hears of when it bounces too. */
const LAST_TOLD = 'last';

function told(directory: StaffDirectory, current: Case, order: MailOrder): readonly OutboxOrder[] {
  if ('staffId' in order) {
    // Word that a colleague is unreachable did not arrive either: the director is the last who is told. Without an end
    // the mails of a company whose mailboxes are down would call forth ever more of them.
    const isSecond = order.template === 'staff_notice' && order.notice === 'colleague_unreachable';
    if (isSecond && order.about === LAST_TOLD) return [];
    const above = directory.addressees({
      roles: isSecond ? ['director'] : ['team_lead', 'privacy_officer'],
      excluded: [...current.excludedStaff, order.staffId],
      assignee: null,
    });
    return noticesTo(above, current, 'colleague_unreachable', isSecond ? LAST_TOLD : null);
  }
  if (order.template === 'extension_letter') {
    return noticesTo(workersOf(directory, current, ['privacy_officer']), current, 'extension_bounced');
  }
  const about = 'taskId' in order ? order.taskId : null;
  return noticesTo(workersOf(directory, current), current, 'letter_bounced', about);
}
