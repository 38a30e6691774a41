import type { Temporal } from 'temporal-polyfill';
import type { Actor } from '../cases/actor.ts';
import { instantText } from '../instants.ts';
import { newOutboxRow, type OutboxRow } from '../outbox/outbox-row.ts';
import type { ConsentEnding, ConsentReader } from './ports.ts';
import { appendEvents, type ConsentEvent, type WithdrawnThrough } from './consent-event.ts';
import { type ConsentRecord, givingEvent, stateOf } from './consent-record.ts';
import type { Contact } from './contact.ts';
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
  /** When it was said, where that is not now: what was agreed to later stays. Wall time. */
  readonly saidAt?: Temporal.Instant;
  /**
   * Whether it may well be nobody's wish, as with spam: carried out all the same, and confirmed only where a consent
   * ended, or whoever forges senders could have the desk write to strangers.
   */
  readonly isDoubtful?: boolean;
}

/** What is known of one contact. */
export interface Known {
  readonly contact: Contact;
  readonly subscriber: Subscriber | undefined;
  readonly records: readonly ConsentRecord[];
}

/**
 * Reads what is known of a contact. The subscriber first: what changes between the two reads has changed it as well, and
 * whatever is then made of the records is refused.
 */
export async function knownOf(
  consents: Pick<ConsentReader, 'listRecords' | 'findSubscriber'>,
  contact: Contact,
): Promise<Known> {
  const subscriber = await consents.findSubscriber(contact);
  return { contact, subscriber, records: await consents.listRecords(contact) };
}

/**
 * What follows for the records of one contact: every consent in force for these topics ends, and with it its place on
 * the list. Records that ended before, and what was agreed to after it was said, stay as they are. `address` is kept for
 * the mail that confirms it, where none is.
 */
export function endingOf(
  { contact, subscriber, records }: Known,
  act: WithdrawalAct,
  wallNow: Temporal.Instant,
  address: Subscriber['address'] = null,
): ConsentEnding {
  const isMeant = ({ topic }: ConsentRecord) => act.topics === 'all' || act.topics.includes(topic);
  const at = instantText(wallNow);
  const saidAt = instantText(act.saidAt ?? wallNow);
  const inForce = records.filter((record) => stateOf(record) === 'given');
  const ended = inForce.filter((record) => isMeant(record) && (givingEvent(record)?.at ?? '') <= saidAt);
  const { reason, through, by, caseNumber } = act;
  return {
    events: ended.flatMap((record) =>
      appendEvents(record, record.events, [{ type: 'withdrawn', at, reason, through, by, caseNumber }]),
    ),
    unlisted: ended.map(({ topic }) => ({ topic, contact })),
    subscribers: [
      changedSubscriber(
        subscriber,
        {
          contact,
          address: subscriber?.address ?? address,
          keepUntil: ended.length < inForce.length ? null : (subscriber?.keepUntil ?? addressKeptUntil(wallNow)),
        },
        at,
      ),
    ],
  };
}

/** Until when an address is kept that no consent needs any more. */
function addressKeptUntil(wallNow: Temporal.Instant): string {
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
