import * as z from 'zod';
import {
  type Answer,
  answerSchema,
  type Case,
  type CaseContent,
  caseContentSchema,
  caseSchema,
} from '../../domain/cases/case.ts';
import { type CaseEvent, caseEventSchema } from '../../domain/cases/case-events.ts';
import { type CaseText, caseTextSchema } from '../../domain/cases/case-text.ts';
import { type ConsentEvent, consentEventSchema } from '../../domain/consents/consent-event.ts';
import {
  type ListEntry,
  listEntrySchema,
  type SignUp,
  signUpSchema,
  type Subscriber,
  subscriberSchema,
} from '../../domain/consents/subscriber.ts';
import { type Suppression, suppressionSchema } from '../../domain/consents/suppression.ts';
import type { Contact } from '../../domain/consents/contact.ts';
import { type Absence, absenceSchema } from '../../domain/desk/absence.ts';
import { type ActionToken, actionTokenSchema } from '../../domain/desk/action-token.ts';
import { type CaseView, caseViewSchema } from '../../domain/desk/case-view.ts';
import { type StaffSession, staffSessionSchema } from '../../domain/desk/staff-session.ts';
import { type Figures, figuresSchema } from '../../domain/figures/figures.ts';
import { instantSchema } from '../../domain/instants.ts';
import { type OutboxRow, outboxRowSchema } from '../../domain/outbox/outbox-row.ts';
import type { Clock, Submission } from '../../domain/ports.ts';
import { createMemoryTable, type MemoryTable } from './memory-table.ts';

const auditHeadSchema = z.strictObject({ sequence: z.int().min(1), hash: z.string() });
const submissionSchema = z.strictObject({
  idempotencyKeyHash: z.string(),
  bodyHash: z.string(),
  caseNumber: z.string(),
  expiresAt: instantSchema,
});

/** Everything the memory stores hold: what DynamoDB keeps in its three tables. */
export interface MemoryDesk {
  readonly clock: Clock;
  readonly cases: MemoryTable<Case>;
  readonly contents: MemoryTable<CaseContent>;
  readonly answers: MemoryTable<Answer>;
  readonly texts: MemoryTable<CaseText>;
  readonly views: MemoryTable<CaseView>;
  readonly events: MemoryTable<CaseEvent>;
  readonly outbox: MemoryTable<OutboxRow>;
  readonly tokens: MemoryTable<ActionToken>;
  readonly sessions: MemoryTable<StaffSession>;
  readonly absences: MemoryTable<Absence>;
  readonly submissions: MemoryTable<Submission>;
  readonly consentEvents: MemoryTable<ConsentEvent>;
  readonly subscribers: MemoryTable<Subscriber>;
  readonly lists: MemoryTable<ListEntry>;
  readonly signUps: MemoryTable<SignUp>;
  readonly suppressions: MemoryTable<Suppression>;
  readonly auditHeads: MemoryTable<Case['lastEvent']>;
  readonly figures: MemoryTable<Figures>;
  readonly rates: Map<string, number>;
  /** When a subject was last let through, as text. */
  readonly letThrough: Map<string, { readonly at: string; readonly by: string }>;
}

/** An empty desk. The clock decides only whether a submission, a sign-up or an address has expired or an absence is over. */
export function createMemoryDesk(clock: Clock): MemoryDesk {
  return {
    clock,
    cases: createMemoryTable('CASE', caseSchema),
    contents: createMemoryTable('CONTENT', caseContentSchema),
    answers: createMemoryTable('ANSWER', answerSchema),
    texts: createMemoryTable('TEXT', caseTextSchema),
    views: createMemoryTable('VIEW', caseViewSchema),
    events: createMemoryTable('EVENT', caseEventSchema),
    outbox: createMemoryTable('OUTBOX', outboxRowSchema),
    tokens: createMemoryTable('TOKEN', actionTokenSchema),
    sessions: createMemoryTable('SESSION', staffSessionSchema),
    absences: createMemoryTable('ABSENCE', absenceSchema),
    submissions: createMemoryTable('SUBMISSION', submissionSchema),
    consentEvents: createMemoryTable('CONSENT_EVENT', consentEventSchema),
    subscribers: createMemoryTable('SUBSCRIBER', subscriberSchema),
    lists: createMemoryTable('SUBSCRIBERS', listEntrySchema),
    signUps: createMemoryTable('SIGNUP', signUpSchema),
    suppressions: createMemoryTable('SUPPRESSION', suppressionSchema),
    auditHeads: createMemoryTable('AUDIT', auditHeadSchema),
    figures: createMemoryTable('FIGURES', figuresSchema),
    rates: new Map(),
    letThrough: new Map(),
  };
}

/** Keys of items that come in numbers for one case; key order is their order. */
export const memoryKeys = {
  answer: (caseNumber: string, partId: string) => `${caseNumber} ${partId.padStart(2, '0')}`,
  text: (caseNumber: string, textId: string) => `${caseNumber} ${textId}`,
  event: (caseNumber: string, sequence: number) => `${caseNumber} ${String(sequence).padStart(6, '0')}`,
  figures: ({ month, requestType }: Pick<Figures, 'month' | 'requestType'>) => `${month} ${requestType}`,
  consentEvent: ({
    contact,
    topic,
    channel,
    sequence,
  }: Pick<ConsentEvent, 'contact' | 'topic' | 'channel' | 'sequence'>) =>
    `${contact.kid} ${contact.mac} ${topic} ${channel} ${String(sequence).padStart(6, '0')}`,
  contact: ({ kid, mac }: Contact) => `${kid} ${mac}`,
  listEntry: ({ topic, contact }: Pick<ListEntry, 'topic' | 'contact'>) =>
    `${topic} ${contact.mac.slice(0, 1)} ${contact.kid} ${contact.mac}`,
  suppression: ({ contact, channel, scope }: Pick<Suppression, 'contact' | 'channel' | 'scope'>) =>
    `${contact.kid} ${contact.mac} ${channel} ${scope}`,
} as const;
