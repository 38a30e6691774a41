import * as z from 'zod';
import { type MailEvent, mailEventSchema } from '../../contracts/mail-events.ts';
import { errorCode } from '../../domain/errors.ts';
import { type BounceDependencies, recordBounce } from '../../domain/cases/use-cases/record-bounce.ts';
import { recordConsentMailReport } from '../../domain/consents/use-cases/record-mail-report.ts';
import type { WithdrawDependencies } from '../../domain/consents/use-cases/withdraw-consent.ts';
import { type MailReportDependencies, recordMailEvent } from '../../domain/outbox/record-mail-event.ts';
import { log } from '../runtime/log.ts';

/** Messages of the queue; each body is one event as EventBridge wraps it. */
const batchSchema = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });

interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/**
 * Takes in what SES tells of mails that left. A message that cannot be read or recorded goes back to the queue and, in
 * the end, to the dead letters; it keeps no other waiting. Throws ZodError for an event that is no batch of messages.
 */
export async function recordEvents(dependencies: MailReportDependencies, event: unknown): Promise<BatchAnswer> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { messageId, body } of batchSchema.parse(event).Records) {
    try {
      const parsed: unknown = JSON.parse(body);
      await record(dependencies, mailEventSchema.parse(parsed));
    } catch (error) {
      log('TASK_FAILED', { errorCode: errorCode(error) });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}

/** What follows from a mail that bounced or was called spam, for cases and consents. */
export function mailReports(
  dependencies: Omit<BounceDependencies, 'consents'> & WithdrawDependencies & Pick<MailReportDependencies, 'outbox'>,
): MailReportDependencies {
  return {
    outbox: dependencies.outbox,
    bounced: async (order, outboxId, at) => {
      await recordBounce(dependencies, order, outboxId);
      await recordConsentMailReport(dependencies, order, 'bounced', at);
    },
    complained: (order, at) => recordConsentMailReport(dependencies, order, 'complained', at),
  };
}

async function record(dependencies: MailReportDependencies, { kind, outboxId, at }: MailEvent): Promise<void> {
  const known = outboxId === undefined ? {} : { outboxId };
  if (kind === 'other') return log('MAIL_EVENT_IGNORED', known);
  // A mail sent by hand with the desk's configuration set, or one whose row has left: trying again finds no more.
  if (outboxId === undefined) return log('MAIL_EVENT_UNKNOWN', { outcome: kind });
  const outcome = await recordMailEvent(dependencies, { outboxId, kind, at });
  if (outcome === 'unknown_mail') return log('MAIL_EVENT_UNKNOWN', { outboxId, outcome: kind });
  log(kind === 'bounced' ? 'BOUNCE_RECORDED' : 'COMPLAINT_RECORDED', { outboxId });
}
