import * as z from 'zod';
import { type ReceivedMail, readReceivedMail } from '../../contracts/received-mail.ts';
import { errorCode } from '../../domain/errors.ts';
import type { MailOutcome } from '../../domain/inbound-mail/received-mail.ts';
import type { InboundMailReader } from '../../domain/inbound-mail/ports.ts';
import { log } from '../runtime/log.ts';

export interface ReceiveMailDependencies {
  readonly mails: InboundMailReader;
  /**
   * Does what a mail leads to, once, however often it is told of it (`mailId` is the same each time). What it throws
   * brings the mail back later and, in the end, to the dead letters.
   */
  readonly takeIn: (mail: ReceivedMail, content: Uint8Array) => Promise<MailOutcome>;
}

/** SES told of a mail, and the bucket has none under that key. */
class ReceivedMailMissingError extends Error {
  override readonly name = 'ReceivedMailMissingError';
}

/** Messages of the queue; each body is one notification of SES. */
const batchSchema = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });

interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/**
 * Takes in the mails a queue tells of, one after the other: each may be 30 MB. A mail that cannot be read or taken in
 * goes back to the queue and, in the end, to the dead letters; it keeps no other waiting. Throws ZodError for an event
 * that is no batch of messages.
 */
export async function receiveMails(dependencies: ReceiveMailDependencies, event: unknown): Promise<BatchAnswer> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { messageId, body } of batchSchema.parse(event).Records) {
    try {
      await receive(dependencies, body);
    } catch (error) {
      log('TASK_FAILED', { errorCode: errorCode(error) });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}

async function receive({ mails, takeIn }: ReceiveMailDependencies, message: string): Promise<void> {
  const mail = readReceivedMail(message);
  if (mail.kind === 'other') return log('MAIL_NOTICE_IGNORED');
  const content = await mails.read(mail.objectKey);
  if (content === undefined) throw new ReceivedMailMissingError('no such mail');
  log('MAIL_RECEIVED', { mailId: mail.mailId, ...(await takeIn(mail, content)) });
}
