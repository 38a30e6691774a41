import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { outboxIdSchema } from '../domain/outbox/outbox-row.ts';

/** RFC 3464, 2.3.3: the mail could not be delivered and is not tried again. */
const GIVEN_UP = 'failed';
const TOLD_APART: ReadonlySet<string> = new Set(['Bounce', 'Complaint', 'Reject']);

/**
 * The mail an event is about. Its address, subject and headers come along and are dropped here. A mail without the
 * desk's own tag is not one of its outbox.
 */
const mailSchema = z
  .object({
    tags: z.object({ outboxId: z.tuple([outboxIdSchema]) }).catch({ outboxId: [''] }),
  })
  .transform(({ tags: { outboxId } }) => ({ outboxId: outboxId[0] || undefined }));

/** When the other side said so; a time in another form counts as none. */
const happened = { timestamp: z.iso.datetime({ offset: true }).optional().catch(undefined) };

const detailSchema = z.union([
  z.discriminatedUnion('eventType', [
    z.object({
      eventType: z.literal('Bounce'),
      mail: mailSchema,
      bounce: z.object({
        ...happened,
        bounceType: z.string(),
        bouncedRecipients: z.array(z.object({ action: z.string().optional() })),
      }),
    }),
    z.object({ eventType: z.literal('Complaint'), mail: mailSchema, complaint: z.object(happened).optional() }),
    z.object({ eventType: z.literal('Reject'), mail: mailSchema }),
  ]),
  z.object({ eventType: z.string().refine((type) => !TOLD_APART.has(type)), mail: mailSchema }),
]);
type Detail = z.output<typeof detailSchema>;

/**
 * What became of one mail. `bounced`: it did not arrive and is not tried again. `complained`: its reader called it
 * spam. `other`: nothing the desk acts on.
 */
export interface MailEvent {
  readonly kind: 'bounced' | 'complained' | 'other';
  /** Which outbox row it was; undefined for a mail that came from no row. */
  readonly outboxId: string | undefined;
  /** When that happened; undefined when the provider does not say. */
  readonly at: Temporal.Instant | undefined;
}

/** An event of SES as EventBridge wraps it. A known type that does not parse is an error, an unknown one is `other`. */
export const mailEventSchema = z
  .object({ source: z.literal('aws.ses'), detail: detailSchema })
  .transform(({ detail }): MailEvent => ({
    kind: kindOf(detail),
    outboxId: detail.mail.outboxId,
    at: happenedAt(detail),
  }));

/**
 * SES passes an automatic reply on as a transient bounce too, though the mail was delivered: without a report that it
 * was given up, a bounce is final only when it is permanent.
 */
function kindOf(detail: Detail): MailEvent['kind'] {
  if (detail.eventType === 'Complaint') return 'complained';
  if (detail.eventType === 'Reject') return 'bounced';
  if (!('bounce' in detail)) return 'other';
  const { bounceType, bouncedRecipients } = detail.bounce;
  const isFinal = bounceType === 'Permanent' || bouncedRecipients.some(({ action }) => action === GIVEN_UP);
  return isFinal ? 'bounced' : 'other';
}

function happenedAt(detail: Detail): Temporal.Instant | undefined {
  const timestamp =
    'bounce' in detail ? detail.bounce.timestamp : 'complaint' in detail ? detail.complaint?.timestamp : undefined;
  return timestamp === undefined ? undefined : Temporal.Instant.from(timestamp);
}
