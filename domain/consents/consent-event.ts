import * as z from 'zod';
import { actorSchema } from '../cases/actor.ts';
import { caseNumberSchema } from '../cases/case-number.ts';
import { GENESIS_HASH, hashOfEvent } from '../hash-chain.ts';
import { instantSchema } from '../instants.ts';
import { languageSchema } from '../languages.ts';
import { contactSchema } from './contact.ts';
import { channelSchema, scopeSchema, suppressionReasonSchema } from './suppression.ts';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** The words a person agreed to, literally: a reference to the website of the day would prove nothing (EDPB 05/2020 §107). */
export const shownTextSchema = z.strictObject({
  version: z.string().min(1).max(60),
  language: languageSchema,
  text: z.string().min(1).max(4000),
  sha256: sha256Schema,
});
export type ShownText = z.infer<typeof shownTextSchema>;

/** The privacy notice that was in force when somebody agreed. */
export const noticeRefSchema = z.strictObject({
  noticeId: z.string().min(1).max(60),
  version: z.string().min(1).max(60),
  sha256: sha256Schema,
  url: z.url(),
});
export type NoticeRef = z.infer<typeof noticeRefSchema>;

/** How consent was asked. */
export const collectionMethodSchema = z.enum(['web', 'api', 'import']);

/** By which way somebody stopped. */
export const withdrawnThroughSchema = z.enum([
  'one_click',
  'preferences',
  'api',
  'mail',
  'staff',
  'case',
  'mail_event',
  'not_me',
]);
export type WithdrawnThrough = z.infer<typeof withdrawnThroughSchema>;

const common = {
  schemaVersion: z.literal(1),
  /** One person, topic and channel; version 4 UUID (ISO/IEC TS 27560 record identifier). */
  recordId: z.uuidv4(),
  contact: contactSchema,
  topic: scopeSchema,
  channel: channelSchema,
  /** From 1, without gaps. */
  sequence: z.int().min(1),
  /** Wall time, UTC. */
  at: instantSchema,
  previousHash: sha256Schema,
  hash: sha256Schema,
};

/**
 * What happened to the consent of one person for one topic: added, never changed or taken away. Holds no address.
 * `requested`: somebody typed the address in. `given`: its holder pressed the button. `imported`: given elsewhere, with
 * the evidence of then. `withdrawn`: stopped, at once. `reached_tool`: the newsletter tool said that it knows of event
 * `ofSequence`.
 */
export const consentEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('requested'),
    method: collectionMethodSchema.exclude(['import']),
    shown: shownTextSchema,
    notice: noticeRefSchema,
    /** Declared to be of the age the profile names (GDPR art. 8). */
    ageDeclared: z.int(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('given'),
    /** Hash of the secret in the confirmation mail: who had it reads the mailbox. */
    evidence: z.strictObject({ tokenHash: sha256Schema }),
  }),
  z.strictObject({
    ...common,
    type: z.literal('imported'),
    language: languageSchema,
    evidence: z.strictObject({
      /** When it was given, by the list it came from. */
      givenAt: instantSchema,
      /** Where and how, in the words of that list. */
      source: z.string().min(1).max(300),
      /** The words agreed to, or where they are kept. */
      wording: z.string().min(1).max(2000),
      /** Where the proof of it is kept. */
      proof: z.string().max(300).nullable(),
    }),
  }),
  z.strictObject({
    ...common,
    type: z.literal('withdrawn'),
    reason: suppressionReasonSchema,
    through: withdrawnThroughSchema,
    by: actorSchema,
    caseNumber: caseNumberSchema.nullable(),
  }),
  z.strictObject({ ...common, type: z.literal('reached_tool'), ofSequence: z.int().min(1) }),
]);
export type ConsentEvent = z.infer<typeof consentEventSchema>;

type Sealed = 'schemaVersion' | 'recordId' | 'contact' | 'topic' | 'channel' | 'sequence' | 'previousHash' | 'hash';
type EntryOf<Event> = Event extends unknown ? Omit<Event, Sealed> : never;
/** An event before it has its place in a record. */
export type ConsentEntry = EntryOf<ConsentEvent>;

/** What a record is about, before its first event. */
export type ConsentSubject = Pick<ConsentEvent, 'recordId' | 'contact' | 'topic' | 'channel'>;

/** Seals entries behind the events there are: numbers, links and hashes them. */
export function appendEvents(
  subject: ConsentSubject,
  before: readonly ConsentEvent[],
  entries: readonly ConsentEntry[],
): readonly ConsentEvent[] {
  const { recordId, contact, topic, channel } = subject;
  let sequence = before.at(-1)?.sequence ?? 0;
  let previousHash = before.at(-1)?.hash ?? GENESIS_HASH;
  return entries.map((entry) => {
    sequence += 1;
    const unsealed = { schemaVersion: 1 as const, recordId, contact, topic, channel, sequence, ...entry, previousHash };
    const event = consentEventSchema.parse({ ...unsealed, hash: hashOfEvent(unsealed) });
    previousHash = event.hash;
    return event;
  });
}

/** The sequence of the first event that was changed, moved or follows a gap; undefined when the record is whole. */
export function firstFault(events: readonly ConsentEvent[]): number | undefined {
  let previousHash = GENESIS_HASH;
  for (const [index, event] of events.entries()) {
    const { hash, ...unsealed } = event;
    const isWhole =
      event.sequence === index + 1 && event.previousHash === previousHash && hashOfEvent(unsealed) === hash;
    if (!isWhole) return event.sequence;
    previousHash = hash;
  }
  return undefined;
}
