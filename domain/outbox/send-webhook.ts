import type { Temporal } from 'temporal-polyfill';
import { appendEvents, type ConsentEvent } from '../consents/consent-event.ts';
import { type ConsentRecord, reachedToolAt } from '../consents/consent-record.ts';
import { retryOnConsentConflict } from '../consents/retry-on-conflict.ts';
import type { Subscriber } from '../consents/subscriber.ts';
import { unsubscribeToken } from '../consents/unsubscribe-token.ts';
import { instantText, parseInstant } from '../instants.ts';
import type { Clock, KeyRing } from '../ports.ts';
import type { ConsentStore, WebhookSender } from '../consents/ports.ts';
import { unsubscribeUrl } from './links.ts';
import type { OutboxRow, WebhookOrder } from './outbox-row.ts';

export interface SendWebhookDependencies {
  readonly consents: ConsentStore;
  /** Null while no newsletter tool is connected. */
  readonly webhooks: WebhookSender | null;
  readonly keys: KeyRing;
  readonly publicUrl: string;
  readonly clock: Clock;
}

/** How long a call that is not taken is tried again, from the moment it was ordered. */
const WEBHOOK_GIVEN_UP_AFTER = { hours: 72 } as const;

/** About six hours of tries: what was given up and revived gets as many before it is given up again. */
const TRIES_AT_LEAST = 12;

/** Whether a row whose latest try failed is a dead letter. Only words to the newsletter tool ever are. */
export function isToBeGivenUp(row: Pick<OutboxRow, 'kind' | 'createdAt' | 'attempts'>, now: Temporal.Instant): boolean {
  const until = parseInstant(row.createdAt).add(WEBHOOK_GIVEN_UP_AFTER);
  return row.kind === 'webhook' && row.attempts >= TRIES_AT_LEAST && now.since(until).sign >= 0;
}

type TellingEvent = Extract<ConsentEvent, { type: 'given' | 'withdrawn' }>;

/**
 * Tells the newsletter tool that a consent was given or withdrawn, and notes on the record that the tool knows. At least
 * once, with the same id each time. Not needed: no tool is connected, the record is gone, or something newer happened to
 * the consent, which has a call of its own: an old "given" must never reach the tool behind a newer "withdrawn". Throws
 * WebhookNotTakenError, and what the store throws.
 */
export async function sendWebhook(
  dependencies: SendWebhookDependencies,
  order: WebhookOrder,
  row: Pick<OutboxRow, 'outboxId'>,
  now: Temporal.Instant,
): Promise<'sent' | 'not_needed'> {
  const { consents, webhooks } = dependencies;
  if (webhooks === null) return 'not_needed';
  const record = await recordOf(consents, order);
  if (record === undefined) return 'not_needed';
  const event = newestOf(record);
  if (event?.sequence !== order.sequence) return 'not_needed';
  if (reachedToolAt(record, event.sequence) !== undefined) return 'sent';
  const subscriber = await consents.findSubscriber(record.contact);
  if (event.type === 'given' && subscriber === undefined) return 'not_needed';
  await webhooks.send({ id: row.outboxId, at: now, body: bodyOf(dependencies, event, subscriber) });
  await noteReached(dependencies, order);
  return 'sent';
}

async function recordOf(consents: ConsentStore, order: WebhookOrder): Promise<ConsentRecord | undefined> {
  const records = await consents.listRecords(order.contact);
  return records.find(({ recordId }) => recordId === order.recordId);
}

/** What last changed whether somebody may be mailed, unless it came with an import: the list it came from knows that. */
function newestOf({ events }: ConsentRecord): TellingEvent | undefined {
  const newest = events.findLast(({ type }) => type === 'given' || type === 'withdrawn' || type === 'imported');
  return newest?.type === 'given' || newest?.type === 'withdrawn' ? newest : undefined;
}

/** The address is null when it was erased meanwhile: then the tool finds whom it is about by the record id. */
function bodyOf(
  { keys, publicUrl }: SendWebhookDependencies,
  event: TellingEvent,
  subscriber: Subscriber | undefined,
): string {
  const { recordId, contact, topic, channel, sequence, at } = event;
  return JSON.stringify({
    type: `consent.${event.type}`,
    timestamp: at,
    data: {
      recordId,
      sequence,
      topic,
      channel,
      email: subscriber?.address?.email ?? null,
      language: subscriber?.address?.language ?? null,
      at,
      ...(event.type === 'given' && {
        unsubscribeUrl: unsubscribeUrl(publicUrl, unsubscribeToken(keys, { contact, topic })),
      }),
    },
  });
}

async function noteReached({ consents, clock }: SendWebhookDependencies, order: WebhookOrder): Promise<void> {
  await retryOnConsentConflict(async () => {
    const record = await recordOf(consents, order);
    if (record === undefined || reachedToolAt(record, order.sequence) !== undefined) return;
    const reached = { type: 'reached_tool', at: instantText(clock.now()), ofSequence: order.sequence } as const;
    await consents.commit({ events: appendEvents(record, record.events, [reached]) });
  });
}
