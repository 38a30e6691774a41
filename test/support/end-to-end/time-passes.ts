import { Temporal } from 'temporal-polyfill';
import { deskKeys, queueAttributes, QUEUE_INDEX } from '../../../adapters/dynamodb/keys.ts';
import { instantText, parseInstant } from '../../../domain/instants.ts';
import { rewrite, storedCase } from './stored.ts';

const earlier = (text: string, duration: Temporal.DurationLike) => instantText(parseInstant(text).subtract(duration));

/** From any hour of the day past the opening of the office on the day after the promise, when the last rung is due. */
export const PAST_THE_PROMISE = { hours: 29 * 24 + 12 };

/** Makes a rehearsed case as much older as if that much wall time had passed while nobody, not even the workflow, looked. */
export async function letCaseAge(caseNumber: string, duration: Temporal.DurationLike): Promise<void> {
  const { clock, nextStepAt, status } = await storedCase(caseNumber);
  if (clock.kind !== 'rehearsal' || nextStepAt === null) throw new Error(`${caseNumber} has no clock to turn back`);
  const due = earlier(nextStepAt, duration);
  const queue = queueAttributes(status === 'open' ? 'OPEN' : 'UNCONFIRMED', caseNumber, due);
  await rewrite(deskKeys.case(caseNumber), {
    'clock.wallStart': earlier(clock.wallStart, duration),
    nextStepAt: due,
    [QUEUE_INDEX.sortKey]: queue[QUEUE_INDEX.sortKey] ?? '',
  });
}

/** Makes an outbox row due, and whoever had it on lease long gone. */
export async function letOutboxRowAge(outboxId: string, leased: boolean): Promise<void> {
  const due = instantText(Temporal.Now.instant().subtract({ seconds: 1 }));
  await rewrite(deskKeys.outbox(outboxId), {
    nextAttemptAt: due,
    [QUEUE_INDEX.sortKey]: queueAttributes('UNSENT', outboxId, due)[QUEUE_INDEX.sortKey] ?? '',
    ...(leased && { leaseUntil: due }),
  });
}
