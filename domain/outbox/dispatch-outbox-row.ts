import type { Temporal } from 'temporal-polyfill';
import { errorCode, MailNotSentError, WebhookNotTakenError } from '../errors.ts';
import type { StaffDependencies } from '../cases/staff-of-case.ts';
import { recordLetterLeft } from '../cases/use-cases/record-letter-left.ts';
import type { CaseStore, Clock, MailSender, OutboxStore, RateLimiter, TokenStore, WorkflowStarter } from '../ports.ts';
import type { ConsentStore, WebhookSender } from '../consents/ports.ts';
import { buildMail } from './build-mail.ts';
import type { BuiltMail, MailContext } from './built-mail.ts';
import type { MailRenderer } from './mail-model.ts';
import type { OutboxRow } from './outbox-row.ts';
import { isToBeGivenUp, sendWebhook } from './send-webhook.ts';

export interface DispatchDependencies extends MailContext, Omit<StaffDependencies, 'consents'> {
  readonly cases: CaseStore;
  readonly consents: ConsentStore;
  /** Null while no newsletter tool is connected. */
  readonly webhooks: WebhookSender | null;
  readonly outbox: OutboxStore;
  readonly tokens: TokenStore;
  readonly limiter: RateLimiter;
  readonly renderMail: MailRenderer;
  readonly mailSender: MailSender;
  readonly workflows: WorkflowStarter;
  readonly clock: Clock;
}

/** `untold`: postponed, since the newsletter tool did not take it; no mail is waiting then. */
type DispatchOutcome = 'sent' | 'not_needed' | 'capped' | 'given_up' | 'not_claimed' | 'postponed' | 'untold';

export interface Dispatched {
  readonly outcome: DispatchOutcome;
  /** Why it was postponed. */
  readonly errorCode?: string;
}

/** Longer than the function that dispatches may run, so that two never hold a row at once. */
const LEASE_SECONDS = 120;
const FIRST_RETRY_SECONDS = 30;
const LONGEST_RETRY_SECONDS = 3600;
/** After an answer was lost the mail may have left: time for the provider's own record before it is sent again. */
const UNSURE_RETRY_SECONDS = 900;
/** Mails in any 24 hours to one address nobody confirmed, whoever types it in (rule R6). */
const UNCONFIRMED_MAILS = { atMost: 3, seconds: 86_400 };

/**
 * Sends one outbox row: claims it by a lease, renders from the case as it is now, sends, marks it sent. At least once
 * (rule R9). A failure never escapes: the row is postponed with a code and tried again, so it blocks nobody.
 */
export async function dispatchOutboxRow(dependencies: DispatchDependencies, outboxId: string): Promise<Dispatched> {
  const now = dependencies.clock.now();
  const row = await dependencies.outbox.claim(outboxId, now, now.add({ seconds: LEASE_SECONDS }));
  if (row === undefined) return { outcome: 'not_claimed' };
  try {
    const outcome = await carryOut(dependencies, row, now);
    await dependencies.outbox.finish(row, outcome, dependencies.clock.now());
    return { outcome };
  } catch (error) {
    const { code, seconds } = postponement(error, row.attempts);
    if (isToBeGivenUp(row, now)) {
      await dependencies.outbox.finish(row, 'given_up', now);
      return { outcome: 'given_up', errorCode: code };
    }
    await dependencies.outbox.postpone(row, now.add({ seconds }), code);
    return { outcome: row.kind === 'webhook' ? 'untold' : 'postponed', errorCode: code };
  }
}

async function carryOut(
  dependencies: DispatchDependencies,
  row: OutboxRow,
  now: Temporal.Instant,
): Promise<'sent' | 'not_needed' | 'capped'> {
  if (row.kind === 'webhook') return sendWebhook(dependencies, row.webhook, row, now);
  if (row.kind === 'start_workflow') {
    await dependencies.workflows.start(row.start.caseNumber, row.start.run);
    return 'sent';
  }
  const mail = await buildMail(dependencies, row.mail, now);
  if (mail === undefined) {
    // A letter that would come too late is not sent, and staff have to know.
    await recordLetterLeft(dependencies, row.mail, now, false);
    return 'not_needed';
  }
  if (!(await isWithinLimits(dependencies, mail, row.outboxId, now))) return 'capped';
  if (mail.tokens.length > 0) await dependencies.tokens.putAll(mail.tokens);
  await dependencies.mailSender.send({
    to: mail.to,
    words: dependencies.renderMail(mail.model, mail.language, mail.rehearsal),
    language: mail.language,
    automatic: true,
    outboxId: row.outboxId,
    ...(mail.replyTo !== undefined && { replyTo: mail.replyTo }),
    ...(mail.unsubscribe !== undefined && { unsubscribe: mail.unsubscribe }),
    ...(mail.attached !== undefined && { attached: mail.attached }),
  });
  // Before the row is finished: were this to fail, the letter would go again rather than have left for nothing.
  await recordLetterLeft(dependencies, row.mail, dependencies.clock.now());
  return 'sent';
}

/** A row that is tried again after a fault is the same mail, not one more: it has its place already. */
async function isWithinLimits(
  { limiter }: DispatchDependencies,
  { model, unconfirmedContact, coolDown }: BuiltMail,
  by: string,
  now: Temporal.Instant,
): Promise<boolean> {
  if (unconfirmedContact !== null && !(await hasPlace(limiter, `${model.template}-${unconfirmedContact}`, by, now))) {
    return false;
  }
  // Last: what is not sent for want of a place must not count as the one mail in thirty days.
  return coolDown === undefined || limiter.takeOnce({ ...coolDown, by }, now);
}

/** Each place is free again a day after it was taken. */
async function hasPlace(limiter: RateLimiter, subject: string, by: string, now: Temporal.Instant): Promise<boolean> {
  const { atMost, seconds } = UNCONFIRMED_MAILS;
  for (let place = 1; place <= atMost; place += 1) {
    if (await limiter.takeOnce({ subject: `${subject}-${place}`, seconds, by }, now)) return true;
  }
  return false;
}

function postponement(error: unknown, attempts: number): { readonly code: string; readonly seconds: number } {
  const backoff = Math.min(FIRST_RETRY_SECONDS * 2 ** Math.max(0, attempts - 1), LONGEST_RETRY_SECONDS);
  if (error instanceof MailNotSentError) {
    return { code: error.code, seconds: error.mayHaveLeft ? UNSURE_RETRY_SECONDS : backoff };
  }
  return { code: error instanceof WebhookNotTakenError ? error.code : errorCode(error), seconds: backoff };
}

const REDRIVE_BATCH = 100;

export interface Redriven {
  /** How many rows each outcome had. */
  readonly counts: Readonly<Record<DispatchOutcome, number>>;
  /** Rows that could not even be postponed, with an error name: unreadable, or the store failed. */
  readonly failed: readonly { readonly outboxId: string; readonly code: string }[];
}

/** Sends every row that is due and still unsent, whatever kept it. A row that fails keeps no other waiting. */
export async function redriveOutbox(dependencies: DispatchDependencies): Promise<Redriven> {
  const counts = { sent: 0, not_needed: 0, capped: 0, given_up: 0, not_claimed: 0, postponed: 0, untold: 0 };
  const failed: { outboxId: string; code: string }[] = [];
  for (const outboxId of await dependencies.outbox.listUnsent(dependencies.clock.now(), REDRIVE_BATCH)) {
    try {
      const { outcome } = await dispatchOutboxRow(dependencies, outboxId);
      counts[outcome] += 1;
    } catch (error) {
      failed.push({ outboxId, code: errorCode(error) });
    }
  }
  return { counts, failed };
}
