import type { OpenCase } from './case.ts';
import type { EventEntry } from './case-events.ts';

/** Whoever works on a case nobody has taken has taken it. `at` is case time text. */
export function taken(
  current: OpenCase,
  staffId: string,
  at: string,
): { readonly case: OpenCase; readonly entries: readonly EventEntry[] } {
  if (current.assignee !== null) return { case: current, entries: [] };
  return {
    case: { ...current, assignee: { staffId, since: at } },
    entries: [{ type: 'case_taken', at, actor: { kind: 'staff', staffId }, details: {} }],
  };
}
