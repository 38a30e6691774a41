import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

/** What SES found of one mark of a mail. A word it may add one day counts as not having been found out. */
const verdictSchema = z.enum(['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED']).catch('PROCESSING_FAILED');
export type MailVerdict = z.output<typeof verdictSchema>;
export const MAIL_VERDICTS = ['spam', 'virus', 'spf', 'dkim', 'dmarc'] as const;
export type MailVerdicts = Readonly<Record<(typeof MAIL_VERDICTS)[number], MailVerdict>>;

/** SES leaves a verdict out that it did not look for. */
const foundSchema = z
  .object({ status: verdictSchema })
  .default({ status: 'DISABLED' })
  .transform(({ status }) => status);

/** Subject and headers come along in `mail` and are dropped here: what counts of them is in the mail itself. */
const receivedSchema = z.object({
  notificationType: z.literal('Received'),
  mail: z.object({
    messageId: z.string().min(1),
    // Bounces and automatic replies have the null sender.
    source: z.string().default(''),
    destination: z.array(z.string()),
  }),
  receipt: z.object({
    timestamp: z.iso.datetime({ offset: true }),
    recipients: z.array(z.string()),
    spamVerdict: foundSchema,
    virusVerdict: foundSchema,
    spfVerdict: foundSchema,
    dkimVerdict: foundSchema,
    dmarcVerdict: foundSchema,
    action: z.object({ type: z.literal('S3'), bucketName: z.string().min(1), objectKey: z.string().min(1) }),
  }),
});

/** A mail that SES has received and put into the bucket; what it says is there and nowhere else. */
export interface ReceivedMail {
  readonly kind: 'received';
  /** Given by SES: the same whenever SES or the queue tells of this mail again. No header of the mail. */
  readonly mailId: string;
  readonly objectKey: string;
  /** When it came in, which is when a request in it was made. */
  readonly receivedAt: Temporal.Instant;
  /** Of the envelope: where a report that it did not arrive would go. Empty for the null sender (RFC 5321, 4.5.5). */
  readonly envelopeSender: string;
  /** Of the envelope: where it was delivered to. After forwarding these are addresses of the inbound domain. */
  readonly recipients: readonly string[];
  readonly verdicts: MailVerdicts;
}

/** Word of something else than a mail, such as that the topic works. */
interface OtherNotice {
  readonly kind: 'other';
}

/** What SES says of a mail it received and stored, as it publishes it to a topic. Fields not known here are let pass. */
const receivedMailSchema = z.union([
  receivedSchema.transform(({ mail, receipt }): ReceivedMail => {
    const { spamVerdict: spam, virusVerdict: virus, spfVerdict: spf, dkimVerdict: dkim, dmarcVerdict: dmarc } = receipt;
    return {
      kind: 'received',
      mailId: mail.messageId,
      objectKey: receipt.action.objectKey,
      receivedAt: Temporal.Instant.from(receipt.timestamp),
      envelopeSender: mail.source === '<>' ? '' : mail.source,
      recipients: receipt.recipients,
      verdicts: { spam, virus, spf, dkim, dmarc },
    };
  }),
  z
    .object({ notificationType: z.string().refine((type) => type !== 'Received') })
    .transform((): OtherNotice => ({ kind: 'other' })),
]);

/** When a rule is made SES tries its topic with a line of text. */
const TRIED = /^Successfully validated SNS topic\b/;

/**
 * Reads the message of the queue: the notification as SES published it, since the subscription delivers it raw, without
 * the envelope of the topic. Throws SyntaxError or ZodError for anything that is neither a received mail nor something
 * SES is known to say besides.
 */
export function readReceivedMail(message: string): ReceivedMail | OtherNotice {
  if (TRIED.test(message)) return { kind: 'other' };
  const parsed: unknown = JSON.parse(message);
  return receivedMailSchema.parse(parsed);
}
