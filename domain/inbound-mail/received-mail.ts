import type { Temporal } from 'temporal-polyfill';
import type { ReadMail } from './read-mail.ts';

/** A mail as it reached the desk, with what the provider says of it. */
export interface ReceivedMail {
  /** The provider's own id: one for each mail, and the same when it is delivered to the desk again. */
  readonly messageId: string;
  /** Where the whole message is kept. */
  readonly objectKey: string;
  readonly arrivedAt: Temporal.Instant;
  /** Addresses it was sent to, by its envelope. */
  readonly recipients: readonly string[];
  /** Address of the envelope; empty for bounces. */
  readonly envelopeFrom: string;
  /** The provider's verdicts. */
  readonly spam: boolean;
  /** The domain of the author says that the mail is not its own (DMARC). */
  readonly forged: boolean;
  readonly virus: boolean;
  /** Undefined when it could not be read. */
  readonly read: ReadMail | undefined;
}

/** What a mail led to; told in the log, with the number of its case where it has one. */
export interface MailOutcome {
  readonly outcome:
    /** Mailings stopped, and nothing else to read. */
    | 'withdrawn'
    /** Joined a case as a message. */
    | 'joined'
    /** Waits for staff as a proposal. */
    | 'proposed'
    /** Written by a machine and asking nothing: kept for as long as every message is, and shown to nobody. */
    | 'ignored';
  readonly caseNumber?: string;
}
