import { civilDate } from '../deadlines/deadlines.ts';
import { parseInstant } from '../instants.ts';
import type { SuppressionChange } from '../consents/suppression.ts';
import type { OutboxOrder } from '../outbox/outbox-row.ts';
import type { Actor } from './actor.ts';
import type { OpenCase } from './case.ts';
import type { EventEntry } from './case-events.ts';
import { marketingSuppression } from './marketing-suppression.ts';
import type { Part } from './part.ts';
import { REQUEST_TYPE_RULES, type RequestType } from './request-types.ts';

export interface PartTypeChange {
  readonly next: OpenCase;
  readonly entries: readonly EventEntry[];
  readonly orders: readonly OutboxOrder[];
  readonly suppressions: readonly SuppressionChange[];
}

/**
 * The case with a part of another type. What is carried out at once is carried out here. `at` is case time text, `now`
 * wall time text.
 */
export function retyped(
  current: OpenCase,
  partId: string,
  to: RequestType,
  actor: Actor,
  at: string,
  now: string,
): PartTypeChange {
  const parts = current.parts.map((part): Part => (part.partId === partId ? withType(part, to, at) : part));
  const from = current.parts.find((part) => part.partId === partId)?.requestType ?? '';
  const extended = current.extension?.partIds.filter((id) => id !== partId || REQUEST_TYPE_RULES[to].extendable) ?? [];
  // One that is in force stays, though it covers nothing any more: there is no second one.
  const isOver = extended.length === 0 && current.extension?.state !== 'in_force';
  const extension = current.extension === null || isOver ? null : { ...current.extension, partIds: extended };
  const entry: EventEntry = { type: 'part_retyped', at, actor, details: { partId, from, to } };
  const change = carriedOut({ ...current, parts, extension }, partId, to, [entry], actor, at, now);
  const restriction = parts.find((part) => part.partId === partId)?.restriction ?? null;
  const lifts = restriction !== null && restriction.toldAt === null && !REQUEST_TYPE_RULES[to].restrictsUntilDecided;
  if (!lifts || to === 'restriction') return change;
  // What an objection had stopped goes on, and the person is told first (art. 18(3)).
  const { caseNumber } = current;
  const told: OutboxOrder = { kind: 'mail', mail: { template: 'restriction_lifting', caseNumber, partId } };
  return { ...change, orders: [...change.orders, told] };
}

/** The case with one more part that the requester also asked for when it came in: it has the receipt of the case. */
export function withPart(
  current: OpenCase,
  requestType: RequestType,
  actor: Actor,
  at: string,
  now: string,
): PartTypeChange {
  const partId = String(current.parts.length + 1);
  const part = withType({ partId, requestType, decision: null, restriction: null }, requestType, at);
  const entry: EventEntry = { type: 'part_added', at, actor, details: { partId, requestType } };
  return carriedOut({ ...current, parts: [...current.parts, part] }, partId, requestType, [entry], actor, at, now);
}

function withType(part: Part, requestType: RequestType, at: string): Part {
  const restriction = REQUEST_TYPE_RULES[requestType].restrictsUntilDecided
    ? (part.restriction ?? { since: at, toldAt: null, liftedAt: null })
    : part.restriction;
  return { ...part, requestType, restriction };
}

function carriedOut(
  next: OpenCase,
  partId: string,
  requestType: RequestType,
  entries: readonly EventEntry[],
  actor: Actor,
  at: string,
  now: string,
): PartTypeChange {
  if (!REQUEST_TYPE_RULES[requestType].carriedOutAtOnce) return { next, entries, orders: [], suppressions: [] };
  return {
    next,
    entries: [...entries, { type: 'part_carried_out', at, actor, details: { partId, requestType } }],
    orders: [
      {
        kind: 'mail',
        mail: {
          template: 'marketing_stopped',
          caseNumber: next.caseNumber,
          on: civilDate(parseInstant(at)).toString(),
        },
      },
    ],
    suppressions: [marketingSuppression(next.contactHash, [requestType], now)],
  };
}
