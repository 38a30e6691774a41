/** Attribute and index names of all three tables; the stacks declare the tables from the same constants. */
export const PARTITION_KEY = 'pk';
export const SORT_KEY = 'sk';
/** Epoch seconds; DynamoDB deletes the item some time after it. */
export const TIME_TO_LIVE = 'expiresAtSeconds';
/** Which write stored the item: how a write whose answer was lost recognises its own effect. */
export const WRITE_ID = 'writeId';

/** Sparse queues ordered by wall instant: due cases and unsent outbox rows. Keys only. */
export const QUEUE_INDEX = { name: 'gsi1', partitionKey: 'gsi1pk', sortKey: 'gsi1sk' } as const;
/** Sparse look-up by keyed hash of a contact address. Keys only. */
export const CONTACT_INDEX = { name: 'gsi2', partitionKey: 'gsi2pk', sortKey: 'gsi2sk' } as const;

/** Queues are spread over this many partitions, or one partition's 1,000 writes a second would throttle the intake. */
const QUEUE_SHARDS = 10;

/** Prefix of the partition keys of outbox rows; the stream filter of the dispatcher matches on it. */
export const OUTBOX_PREFIX = 'OUTBOX#';
const CASE_PREFIX = 'CASE#';
const FIGURES_PREFIX = 'FIGURES#';

/** Sort key prefixes of the items of a case that come in numbers. */
export const ANSWER_PREFIX = 'ANSWER#';
export const EVENT_PREFIX = 'EVENT#';
export const TEXT_PREFIX = 'TEXT#';
/** Sort key prefix of the figures of a month. */
export const FIGURES_TYPE_PREFIX = 'TYPE#';

/** The one partition of all absences: a handful of staff, always read together. */
export const ABSENCE_PARTITION = 'ABSENCE';
export const ABSENCE_PREFIX = 'STAFF#';

export type Key = Readonly<Record<string, string>>;

const key = (partition: string, sort: string): Key => ({ [PARTITION_KEY]: partition, [SORT_KEY]: sort });

/** Primary keys: desk table. */
export const deskKeys = {
  case: (caseNumber: string) => key(`${CASE_PREFIX}${caseNumber}`, 'CASE'),
  content: (caseNumber: string) => key(`${CASE_PREFIX}${caseNumber}`, 'CONTENT'),
  answer: (caseNumber: string, partId: string) =>
    key(`${CASE_PREFIX}${caseNumber}`, `${ANSWER_PREFIX}${partId.padStart(2, '0')}`),
  event: (caseNumber: string, sequence: number) =>
    key(`${CASE_PREFIX}${caseNumber}`, `${EVENT_PREFIX}${String(sequence).padStart(6, '0')}`),
  figures: (month: string, requestType: string, shard: number) =>
    key(`${FIGURES_PREFIX}${month}`, `${FIGURES_TYPE_PREFIX}${requestType}#${shard}`),
  view: (caseNumber: string, at: string, staffId: string) =>
    key(`${CASE_PREFIX}${caseNumber}`, `VIEW#${at}#${staffId}`),
  text: (caseNumber: string, textId: string) => key(`${CASE_PREFIX}${caseNumber}`, `${TEXT_PREFIX}${textId}`),
  outbox: (outboxId: string) => key(`${OUTBOX_PREFIX}${outboxId}`, 'OUTBOX'),
  token: (hash: string) => key(`TOKEN#${hash}`, 'TOKEN'),
  absence: (staffId: string) => key(ABSENCE_PARTITION, `${ABSENCE_PREFIX}${staffId}`),
} as const;

/** Primary keys: ledger table (never rolled back with the desk table). */
export const ledgerKeys = {
  auditHead: (caseNumber: string) => key(`AUDIT#${caseNumber}`, 'HEAD'),
  suppression: (kid: string, mac: string, channel: string, scope: string) =>
    key(`SUPPRESSION#${kid}#${mac}`, `${channel}#${scope}`),
} as const;

/** Primary keys: limits table (short-lived, no backup). */
export const limitsKeys = {
  submission: (idempotencyKeyHash: string) => key(`SUBMISSION#${idempotencyKeyHash}`, 'SUBMISSION'),
  session: (hash: string) => key(`SESSION#${hash}`, 'SESSION'),
  rate: (subject: string, windowSeconds: number, windowStart: string) =>
    key(`RATE#${subject}`, `${windowSeconds}#${windowStart}`),
} as const;

/** The queues of the queue index. */
export type Queue = 'OPEN' | 'UNCONFIRMED' | 'CLOSED' | 'UNSENT';

/** Prefix of the primary partition keys behind a queue: the rest of the key is the item's id. */
export function queueItemPrefix(queue: Queue): string {
  return queue === 'UNSENT' ? OUTBOX_PREFIX : CASE_PREFIX;
}

/** All partition keys of a queue. */
export function queuePartitions(queue: Queue): readonly string[] {
  return Array.from({ length: QUEUE_SHARDS }, (_, shard) => `${queue}#${shard}`);
}

/** Queue index attributes of an item; its shard follows from its id, so it can be found without a look-up. */
export function queueAttributes(queue: Queue, id: string, dueAt: string): Key {
  const shard =
    Array.from(id).reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521, 7) % QUEUE_SHARDS;
  return { [QUEUE_INDEX.partitionKey]: `${queue}#${shard}`, [QUEUE_INDEX.sortKey]: `${dueAt}#${id}` };
}

/** Upper bound (exclusive) of the sort keys due at an instant: `$` follows `#`, so every id of that instant is below. */
export function queueBound(until: string): string {
  return `${until}$`;
}

/** Contact index attributes of a case: its contact's cases in order of receipt. */
export function contactAttributes(kid: string, mac: string, receivedAt: string, caseNumber: string): Key {
  return {
    [CONTACT_INDEX.partitionKey]: `CONTACT#${kid}#${mac}`,
    [CONTACT_INDEX.sortKey]: `${receivedAt}#${caseNumber}`,
  };
}
