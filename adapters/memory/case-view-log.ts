import type { CaseViewLog } from '../../domain/ports.ts';
import type { MemoryDesk } from './memory-desk.ts';

/** Records who looked at a case, in memory. */
export function createMemoryCaseViewLog(desk: MemoryDesk): CaseViewLog {
  return {
    record: async (view) => {
      desk.views.put(`${view.caseNumber} ${view.at} ${view.staffId}`, view);
    },
  };
}
