import type { Temporal } from 'temporal-polyfill';
import { instantText } from '../../instants.ts';
import type { MailOrder } from '../../outbox/outbox-row.ts';
import { THE_DESK } from '../actor.ts';
import type { Case, OpenCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { extensionWindowOf, isBeforeEndOf } from '../check-extension.ts';
import { commitChange, type ProposedChange, retryOnConflict } from '../commit-change.ts';
import { directoryOf, noticesTo, type StaffDependencies, workersOf } from '../staff-of-case.ts';

/** Whether something follows from a letter having left. */
export function actsByLeaving({ template }: MailOrder): boolean {
  return template === 'extension_letter' || template === 'restriction_lifting' || template === 'acknowledgement';
}

/**
 * What follows from a letter having left: an extension is in force, provided that the letter left within the statutory
 * month (GDPR art. 12(3)); a restriction is lifted, since the person was told first (art. 18(3)). Once, however often
 * it is told. Of a mail nobody has looked at it is kept that it was acknowledged. With `left` false the letter was not sent: then all that can follow is that an extension came too late.
 */
export async function recordLetterLeft(
  dependencies: StaffDependencies,
  order: MailOrder,
  wallNow: Temporal.Instant,
  left = true,
): Promise<void> {
  if (!isActing(order)) return;
  await retryOnConflict(async () => {
    const current = await dependencies.cases.find(order.caseNumber);
    if (current === undefined) return;
    const change = await whatFollows(dependencies, current, order, wallNow, left);
    if (change !== undefined) await commitChange(dependencies, current, change, wallNow);
  });
}

type ActingOrder = Extract<MailOrder, { template: 'extension_letter' | 'restriction_lifting' | 'acknowledgement' }>;

function isActing(order: MailOrder): order is ActingOrder {
  return actsByLeaving(order);
}

async function whatFollows(
  dependencies: StaffDependencies,
  current: Case,
  order: ActingOrder,
  wallNow: Temporal.Instant,
  left: boolean,
): Promise<ProposedChange | undefined> {
  if (order.template === 'extension_letter') return extensionLeft(dependencies, current, left, wallNow);
  if (!left) return undefined;
  return order.template === 'acknowledgement' ? acknowledged(current) : restrictionTold(current, order.partId, wallNow);
}

/** One that was not sent, since its writer had one that day, comes when staff accept the mail. */
function acknowledged(current: Case): ProposedChange | undefined {
  if (current.status !== 'unconfirmed' || current.inbound === null || current.inbound.acknowledged) return undefined;
  const next = { ...current, inbound: { ...current.inbound, acknowledged: true } };
  return { transition: 'follow_up', next, entries: [] };
}

async function extensionLeft(
  dependencies: StaffDependencies,
  current: Case,
  left: boolean,
  wallNow: Temporal.Instant,
): Promise<ProposedChange | undefined> {
  if (current.status !== 'open' || current.extension?.state !== 'approved') return undefined;
  const now = caseTimeOf(current, wallNow);
  const at = instantText(now);
  const { freelyUntil, officerUntil } = extensionWindowOf(current, dependencies.calendar);
  const inTime = isBeforeEndOf(officerUntil, now);
  if (inTime && !left) return undefined;
  const promiseMissed = current.extension.promiseMissed || !isBeforeEndOf(freelyUntil, now);
  const next: OpenCase = {
    ...current,
    extension: { ...current.extension, state: inTime ? 'in_force' : 'bounced', letterLeftAt: at, promiseMissed },
  };
  if (inTime) {
    return {
      transition: 'handle',
      next,
      entries: [
        { type: 'extension_in_force', at, actor: THE_DESK, details: { until: current.extension.until } },
        ...(promiseMissed && !current.extension.promiseMissed
          ? [{ type: 'promise_recorded_missed', at, actor: THE_DESK, details: {} } as const]
          : []),
      ],
    };
  }
  const directory = await directoryOf(dependencies, wallNow);
  return {
    transition: 'handle',
    next,
    entries: [
      { type: 'letter_bounced', at, actor: THE_DESK, details: { letter: 'extension_letter', reason: 'too_late' } },
    ],
    orders: noticesTo(workersOf(directory, current, ['privacy_officer']), current, 'extension_too_late'),
  };
}

function restrictionTold(current: Case, partId: string, wallNow: Temporal.Instant): ProposedChange | undefined {
  const part = current.parts.find((other) => other.partId === partId);
  if (part === undefined || part.restriction === null || part.restriction.liftedAt !== null) return undefined;
  const at = instantText(caseTimeOf(current, wallNow));
  const restriction = { ...part.restriction, toldAt: at, liftedAt: at };
  return {
    transition: 'follow_up',
    next: { ...current, parts: current.parts.map((other) => (other === part ? { ...part, restriction } : other)) },
    entries: [{ type: 'restriction_lifted', at, actor: THE_DESK, details: { partId } }],
  };
}
