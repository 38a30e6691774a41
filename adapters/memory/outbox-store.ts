import { instantText } from '../../domain/instants.ts';
import type { OutboxRow } from '../../domain/outbox/outbox-row.ts';
import type { OutboxStore } from '../../domain/ports.ts';
import type { MemoryDesk } from './memory-desk.ts';

/** The outbox in memory. */
export function createMemoryOutboxStore(desk: MemoryDesk): OutboxStore {
  const holdsClaim = (claimed: OutboxRow) => {
    const stored = desk.outbox.find(claimed.outboxId);
    return stored?.outcome === null && stored.attempts === claimed.attempts && stored.leaseUntil === claimed.leaseUntil;
  };

  return {
    find: async (outboxId) => desk.outbox.find(outboxId),

    add: async (row) => {
      if (!desk.outbox.has(row.outboxId)) desk.outbox.put(row.outboxId, row);
    },

    claim: async (outboxId, now, leaseUntil) => {
      const at = instantText(now);
      const row = desk.outbox.find(outboxId);
      if (row === undefined || row.outcome !== null || row.nextAttemptAt === null) return undefined;
      if (row.nextAttemptAt > at || (row.leaseUntil !== null && row.leaseUntil > at)) return undefined;
      desk.outbox.put(outboxId, { ...row, attempts: row.attempts + 1, leaseUntil: instantText(leaseUntil) });
      return desk.outbox.find(outboxId);
    },

    finish: async (claimed, outcome, now) => {
      const row = desk.outbox.find(claimed.outboxId);
      if (row === undefined || !holdsClaim(claimed)) return;
      const ended = { outcome, finishedAt: instantText(now), nextAttemptAt: null, leaseUntil: null };
      desk.outbox.put(row.outboxId, { ...row, ...ended });
    },

    postpone: async (claimed, nextAttemptAt, errorCode) => {
      const row = desk.outbox.find(claimed.outboxId);
      if (row === undefined || !holdsClaim(claimed)) return;
      const given = { nextAttemptAt: instantText(nextAttemptAt), leaseUntil: null, lastErrorCode: errorCode };
      desk.outbox.put(row.outboxId, { ...row, ...given });
    },

    listUnsent: async (until, limit) => {
      const bound = instantText(until);
      return desk.outbox
        .list()
        .flatMap(({ outboxId, nextAttemptAt }) => (nextAttemptAt === null ? [] : [{ outboxId, nextAttemptAt }]))
        .filter(({ nextAttemptAt }) => nextAttemptAt <= bound)
        .toSorted((a, b) => (`${a.nextAttemptAt} ${a.outboxId}` < `${b.nextAttemptAt} ${b.outboxId}` ? -1 : 1))
        .slice(0, limit)
        .map(({ outboxId }) => outboxId);
    },

    listGivenUp: async (limit) =>
      desk.outbox
        .list()
        .filter(({ outcome }) => outcome === 'given_up')
        .toSorted((a, b) => (`${a.finishedAt} ${a.outboxId}` < `${b.finishedAt} ${b.outboxId}` ? -1 : 1))
        .slice(0, limit)
        .map(({ outboxId }) => outboxId),

    revive: async (outboxId, now) => {
      const row = desk.outbox.find(outboxId);
      if (row?.outcome !== 'given_up') return;
      const due = { nextAttemptAt: instantText(now), leaseUntil: null, attempts: 0 };
      desk.outbox.put(outboxId, { ...row, ...due, outcome: null, finishedAt: null, lastErrorCode: null });
    },
  };
}
