import type { Temporal } from 'temporal-polyfill';
import type { Actor } from '../cases/actor.ts';
import { instantText } from '../instants.ts';
import { newOutboxRow, type OutboxRow } from '../outbox/outbox-row.ts';
import type { ConsentEnding } from '../ports.ts';
import { appendEvents, type ConsentEvent, type WithdrawnThrough } from './consent-event.ts';
import { type ConsentRecord, stateOf } from './consent-record.ts';
import { ADDRESS_KEPT_DAYS, changedSubscriber, type Subscriber } from './subscriber.ts';
import type { SuppressionReason } from './suppression.ts';

/** Who stops what, why and by which way. */
export interface WithdrawalAct {
  /** Topics, or every one. */
  readonly topics: readonly string[] | 'all';
  readonly reason: SuppressionReason;
  readonly through: WithdrawnThrough;
  readonly by: Actor;
  readonly caseNumber: string | null;
}

/**
 * What follows for the records of one contact: every consent in force for these topics ends, and with it its place on
 * the list. Records that ended before stay as they are. `wallNow` is wall time.
 */
export function endingOf(
  records: readonly ConsentRecord[],
  subscriber: Subscriber | undefined,
  act: WithdrawalAct,
  wallNow: Temporal.Instant,
): ConsentEnding {
  const isMeant = ({ topic }: ConsentRecord) => act.topics === 'all' || act.topics.includes(topic);
  const inForce = records.filter((record) => stateOf(record) === 'given');
  const ended = inForce.filter(isMeant);
  const at = instantText(wallNow);
  const { reason, through, by, caseNumber } = act;
  return {
    events: ended.flatMap((record) =>
      appendEvents(record, record.events, [{ type: 'withdrawn', at, reason, through, by, caseNumber }]),
    ),
    unlisted: ended.map(({ topic, contact }) => ({ topic, contact })),
    subscribers:
      subscriber === undefined || ended.length === 0 || ended.length < inForce.length
        ? []
        : [changedSubscriber(subscriber, { ...subscriber, keepUntil: addressKeptUntil(wallNow) }, at)],
  };
}

/** Until when an address is kept that no consent needs any more. */
export function addressKeptUntil(wallNow: Temporal.Instant): string {
  return instantText(wallNow.add({ hours: 24 * ADDRESS_KEPT_DAYS }));
}

/** Words to the newsletter tool about events; their ids follow from the record, so none is ordered twice. */
export function webhooksFor(events: readonly ConsentEvent[], now: string): readonly OutboxRow[] {
  return events.map(({ recordId, contact, topic, sequence }) =>
    newOutboxRow(
      `webhook-${recordId}-${sequence}`,
      { kind: 'webhook', webhook: { recordId, contact, topic, sequence } },
      now,
    ),
  );
}

/** Several endings as one. */
export function mergedEndings(endings: readonly ConsentEnding[]): ConsentEnding {
  return {
    events: endings.flatMap(({ events }) => events),
    unlisted: endings.flatMap(({ unlisted }) => unlisted),
    subscribers: endings.flatMap(({ subscribers }) => subscribers),
  };
}
