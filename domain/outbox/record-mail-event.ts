import type { Temporal } from 'temporal-polyfill';
import { parseInstant } from '../instants.ts';
import type { OutboxStore } from '../ports.ts';
import type { MailOrder } from './outbox-row.ts';

/** What became of a mail that left: it did not arrive, or its reader called it spam. */
export interface MailReport {
  readonly outboxId: string;
  readonly kind: 'bounced' | 'complained';
  /** When that happened, by the provider; undefined when it does not say. */
  readonly at: Temporal.Instant | undefined;
}

export interface MailReportDependencies {
  readonly outbox: Pick<OutboxStore, 'find'>;
  /**
   * What follows from a mail that did not arrive. Called again when an event is delivered twice, so it must do its work
   * once for each outbox id.
   */
  readonly bounced: (order: MailOrder, outboxId: string, at: Temporal.Instant) => Promise<void>;
  /** What follows from a mail that its reader called spam; may be called again as well. */
  readonly complained: (order: MailOrder, at: Temporal.Instant) => Promise<void>;
}

/**
 * Takes in what the provider tells of a mail, whatever state its row is in: the report can be there before the row is
 * marked sent. A complaint about a letter of a case changes nothing: it did arrive, and the next one may be one the law
 * asks for.
 * @returns `unknown_mail` when there is no such row, or no longer: rows leave some weeks after they are finished
 */
export async function recordMailEvent(
  { outbox, bounced, complained }: MailReportDependencies,
  { outboxId, kind, at }: MailReport,
): Promise<'recorded' | 'unknown_mail'> {
  const row = await outbox.find(outboxId);
  if (row?.kind !== 'mail') return 'unknown_mail';
  // No earlier than the mail was ordered; what its reader did after that is not undone by it.
  const happenedAt = at ?? parseInstant(row.createdAt);
  if (kind === 'bounced') await bounced(row.mail, outboxId, happenedAt);
  else await complained(row.mail, happenedAt);
  return 'recorded';
}
