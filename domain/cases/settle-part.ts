import { Temporal } from 'temporal-polyfill';
import { officeOpening } from '../deadlines/working-days.ts';
import { civilDate } from '../deadlines/deadlines.ts';
import { instantText, parseInstant } from '../instants.ts';
import type { OutboxOrder } from '../outbox/outbox-row.ts';
import type { Actor } from './actor.ts';
import type { ClosedCase, OpenCase } from './case.ts';
import type { EventEntry } from './case-events.ts';
import type { Decision, KeptData } from './decision.ts';
import { mustBeTold } from './must-be-told.ts';
import { hasAnswer } from './has-answer.ts';
import { newTask } from './new-task.ts';
import type { Part } from './part.ts';
import { REQUEST_TYPE_RULES } from './request-types.ts';
import type { Transition } from './transitions.ts';

/** Days after which the requester is reminded of an answer that waits. */
const COLLECT_REMINDER_DAYS = 7;

/** What deciding parts makes of a case: still open, or closed when they were the last ones. */
export interface SettledParts {
  readonly transition: Transition;
  readonly next: OpenCase | ClosedCase;
  readonly entries: readonly EventEntry[];
  readonly orders: readonly OutboxOrder[];
}

/**
 * Decides parts of an open case (`at` is case time text). Data kept against an erasure become tasks for the day they may go. Proposals
 * about a decided part fall away. When the last part is decided the case closes, and the requester hears of the answer;
 * a case that the requester withdrew as a whole has none.
 */
export function settleParts(
  current: OpenCase,
  decisions: Readonly<Record<string, Decision>>,
  actor: Actor,
  at: string,
): SettledParts {
  const parts = current.parts.map((part): Part => {
    const decision = decisions[part.partId];
    return decision === undefined || part.decision !== null
      ? part
      : { ...part, decision, restriction: restrictionAfter(part, decision, at) };
  });
  const decided = parts.filter((part, index) => part.decision !== null && current.parts[index]?.decision === null);
  const withTasks = decided.reduce((subject, part) => keptUntilTasks(subject, part, actor, at), { ...current, parts });
  const open: OpenCase = {
    ...withTasks,
    proposals: current.proposals.filter((proposal) => isStillOpen(proposal, parts)),
  };
  const entries = decided.flatMap((part): readonly EventEntry[] => [
    {
      type: part.decision?.outcome === 'withdrawn' ? 'part_withdrawn' : 'part_decided',
      at,
      actor,
      details: {
        partId: part.partId,
        outcome: part.decision?.outcome ?? '',
        ...(part.decision !== null &&
          'refusal' in part.decision && {
            ground: part.decision.refusal.ground,
            approvedBy: part.decision.refusal.approvedBy,
            letterHash: part.decision.refusal.letterHash,
          }),
      },
    },
    ...(part.restriction?.since === at
      ? [{ type: 'restriction_started', at, actor, details: { partId: part.partId } } as const]
      : []),
  ]);
  // Art. 18(3): the person is told before the restriction ends, so the letter comes first and lifts it by leaving.
  // An objection that is granted lifts nothing: that processing stays stopped (art. 21(1)).
  const lifting = decided.flatMap(({ partId, requestType, restriction, decision }): OutboxOrder[] =>
    decision?.outcome !== 'granted' &&
    restriction !== null &&
    REQUEST_TYPE_RULES[requestType].restrictsUntilDecided &&
    restriction.toldAt === null
      ? [{ kind: 'mail', mail: { template: 'restriction_lifting', caseNumber: current.caseNumber, partId } }]
      : [],
  );
  const telling = decided.flatMap((part) => toTellRecipients(part, current.caseNumber));
  if (parts.some((part) => part.decision === null)) {
    return { transition: 'decide', next: open, entries, orders: [...lifting, ...telling] };
  }

  const nothingToCollect = !hasAnswer(parts);
  const closed: ClosedCase = {
    ...closing(open, actor, at, nothingToCollect),
    status: 'closed',
    countedAt: open.countedAt ?? at,
    closedAt: at,
    collectedAt: null,
  };
  const { caseNumber } = current;
  return {
    transition: 'close',
    next: closed,
    entries: [...entries, { type: 'case_closed', at, actor, details: {} }],
    orders: [
      ...lifting,
      ...telling,
      nothingToCollect
        ? { kind: 'mail', mail: { template: 'withdrawal_confirmed', caseNumber } }
        : { kind: 'mail', mail: { template: 'answer_ready', caseNumber } },
    ],
  };
}

/** Whoever decided hears that recipients are to be told (art. 19), with the link to do it: the case may be closed by now. */
function toTellRecipients(part: Part, caseNumber: string): readonly OutboxOrder[] {
  const by = part.decision?.decidedBy;
  if (by?.kind !== 'staff' || !mustBeTold(part)) return [];
  const { staffId } = by;
  const about = part.partId;
  return [{ kind: 'mail', mail: { template: 'staff_notice', caseNumber, staffId, notice: 'tell_recipients', about } }];
}

/** Tasks that end with the work on the case end with it; an answer that nobody fetches gets a reminder. */
function closing(open: OpenCase, actor: Actor, at: string, nothingToCollect: boolean): OpenCase {
  const tasks = open.tasks.map((task) =>
    task.ended === null && (task.kind === 'search' || task.kind === 'remind_me')
      ? { ...task, ended: { as: 'cancelled' as const, at, by: actor, textId: null } }
      : task,
  );
  const settled = { ...open, tasks, proposals: [] };
  if (nothingToCollect || open.reachedBy === 'post') return settled;
  const morning = civilDate(parseInstant(at)).add({ days: COLLECT_REMINDER_DAYS });
  return newTask(settled, { kind: 'collect' }, instantText(officeOpening(morning)), { kind: 'desk' }, at);
}

/** A granted request for restriction starts one; an objection that is decided ends the one it began. */
function restrictionAfter({ requestType, restriction }: Part, { outcome }: Decision, at: string): Part['restriction'] {
  if (requestType === 'restriction' && (outcome === 'granted' || outcome === 'partly_granted')) {
    return { since: at, toldAt: null, liftedAt: null };
  }
  return restriction;
}

function keptUntilTasks(subject: OpenCase, { partId, decision }: Part, actor: Actor, at: string): OpenCase {
  const kept: readonly KeptData[] = decision !== null && 'refusal' in decision ? decision.refusal.kept : [];
  return kept.reduce(
    (withTask, { category, until }) =>
      newTask(
        withTask,
        { kind: 'kept_until', partId, category },
        instantText(officeOpening(Temporal.PlainDate.from(until).add({ days: 1 }))),
        actor,
        at,
      ),
    subject,
  );
}

function isStillOpen(proposal: OpenCase['proposals'][number], parts: readonly Part[]): boolean {
  const open = new Set(parts.filter((part) => part.decision === null).map((part) => part.partId));
  return proposal.kind === 'extension'
    ? proposal.partIds.some((partId) => open.has(partId))
    : open.has(proposal.partId);
}
