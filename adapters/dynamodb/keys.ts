/** Attribute and index names of all three tables; the stacks declare the tables from the same constants. */
export const PARTITION_KEY = 'pk';
export const SORT_KEY = 'sk';
/** Epoch seconds; DynamoDB deletes the item some time after it. */
export const TIME_TO_LIVE = 'expiresAtSeconds';
/** Which write stored the item: how a write whose answer was lost recognises its own effect. */
export const WRITE_ID = 'writeId';

/** Sparse queues ordered by wall instant: due cases, outbox rows that did not leave, old sign-ups. Keys only. */
export const QUEUE_INDEX = { name: 'gsi1', partitionKey: 'gsi1pk', sortKey: 'gsi1sk' } as const;
/** Sparse look-up by keyed hash of a contact address. Keys only. */
export const CONTACT_INDEX = { name: 'gsi2', partitionKey: 'gsi2pk', sortKey: 'gsi2sk' } as const;

/** Queues are spread over this many partitions, or one partition's 1,000 writes a second would throttle the intake. */
const QUEUE_SHARDS = 10;

/** Prefix of the partition keys of outbox rows; the stream filter of the dispatcher matches on it. */
export const OUTBOX_PREFIX = 'OUTBOX#';
const CASE_PREFIX = 'CASE#';
const FIGURES_PREFIX = 'FIGURES#';
const SIGN_UP_PREFIX = 'SIGNUP#';

/** Sort key prefixes of the items of a case, or of the consents of a contact, that come in numbers. */
export const ANSWER_PREFIX = 'ANSWER#';
export const EVENT_PREFIX = 'EVENT#';
export const TEXT_PREFIX = 'TEXT#';
/** Sort key prefix of the figures of a month. */
export const FIGURES_TYPE_PREFIX = 'TYPE#';

/** The one partition of all absences: a handful of staff, always read together. */
export const ABSENCE_PARTITION = 'ABSENCE';
export const ABSENCE_PREFIX = 'STAFF#';

export type Key = Readonly<Record<string, string>>;
/** A keyed hash of an address, as it stands in keys. */
type ContactKey = { readonly kid: string; readonly mac: string };

/** The digits a list is spread over: the first of each hash. */
export const LIST_SHARDS: readonly string[] = Array.from({ length: 16 }, (_, digit) => digit.toString(16));

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
  consentEvent: ({ kid, mac }: ContactKey, topic: string, channel: string, sequence: number) =>
    key(`CONSENT#${kid}#${mac}`, `${EVENT_PREFIX}${topic}#${channel}#${String(sequence).padStart(6, '0')}`),
  subscriber: ({ kid, mac }: ContactKey) => key(`CONSENT#${kid}#${mac}`, 'SUBSCRIBER'),
  signUp: (signUpId: string) => key(`${SIGN_UP_PREFIX}${signUpId}`, 'SIGNUP'),
  listEntry: (topic: string, { kid, mac }: ContactKey) =>
    key(`SUBSCRIBERS#${topic}#${mac.slice(0, 1)}`, `${kid}#${mac}`),
} as const;

/** Primary keys: ledger table (never rolled back with the desk table). */
export const ledgerKeys = {
  auditHead: (caseNumber: string) => key(`AUDIT#${caseNumber}`, 'HEAD'),
  suppressions: ({ kid, mac }: ContactKey, channel: string) => key(`SUPPRESSION#${kid}#${mac}`, channel),
} as const;

/** Primary keys: limits table (short-lived, no backup). */
export const limitsKeys = {
  submission: (idempotencyKeyHash: string) => key(`SUBMISSION#${idempotencyKeyHash}`, 'SUBMISSION'),
  session: (hash: string) => key(`SESSION#${hash}`, 'SESSION'),
  rate: (subject: string, windowSeconds: number, windowStart: string) =>
    key(`RATE#${subject}`, `${windowSeconds}#${windowStart}`),
  once: (subject: string) => key(`ONCE#${subject}`, 'ONCE'),
} as const;

/** The queues of the queue index. */
export type Queue = 'OPEN' | 'UNCONFIRMED' | 'CLOSED' | 'UNSENT' | 'GIVEN_UP' | 'SIGN_UP';

/** Prefix of the primary partition keys behind a queue: the rest of the key is the item's id. */
export function queueItemPrefix(queue: Queue): string {
  if (queue === 'SIGN_UP') return SIGN_UP_PREFIX;
  return queue === 'UNSENT' || queue === 'GIVEN_UP' ? OUTBOX_PREFIX : CASE_PREFIX;
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
