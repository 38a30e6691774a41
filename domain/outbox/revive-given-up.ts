import type { Clock, OutboxStore } from '../ports.ts';

/** As many as one run of the dispatcher has time for. */
const AT_MOST = 500;

/**
 * Makes rows that were given up due again, as if they were new: what a person asks for once the other side answers.
 * @returns how many; fewer than 500 means that none is left
 */
export async function reviveGivenUp(dependencies: {
  readonly outbox: Pick<OutboxStore, 'listGivenUp' | 'revive'>;
  readonly clock: Clock;
}): Promise<number> {
  const { outbox, clock } = dependencies;
  const givenUp = await outbox.listGivenUp(AT_MOST);
  for (const outboxId of givenUp) await outbox.revive(outboxId, clock.now());
  return givenUp.length;
}
