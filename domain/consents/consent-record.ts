import type { ConsentReader } from './ports.ts';
import type { KeyRing } from '../ports.ts';
import type { ConsentEvent } from './consent-event.ts';
import { contactsOf } from './contact.ts';

/** All that happened to the consent of one person for one topic, in order; there is at least one event. */
export interface ConsentRecord extends Pick<ConsentEvent, 'recordId' | 'contact' | 'topic' | 'channel'> {
  readonly events: readonly ConsentEvent[];
}

/** Where a consent stands, in the states of ISO/IEC TS 27560. */
export type ConsentState = 'requested' | 'given' | 'withdrawn';

/** Follows from the events and is stored nowhere. */
export function stateOf({ events }: Pick<ConsentRecord, 'events'>): ConsentState {
  const deciding = events.findLast(({ type }) => type !== 'reached_tool' && type !== 'requested');
  if (deciding === undefined) return 'requested';
  return deciding.type === 'withdrawn' ? 'withdrawn' : 'given';
}

/** The event by which consent is in force now; undefined when it is not. */
export function givingEvent(record: ConsentRecord): Extract<ConsentEvent, { type: 'given' | 'imported' }> | undefined {
  if (stateOf(record) !== 'given') return undefined;
  return record.events.findLast((event) => event.type === 'given' || event.type === 'imported');
}

/** When the newsletter tool said that it knows of an event; undefined until it does. */
export function reachedToolAt({ events }: ConsentRecord, sequence: number): string | undefined {
  return events.find((event) => event.type === 'reached_tool' && event.ofSequence === sequence)?.at;
}

/** The records that events belong to, in order of their topic. Events of one record are in order already. */
export function recordsOf(events: readonly ConsentEvent[]): readonly ConsentRecord[] {
  return [...Map.groupBy(events, ({ recordId }) => recordId).values()].flatMap((ofOne) => {
    const [first] = ofOne;
    if (first === undefined) return [];
    const { recordId, contact, topic, channel } = first;
    return [{ recordId, contact, topic, channel, events: ofOne }];
  });
}

/** Every record of an address, whichever kept key its hash was made with. */
export async function recordsOfAddress(
  consents: Pick<ConsentReader, 'listRecords'>,
  keys: KeyRing,
  email: string,
): Promise<readonly ConsentRecord[]> {
  const lists = await Promise.all(contactsOf(keys, email).map((contact) => consents.listRecords(contact)));
  return lists.flat();
}
