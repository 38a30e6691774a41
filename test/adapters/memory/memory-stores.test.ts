import { createMemoryAbsenceStore } from '../../../adapters/memory/absence-store.ts';
import { createMemoryCaseViewLog } from '../../../adapters/memory/case-view-log.ts';
import { createMemoryCaseStore, createMemoryRequestIntake } from '../../../adapters/memory/case-store.ts';
import { createMemoryConsentStore } from '../../../adapters/memory/consent-store.ts';
import { createMemoryDesk, type MemoryDesk, memoryKeys } from '../../../adapters/memory/memory-desk.ts';
import { createMemoryFiguresReader } from '../../../adapters/memory/figures-store.ts';
import { createMemoryOutboxStore } from '../../../adapters/memory/outbox-store.ts';
import { createMemoryRateLimiter } from '../../../adapters/memory/rate-limiter.ts';
import { createMemorySessionStore } from '../../../adapters/memory/session-store.ts';
import { createMemorySubscriberLists } from '../../../adapters/memory/subscriber-lists.ts';
import { createMemoryTokenStore } from '../../../adapters/memory/token-store.ts';
import { createTestClock } from '../../support/fixtures/test-clock.ts';
import type { SpoiltItem } from '../contracts/contract-desk.ts';
import { describeEveryContract } from '../contracts/every-contract.ts';

describeEveryContract('in memory', async () => {
  const clock = createTestClock();
  const desk = createMemoryDesk(clock);
  return {
    clock,
    cases: createMemoryCaseStore(desk),
    intake: createMemoryRequestIntake(desk),
    consents: createMemoryConsentStore(desk),
    lists: createMemorySubscriberLists(desk),
    figures: createMemoryFiguresReader(desk),
    outbox: createMemoryOutboxStore(desk),
    tokens: createMemoryTokenStore(desk),
    sessions: createMemorySessionStore(desk),
    absences: createMemoryAbsenceStore(desk),
    views: createMemoryCaseViewLog(desk),
    limiter: createMemoryRateLimiter(desk),
    listViews: async (caseNumber) => desk.views.list().filter((view) => view.caseNumber === caseNumber),
    findAuditHead: async (caseNumber) => desk.auditHeads.find(caseNumber),
    spoil: async (item) => spoil(desk, item),
  };
});

function spoil(desk: MemoryDesk, item: SpoiltItem): void {
  const [table, key] = (() => {
    switch (item.kind) {
      case 'case':
        return [desk.cases, item.caseNumber] as const;
      case 'content':
        return [desk.contents, item.caseNumber] as const;
      case 'event':
        return [desk.events, memoryKeys.event(item.caseNumber, item.sequence)] as const;
      case 'answer':
        return [desk.answers, memoryKeys.answer(item.caseNumber, item.partId)] as const;
      case 'text':
        return [desk.texts, memoryKeys.text(item.caseNumber, item.textId)] as const;
      case 'figures':
        return [desk.figures, memoryKeys.figures(item)] as const;
      case 'outbox':
        return [desk.outbox, item.outboxId] as const;
      case 'token':
        return [desk.tokens, item.hash] as const;
      case 'session':
        return [desk.sessions, item.hash] as const;
      case 'absence':
        return [desk.absences, item.staffId] as const;
      case 'consent_event':
        return [desk.consentEvents, memoryKeys.consentEvent({ ...item, channel: 'email', sequence: 1 })] as const;
      case 'list_entry':
        return [desk.lists, memoryKeys.listEntry(item)] as const;
      case 'subscriber':
        return [desk.subscribers, memoryKeys.contact(item.contact)] as const;
      case 'suppression':
        return [desk.suppressions, memoryKeys.suppression({ ...item, channel: 'email', scope: 'all' })] as const;
      case 'sign_up':
        return [desk.signUps, item.signUpId] as const;
    }
  })();
  table.putRaw(key, { ...table.find(key), schemaVersion: 99 });
}
