import type { Temporal } from 'temporal-polyfill';
import { instantText } from '../../instants.ts';
import type { OutboxOrder } from '../../outbox/outbox-row.ts';
import type { Case, OpenCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import type { EventEntry } from '../case-events.ts';
import { type ChangeDependencies, commitChange } from '../commit-change.ts';

export interface PartAnswer {
  readonly partId: string;
  readonly text: string;
  readonly staffId: string;
  readonly tokenHash: string;
}

/**
 * Decides one open part with an answer in text. Whoever answers a case nobody has taken has taken it. When it was the
 * last open part, the case closes and the requester's mail is ordered in the same transaction.
 * Throws what commitChange throws.
 */
export function answerPart(
  dependencies: ChangeDependencies,
  current: OpenCase,
  answer: PartAnswer,
  wallNow: Temporal.Instant,
): Promise<Case> {
  const at = instantText(caseTimeOf(current, wallNow));
  const { caseNumber } = current;
  const actor = { kind: 'staff', staffId: answer.staffId } as const;
  const parts = current.parts.map((part) =>
    part.partId === answer.partId
      ? { ...part, decision: { outcome: 'answered' as const, decidedAt: at, decidedBy: actor } }
      : part,
  );
  const decided: OpenCase = { ...current, parts, assignee: current.assignee ?? { staffId: answer.staffId, since: at } };
  const complete = parts.every((part) => part.decision !== null);

  const entries: EventEntry[] = [];
  if (current.assignee === null) entries.push({ type: 'case_taken', at, actor, details: {} });
  entries.push({ type: 'part_decided', at, actor, details: { partId: answer.partId, outcome: 'answered' } });
  if (complete) entries.push({ type: 'case_closed', at, actor, details: {} });
  const orders: OutboxOrder[] = complete ? [{ kind: 'mail', mail: { template: 'answer_ready', caseNumber } }] : [];

  return commitChange(
    dependencies,
    current,
    {
      transition: complete ? 'close' : 'decide',
      next: complete ? { ...decided, status: 'closed', closedAt: at, collectedAt: null } : decided,
      entries,
      orders,
      answers: [
        {
          schemaVersion: 1,
          caseNumber,
          partId: answer.partId,
          text: answer.text,
          writtenBy: answer.staffId,
          writtenAt: at,
        },
      ],
      consumeTokenHash: answer.tokenHash,
    },
    wallNow,
  );
}
