import { createMemoryAbsenceStore } from '../../../adapters/memory/absence-store.ts';
import { createMemoryCaseViewLog } from '../../../adapters/memory/case-view-log.ts';
import { createMemoryCaseStore, createMemoryRequestIntake } from '../../../adapters/memory/case-store.ts';
import { createMemoryConsentStore } from '../../../adapters/memory/consent-store.ts';
import { createMemoryDesk, type MemoryDesk } from '../../../adapters/memory/memory-desk.ts';
import { createMemoryFileStore, type MemoryFileStore } from '../../../adapters/memory/file-store.ts';
import { createMemoryFiguresReader } from '../../../adapters/memory/figures-store.ts';
import { createMemoryOutboxStore } from '../../../adapters/memory/outbox-store.ts';
import { createMemoryRateLimiter } from '../../../adapters/memory/rate-limiter.ts';
import { createMemorySessionStore } from '../../../adapters/memory/session-store.ts';
import { createMemorySubscriberLists } from '../../../adapters/memory/subscriber-lists.ts';
import { createMemoryTokenStore } from '../../../adapters/memory/token-store.ts';
import type {
  AbsenceStore,
  CaseStore,
  CaseViewLog,
  Clock,
  FiguresReader,
  OutboxStore,
  RateLimiter,
  RequestIntake,
  SessionStore,
  TokenStore,
} from '../../../domain/ports.ts';
import type { ConsentStore, SubscriberLists } from '../../../domain/consents/ports.ts';

export interface MemoryStores {
  readonly desk: MemoryDesk;
  readonly cases: CaseStore;
  readonly intake: RequestIntake;
  readonly consents: ConsentStore;
  readonly lists: SubscriberLists;
  readonly figures: FiguresReader;
  readonly files: MemoryFileStore;
  readonly outbox: OutboxStore;
  readonly tokens: TokenStore;
  readonly sessions: SessionStore;
  readonly absences: AbsenceStore;
  readonly views: CaseViewLog;
  readonly limiter: RateLimiter;
  /** How many changes each case has had, its creation included. */
  readonly commits: ReadonlyMap<string, number>;
  /** Ids of rows that were written and not finished. */
  readonly unfinished: ReadonlySet<string>;
}

/** Memory stores with the stream of the desk table: `onOutboxRow` hears of every row that was written. */
export function createMemoryStores(clock: Clock, onOutboxRow: (outboxId: string) => void): MemoryStores {
  const desk = createMemoryDesk(clock);
  const cases = createMemoryCaseStore(desk);
  const intake = createMemoryRequestIntake(desk);
  const consents = createMemoryConsentStore(desk);
  const outbox = createMemoryOutboxStore(desk);
  const commits = new Map<string, number>();
  const unfinished = new Set<string>();
  const written = (outboxId: string) => {
    unfinished.add(outboxId);
    onOutboxRow(outboxId);
  };
  const counted = (caseNumber: string) => void commits.set(caseNumber, (commits.get(caseNumber) ?? 0) + 1);
  return {
    desk,
    commits,
    unfinished,
    cases: {
      ...cases,
      commit: async (change) => {
        await cases.commit(change);
        counted(change.case.caseNumber);
        for (const row of change.outbox ?? []) written(row.outboxId);
      },
    },
    intake: {
      ...intake,
      create: async (creation) => {
        await intake.create(creation);
        counted(creation.case.caseNumber);
        for (const row of creation.outbox) written(row.outboxId);
      },
    },
    consents: {
      ...consents,
      commit: async (change) => {
        await consents.commit(change);
        for (const row of change.outbox ?? []) written(row.outboxId);
      },
      addSignUp: async (signUp, rows) => {
        await consents.addSignUp(signUp, rows);
        for (const row of rows) written(row.outboxId);
      },
    },
    lists: createMemorySubscriberLists(desk),
    outbox: {
      ...outbox,
      add: async (row) => {
        const isNew = !desk.outbox.has(row.outboxId);
        await outbox.add(row);
        if (isNew) written(row.outboxId);
      },
      finish: async (claimed, outcome, now) => {
        await outbox.finish(claimed, outcome, now);
        if (desk.outbox.find(claimed.outboxId)?.outcome !== null) unfinished.delete(claimed.outboxId);
      },
      revive: async (outboxId, now) => {
        await outbox.revive(outboxId, now);
        if (desk.outbox.find(outboxId)?.outcome === null) unfinished.add(outboxId);
      },
    },
    figures: createMemoryFiguresReader(desk),
    files: createMemoryFileStore(),
    views: createMemoryCaseViewLog(desk),
    tokens: createMemoryTokenStore(desk),
    sessions: createMemorySessionStore(desk),
    absences: createMemoryAbsenceStore(desk),
    limiter: createMemoryRateLimiter(desk),
  };
}
