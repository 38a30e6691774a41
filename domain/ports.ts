import type { Temporal } from 'temporal-polyfill';
import type { AnswerFile, FileMediaType } from './cases/answer-file.ts';
import type { Answer, Case, CaseContent } from './cases/case.ts';
import type { CaseEvent } from './cases/case-events.ts';
import type { CaseText } from './cases/case-text.ts';
import type { ConsentEnding } from './consents/ports.ts';
import type { SuppressionChange } from './consents/suppression.ts';
import type { Absence } from './desk/absence.ts';
import type { CaseView } from './desk/case-view.ts';
import type { ActionToken } from './desk/action-token.ts';
import type { StaffSession } from './desk/staff-session.ts';
import type { FigureIncrement, Figures } from './figures/figures.ts';
import type { MailWords } from './outbox/mail-model.ts';
import type { OutboxRow } from './outbox/outbox-row.ts';

/** Wall time. */
export interface Clock {
  now(): Temporal.Instant;
}

/** Cryptographically strong random bytes. */
export type RandomBytes = (count: number) => Uint8Array;

/** What a keyed hash is for; a hash made for one purpose never matches another. */
export type KeyPurpose =
  | 'collection_code'
  | 'identity_code'
  | 'contact'
  | 'idempotency'
  | 'caller'
  | 'unsubscribe'
  | 'reply_address';

/** Kept keys by id: retired ones still verify what they made. */
export interface KeyRing {
  readonly currentKid: string;
  /** Every kept key, the one in use among them. */
  readonly kids: readonly string[];
  /** HMAC-SHA-256. Throws UnknownKeyError for a kid that is not kept. */
  hmac(kid: string, purpose: KeyPurpose, message: string): Uint8Array;
}

/** Remembers which answer an Idempotency-Key got, for 24 hours. Holds hashes only. */
export interface Submission {
  readonly idempotencyKeyHash: string;
  /** Keyed hash of the canonical body. */
  readonly bodyHash: string;
  readonly caseNumber: string;
  readonly expiresAt: string;
}

/** One new case, stored whole or not at all. */
export interface CaseCreation {
  readonly case: Case;
  readonly content: CaseContent;
  readonly events: readonly CaseEvent[];
  readonly outbox: readonly OutboxRow[];
  readonly suppressions: readonly SuppressionChange[];
  /** Consents that end with it. */
  readonly consents?: ConsentEnding;
  readonly submission: Submission;
  /** What a case closed at once adds to the figures of its month. */
  readonly figures?: readonly FigureIncrement[];
}

/** One change to a case, stored whole or not at all. `case.version` is the new version: the stored one plus one. */
export interface CaseChange {
  readonly case: Case;
  readonly events: readonly CaseEvent[];
  readonly outbox?: readonly OutboxRow[];
  readonly answers?: readonly Answer[];
  /** A text of an id that is stored already is overwritten: how what is no longer needed is emptied. */
  readonly texts?: readonly CaseText[];
  readonly content?: CaseContent;
  readonly suppressions?: readonly SuppressionChange[];
  /** Consents that end with it. */
  readonly consents?: ConsentEnding;
  /** Consumed in the same transaction: must be unused and not expired at `now` (wall time text). */
  readonly consume?: { readonly tokenHash: string; readonly now: string };
  /** What closing the case adds to the figures of its month. */
  readonly figures?: readonly FigureIncrement[];
}

/** Cases that were read together. */
export interface FoundCases {
  readonly cases: readonly Case[];
  /** Numbers of those whose item does not parse: one bad item hides no other case. */
  readonly unreadable: readonly string[];
}

export interface CaseReader {
  find(caseNumber: string): Promise<Case | undefined>;
  /** The cases there are under these numbers, in no order; a number given twice counts once. */
  findMany(caseNumbers: readonly string[]): Promise<FoundCases>;
  findContent(caseNumber: string): Promise<CaseContent | undefined>;
  listAnswers(caseNumber: string): Promise<readonly Answer[]>;
  /** In order of writing. */
  listTexts(caseNumber: string): Promise<readonly CaseText[]>;
  listEvents(caseNumber: string): Promise<readonly CaseEvent[]>;
  /** Case numbers with `nextStepAt` up to `until` (wall time), earliest first. */
  listDue(status: 'open' | 'unconfirmed' | 'closed', until: Temporal.Instant): Promise<readonly string[]>;
  /** Numbers of the cases of one contact, in order of receipt. Lags behind by moments. */
  listOfContact(contact: Case['contactHash']): Promise<readonly string[]>;
}

export interface CaseStore extends CaseReader {
  /** Throws VersionConflictError when the case moved on, TokenNotUsableError when the token is used, expired or gone. */
  commit(change: CaseChange): Promise<void>;
}

/** Takes new requests in. Apart from CaseStore, since only the public API may make cases. */
export interface RequestIntake {
  findSubmission(idempotencyKeyHash: string): Promise<Submission | undefined>;
  /** Throws SubmissionExistsError when the idempotency key is known, CaseNumberTakenError when the number is. */
  create(creation: CaseCreation): Promise<void>;
}

/** Reads the figures; they are written with the change that closes a case. */
export interface FiguresReader {
  /** One for each type with closings in a month (as `2026-11`), in order of type. */
  listMonth(month: string): Promise<readonly Figures[]>;
}

