import { Temporal } from 'temporal-polyfill';
import { ConsentConflictError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { Language } from '../../languages.ts';
import type { Clock, KeyRing, RandomBytes } from '../../ports.ts';
import type { ConsentChange, ConsentReader, ConsentStore } from '../ports.ts';
import { appendEvents } from '../consent-event.ts';
import { type ConsentRecord, recordsOfAddress, stateOf } from '../consent-record.ts';
import { contactsOf } from '../contact.ts';
import { retryOnConsentConflict } from '../retry-on-conflict.ts';
import { changedSubscriber } from '../subscriber.ts';
import { suppressedAmong } from '../suppressed-among.ts';
import { uuidFrom } from '../uuid.ts';

export interface ImportDependencies {
  readonly consents: ConsentStore;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  readonly organisation: { readonly defaultLanguage: Language };
}

/** One consent that was given elsewhere, with the evidence of then. */
export interface ImportLine {
  /** Its place in the list it comes from. */
  readonly line: number;
  readonly email: string;
  readonly language?: Language | undefined;
  readonly givenAt: Temporal.Instant;
  readonly source: string;
  readonly wording: string;
  readonly proof: string | null;
}

/** `unchanged`: the address is on the list already, and its record stays as it is. */
export type ImportOutcome =
  | { readonly line: number; readonly outcome: 'added' | 'unchanged' }
  | { readonly line: number; readonly outcome: 'refused'; readonly code: 'given_in_future' | 'suppressed' };

/** Three items each stay within what one transaction can hold. */
export const MOST_IMPORT_LINES = 25;

/**
 * Takes consents over from an earlier list of a topic, at most MOST_IMPORT_LINES at once; each line is judged on its own,
 * and doing it again changes nothing. Who is suppressed, or withdrew after the consent of the line, is refused: only the
 * person alone can undo that (rule of the double opt-in). Nobody is mailed and the newsletter tool hears nothing. With
 * `dryRun` it answers the same and writes nothing. The topic is one of the profile.
 */
export async function importSubscribers(
  dependencies: ImportDependencies,
  topic: string,
  lines: readonly ImportLine[],
  dryRun: boolean,
): Promise<readonly ImportOutcome[]> {
  try {
    return await importTogether(dependencies, topic, lines, dryRun);
  } catch (error) {
    if (!(error instanceof ConsentConflictError)) throw error;
    // One of these people acted at this moment: the others must not wait for that.
    const outcomes: ImportOutcome[] = [];
    for (const line of lines) {
      outcomes.push(...(await retryOnConsentConflict(() => importTogether(dependencies, topic, [line], dryRun))));
    }
    return outcomes;
  }
}

async function importTogether(
  dependencies: ImportDependencies,
  topic: string,
  lines: readonly ImportLine[],
  dryRun: boolean,
): Promise<readonly ImportOutcome[]> {
  const { consents, keys } = dependencies;
  const now = dependencies.clock.now();
  const suppressed = await suppressedAmong(
    dependencies,
    topic,
    lines.map(({ email }) => email),
  );
  const records = await Promise.all(lines.map(({ email }) => recordOf(consents, keys, topic, email)));
  const added = new Set<string>();
  const changes: ConsentChange[] = [];
  const outcomes: ImportOutcome[] = [];
  for (const [index, line] of lines.entries()) {
    const record = records[index];
    const [{ mac }] = contactsOf(keys, line.email);
    const outcome = outcomeOf(line, record, suppressed.has(line.email), added.has(mac), now);
    outcomes.push(outcome);
    if (outcome.outcome !== 'added') continue;
    added.add(mac);
    if (!dryRun) changes.push(await changeOf(dependencies, topic, line, record, now));
  }
  if (changes.length > 0) await consents.commit(together(changes));
  return outcomes;
}

async function recordOf(
  consents: Pick<ConsentReader, 'listRecords'>,
  keys: KeyRing,
  topic: string,
  email: string,
): Promise<ConsentRecord | undefined> {
  const records = (await recordsOfAddress(consents, keys, email)).filter((record) => record.topic === topic);
  return records.find((record) => stateOf(record) === 'given') ?? records[0];
}

function outcomeOf(
  { line, givenAt }: ImportLine,
  record: ConsentRecord | undefined,
  isSuppressed: boolean,
  isAdded: boolean,
  now: Temporal.Instant,
): ImportOutcome {
  if (Temporal.Instant.compare(givenAt, now) > 0) return { line, outcome: 'refused', code: 'given_in_future' };
  if (isSuppressed || hasWithdrawnSince(record, givenAt)) return { line, outcome: 'refused', code: 'suppressed' };
  const isListed = record !== undefined && stateOf(record) === 'given';
  return { line, outcome: isListed || isAdded ? 'unchanged' : 'added' };
}

function hasWithdrawnSince(record: ConsentRecord | undefined, givenAt: Temporal.Instant): boolean {
  if (record === undefined || stateOf(record) !== 'withdrawn') return false;
  const withdrawn = record.events.findLast(({ type }) => type === 'withdrawn');
  return withdrawn !== undefined && withdrawn.at >= instantText(givenAt);
}

async function changeOf(
  { consents, keys, randomBytes, organisation }: ImportDependencies,
  topic: string,
  line: ImportLine,
  record: ConsentRecord | undefined,
  now: Temporal.Instant,
): Promise<ConsentChange> {
  const { email, source, wording, proof } = line;
  const [current] = contactsOf(keys, email);
  const subject = record ?? { recordId: uuidFrom(randomBytes(16)), contact: current, topic, channel: 'email' as const };
  const { contact, recordId } = subject;
  const known = await consents.findSubscriber(contact);
  const language = line.language ?? known?.address?.language ?? organisation.defaultLanguage;
  const givenAt = instantText(line.givenAt);
  const evidence = { givenAt, source, wording, proof };
  const next = { contact, address: known?.address ?? { email, language }, keepUntil: null };
  const subscriber = changedSubscriber(known, next, instantText(now));
  return {
    events: appendEvents(subject, record?.events ?? [], [
      { type: 'imported', at: instantText(now), language, evidence },
    ]),
    listed: [{ schemaVersion: 1, topic, contact, recordId, email, language, since: givenAt }],
    subscribers: [subscriber],
  };
}

function together(changes: readonly ConsentChange[]): ConsentChange {
  return {
    events: changes.flatMap(({ events = [] }) => events),
    listed: changes.flatMap(({ listed = [] }) => listed),
    subscribers: changes.flatMap(({ subscribers = [] }) => subscribers),
  };
}
