import { errorCode } from '../../domain/errors.ts';
import * as z from 'zod';
import { OUTBOX_PREFIX, PARTITION_KEY } from '../../adapters/dynamodb/keys.ts';
import {
  type DispatchDependencies,
  dispatchOutboxRow,
  redriveOutbox,
} from '../../domain/outbox/dispatch-outbox-row.ts';
import { reviveGivenUp } from '../../domain/outbox/revive-given-up.ts';
import { log } from '../runtime/log.ts';

/**
 * Keys of new outbox rows, from the stream; or the schedule that looks for rows the stream has missed; or a person who
 * wants rows that were given up tried again.
 */
const eventSchema = z.union([
  z.object({
    Records: z.array(
      z.object({
        dynamodb: z.object({
          SequenceNumber: z.string(),
          Keys: z.object({ [PARTITION_KEY]: z.object({ S: z.string().startsWith(OUTBOX_PREFIX) }) }),
        }),
      }),
    ),
  }),
  z.object({ task: z.enum(['redrive', 'revive']) }),
]);

interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/**
 * Works on outbox rows. A row that cannot be sent is postponed and counts as handled; only a row that could not even
 * be postponed goes back to the stream, or ends a redrive with RowsFailedError once all others are done. Throws ZodError
 * for an event that is none of these.
 */
export async function dispatch(dependencies: DispatchDependencies, event: unknown): Promise<BatchAnswer> {
  const parsed = eventSchema.parse(event);
  if ('task' in parsed) {
    if (parsed.task === 'revive') {
      log('OUTBOX_REVIVED', { count: await reviveGivenUp(dependencies) });
      return { batchItemFailures: [] };
    }
    const { counts, failed } = await redriveOutbox(dependencies);
    log('OUTBOX_REDRIVEN', {
      count: counts.sent + counts.postponed,
      outcome: counts.postponed > 0 ? 'postponed' : 'sent',
    });
    if (counts.given_up > 0) log('WEBHOOK_GIVEN_UP', { count: counts.given_up });
    for (const { outboxId, code } of failed) log('TASK_FAILED', { outboxId, errorCode: code });
    if (failed.length > 0) throw new RowsFailedError(failed.length);
    return { batchItemFailures: [] };
  }
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { dynamodb } of parsed.Records) {
    const outboxId = dynamodb.Keys[PARTITION_KEY].S.slice(OUTBOX_PREFIX.length);
    try {
      const dispatched = await dispatchOutboxRow(dependencies, outboxId);
      log('OUTBOX_ROW_DISPATCHED', { outboxId, ...dispatched });
      if (dispatched.outcome === 'given_up') log('WEBHOOK_GIVEN_UP', { outboxId });
    } catch (error) {
      log('TASK_FAILED', { outboxId, errorCode: errorCode(error) });
      batchItemFailures.push({ itemIdentifier: dynamodb.SequenceNumber });
    }
  }
  return { batchItemFailures };
}

/** Some outbox rows could neither be sent nor postponed. */
class RowsFailedError extends Error {
  override readonly name = 'RowsFailedError';
  readonly count: number;
  constructor(count: number) {
    super('outbox rows failed');
    this.count = count;
  }
}