export interface OutboxStore {
  find(outboxId: string): Promise<OutboxRow | undefined>;
  /** Stores a row that belongs to no case change. A row with that id already there is left as it is. */
  add(row: OutboxRow): Promise<void>;
  /**
   * Takes the row for one dispatcher until `leaseUntil` and counts the attempt; answers it as claimed, or undefined
   * when it is finished, not due at `now`, or leased by another.
   */
  claim(outboxId: string, now: Temporal.Instant, leaseUntil: Temporal.Instant): Promise<OutboxRow | undefined>;
  /** Ends a claimed row; finished rows leave the table 35 days later. Does nothing when the claim was lost. */
  finish(
    claimed: OutboxRow,
    outcome: 'sent' | 'not_needed' | 'capped' | 'given_up',
    now: Temporal.Instant,
  ): Promise<void>;
  /** Gives a claimed row back, to be tried at `nextAttemptAt`. Does nothing when the claim was lost. */
  postpone(claimed: OutboxRow, nextAttemptAt: Temporal.Instant, errorCode: string): Promise<void>;
  /** Ids of unfinished rows due at `until`, earliest first, at most `limit`. */
  listUnsent(until: Temporal.Instant, limit: number): Promise<readonly string[]>;
  /** Ids of rows that were given up (dead letters), earliest first, at most `limit`; they stay until they are revived. */
  listGivenUp(limit: number): Promise<readonly string[]>;
  /** Makes a row that was given up due at `now`, as if it were new. Does nothing for any other. */
  revive(outboxId: string, now: Temporal.Instant): Promise<void>;
}

export interface TokenStore {
  find(hash: string): Promise<ActionToken | undefined>;
  putAll(tokens: readonly ActionToken[]): Promise<void>;
  /** Marks a token used. Throws TokenNotUsableError when it is used, expired at `now` or gone. */
  consume(hash: string, now: Temporal.Instant): Promise<void>;
}

export interface SessionStore {
  find(hash: string): Promise<StaffSession | undefined>;
  put(session: StaffSession): Promise<void>;
}

/** Who saw which case when: beside the audit trail, and never read by the desk itself. */
export interface CaseViewLog {
  record(view: CaseView): Promise<void>;
}

/** Who of the staff is away; at most one absence a person. */
export interface AbsenceStore {
  /** Absences of today (wall time, Amsterdam) and to come, in order of staff id, as they are now; past ones are left out. */
  list(): Promise<readonly Absence[]>;
  /** Replaces the person's earlier one. */
  put(absence: Absence): Promise<void>;
  /** Does nothing when the person has none. */
  remove(staffId: string): Promise<void>;
}

/** How many per window, for one subject (a hash: no addresses in the table). */
export interface RateLimit {
  readonly subject: string;
  readonly atMost: number;
  readonly windowSeconds: number;
}

/** Once in so many seconds since the last time. `by` is who asks: whoever asks again, after a fault, is answered again. */
export interface OnceLimit {
  readonly subject: string;
  readonly seconds: number;
  readonly by: string;
}

export interface RateLimiter {
  /** Counts one and answers whether it is within the limit. Fixed windows of wall time. */
  take(limit: RateLimit, now: Temporal.Instant): Promise<boolean>;
  /** Whether the last time this was answered with yes is at least so long ago, or never was, or was the same `by`. */
  takeOnce(limit: OnceLimit, now: Temporal.Instant): Promise<boolean>;
}

export interface OutgoingMail {
  readonly to: string;
  readonly words: MailWords;
  readonly language: string;
  /** Written by a machine without a person asking: `Auto-Submitted: auto-generated` (RFC 3834). */
  readonly automatic: boolean;
  /** Makes a duplicate recognisable to the provider's events. */
  readonly outboxId: string;
  /** Where a reply goes; the organisation's own address without it. */
  readonly replyTo?: string;
  /** A message sent on whole, as an attachment. */
  readonly attached?: Uint8Array;
  /** How to stop with one press (RFC 8058, RFC 2369): only on mail that rests on consent. */
  readonly unsubscribe?: { readonly url: string; readonly mailto: string | null };
}

export interface MailSender {
  /** One attempt. Throws MailNotSentError with a code and whether it may have left all the same. */
  send(mail: OutgoingMail): Promise<void>;
}

/** A form a browser posts one file with, straight into the store: every field is sent before the file itself. */
export interface UploadOffer {
  readonly address: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** One version of a stored file. */
export interface FileVersion {
  readonly key: string;
  readonly versionId: string;
}

/** Gives attached files out. Apart from AnswerFileStore, since whoever collects puts nothing in. */
export interface AnswerFileReader {
  /** Where its forms and links lead, as an origin (RFC 6454). */
  origin(): Promise<string>;
  /**
   * An address that saves this very version as `savedAs`, for a minute and to whoever has it; undefined when it is not
   * kept any more.
   */
  linkTo(file: Pick<AnswerFile, 'key' | 'versionId' | 'mediaType'>, savedAs: string): Promise<string | undefined>;
}

export interface AnswerFileStore extends AnswerFileReader {
  /** A form for one file of 1 byte to LARGEST_FILE under this key, for a quarter of an hour; then leads on to `continueTo`. */
  offerUpload(key: string, continueTo: string): Promise<UploadOffer>;
  /** The newest version under a key, whole; undefined when there is none, or none of an allowed size. */
  readArrived(key: string): Promise<{ readonly versionId: string; readonly content: Uint8Array } | undefined>;
  /** Copies one version to another key, to be kept as what it is; answers the version id of the copy. */
  keep(from: FileVersion, key: string, mediaType: FileMediaType): Promise<string>;
}

export interface WorkflowStarter {
  /** Starts the execution `caseNumber-run` with `{caseId}` as its input; a name already there counts as started. */
  start(caseNumber: string, run: number): Promise<void>;
}
