import * as z from 'zod';
import { GENESIS_HASH, hashOfEvent } from '../hash-chain.ts';
import { instantSchema } from '../instants.ts';
import { actorSchema } from './actor.ts';
import type { Case } from './case.ts';
import { caseNumberSchema } from './case-number.ts';

export const caseEventTypeSchema = z.enum([
  'request_received',
  'part_carried_out',
  'request_confirmed',
  'request_accepted',
  'address_confirmed',
  'request_dismissed',
  'case_taken',
  'step_done',
  'step_overtaken',
  'part_decided',
  'case_closed',
  'answer_collected',
  'clock_restarted',
  'case_handed_over',
  'part_added',
  'part_retyped',
  'part_withdrawn',
  'proposal_made',
  'proposal_approved',
  'proposal_sent_back',
  'promise_recorded_missed',
  'extension_in_force',
  'delay_explained',
  'letter_bounced',
  'inquiry_asked',
  'inquiry_answered',
  'identity_code_sent',
  'code_issued',
  'identity_recorded',
  'mandate_seen',
  'restriction_started',
  'restriction_told',
  'restriction_lifted',
  'task_set',
  'task_ended',
  'message_sent',
  'message_received',
  'contact_changed',
  'mail_sent_again',
  'staff_excluded',
  'cases_linked',
  'case_reopened',
  'wrong_recipient',
  'mailings_stopped',
  'file_attached',
  'file_removed',
  'file_collected',
]);
export type CaseEventType = z.infer<typeof caseEventTypeSchema>;

/**
 * One line of a case's audit trail. `details` holds codes, ids and hashes, never text people wrote: erasing content
 * leaves the chain whole. `hash` is SHA-256 over the RFC 8785 form of everything else, `previousHash` included.
 */
export const caseEventSchema = z.strictObject({
  schemaVersion: z.literal(1),
  caseNumber: caseNumberSchema,
  sequence: z.int().min(1),
  type: caseEventTypeSchema,
  /** Case time. */
  at: instantSchema,
  actor: actorSchema,
  details: z.record(z.string(), z.string()),
  previousHash: z.string(),
  hash: z.string(),
});
export type CaseEvent = z.infer<typeof caseEventSchema>;

/** What a use case says happened; sequence and hashes are added when it is chained. */
export type EventEntry = Pick<CaseEvent, 'type' | 'at' | 'actor' | 'details'>;

/** Chains entries behind a head; answers the events and the new head. */
export function chainEvents(
  caseNumber: string,
  head: Case['lastEvent'] | undefined,
  entries: readonly EventEntry[],
): { readonly events: readonly CaseEvent[]; readonly head: Case['lastEvent'] } {
  let sequence = head?.sequence ?? 0;
  let previousHash = head?.hash ?? GENESIS_HASH;
  const events = entries.map((entry) => {
    sequence += 1;
    const unsealed = { schemaVersion: 1 as const, caseNumber, sequence, ...entry, previousHash };
    const event = { ...unsealed, hash: hashOfEvent(unsealed) };
    previousHash = event.hash;
    return event;
  });
  return { events, head: { sequence, hash: previousHash } };
}

/** What is wrong with a chain, or undefined when it is whole up to the head kept elsewhere. */
export interface ChainFault {
  readonly sequence: number;
  readonly fault: 'missing' | 'changed' | 'unlinked' | 'truncated';
}

/** Checks every hash, every link and, against `head`, that nothing was cut off at the end. */
export function verifyChain(events: readonly CaseEvent[], head: Case['lastEvent']): ChainFault | undefined {
  let previousHash = GENESIS_HASH;
  for (const [index, event] of events.entries()) {
    if (event.sequence !== index + 1) return { sequence: index + 1, fault: 'missing' };
    if (event.previousHash !== previousHash) return { sequence: event.sequence, fault: 'unlinked' };
    const { hash, ...unsealed } = event;
    if (hashOfEvent(unsealed) !== hash) return { sequence: event.sequence, fault: 'changed' };
    previousHash = hash;
  }
  if (events.length !== head.sequence || previousHash !== head.hash) {
    return { sequence: events.length + 1, fault: 'truncated' };
  }
  return undefined;
}
