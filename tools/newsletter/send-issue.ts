import type { Subscriber, SubscriberApi } from '../desk-client/subscriber-api.ts';

export interface IssueCounts {
  readonly sent: number;
  /** On the list when it was read, and no longer to be mailed right before sending. */
  readonly stopped: number;
  /** Not taken by the mail server. */
  readonly failed: number;
}

export interface SendOptions {
  readonly topic: string;
  readonly api: Pick<SubscriberApi, 'page' | 'check'>;
  readonly mail: (subscriber: Subscriber) => Promise<void>;
  readonly onProgress?: (counts: IssueCounts) => void;
  /** Ends it behind the mails under way. */
  readonly signal?: AbortSignal;
}

const BATCH = 100;
const MAILS_AT_ONCE = 4;

/**
 * Mails everybody who may be mailed, batch by batch: each is asked about right before it is sent, so whoever stopped while
 * others were mailed gets none. One mail that fails keeps no other waiting. Throws what the API throws.
 */
export async function sendIssue({ topic, api, mail, onProgress, signal }: SendOptions): Promise<IssueCounts> {
  const counts = { sent: 0, stopped: 0, failed: 0 };
  const isStopped = () => signal?.aborted === true;
  let cursor: string | null = null;
  do {
    const { subscribers, next } = await api.page(topic, cursor, BATCH);
    const emails = subscribers.map(({ email }) => email);
    const results = emails.length === 0 ? [] : await api.check(topic, emails);
    const mailable = subscribers.filter((_, index) => results[index]?.mayMail === true);
    counts.stopped += subscribers.length - mailable.length;
    const left = mailable.values();
    const worker = async () => {
      for (const subscriber of left) {
        if (isStopped()) return;
        const isSent = await mail(subscriber).then(
          () => true,
          () => false,
        );
        counts[isSent ? 'sent' : 'failed'] += 1;
      }
    };
    await Promise.all(Array.from({ length: MAILS_AT_ONCE }, worker));
    onProgress?.(counts);
    cursor = next;
  } while (cursor !== null && !isStopped());
  return counts;
}
