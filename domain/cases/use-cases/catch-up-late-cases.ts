import { instantText } from '../../instants.ts';
import { retryOnConflict } from '../commit-change.ts';
import { advanceCase, type AdvanceDependencies } from './advance-case.ts';
import { restartClock } from './restart-clock.ts';

/** Rungs this late were forgotten by the workflow. */
const LATE_AFTER = { hours: 1 } as const;

/** A case in trouble whose item cannot be worked on must not keep the others waiting. */
export interface CatchUpReport {
  /** Case numbers whose rungs were late and are done now. */
  readonly caughtUp: readonly string[];
  /** Case numbers that could not be brought up to date, with an error name. */
  readonly failed: readonly { readonly caseNumber: string; readonly code: string }[];
}

/**
 * The watchdog: does every rung of an open case that is more than an hour late, and starts its workflow anew. Whoever
 * calls it raises the alarm when the report is not empty.
 */
export async function catchUpLateCases(dependencies: AdvanceDependencies): Promise<CatchUpReport> {
  const until = dependencies.clock.now().subtract(LATE_AFTER);
  const caughtUp: string[] = [];
  const failed: { caseNumber: string; code: string }[] = [];
  for (const caseNumber of await dependencies.cases.listDue('open', until)) {
    try {
      await catchUp(dependencies, caseNumber);
      caughtUp.push(caseNumber);
    } catch (error) {
      failed.push({ caseNumber, code: error instanceof Error ? error.name : 'UnknownError' });
    }
  }
  return { caughtUp, failed };
}

async function catchUp(dependencies: AdvanceDependencies, caseNumber: string): Promise<void> {
  const run = await retryOnConflict(async () => {
    const current = await dependencies.cases.find(caseNumber);
    if (current === undefined) return undefined;
    await restartClock(dependencies, current, 'late', dependencies.clock.now());
    return current.clockRun + 1;
  });
  if (run === undefined) return;
  let next = await advanceCase(dependencies, { caseNumber, run, step: null });
  while (next.status === 'waiting' && next.at <= instantText(dependencies.clock.now())) {
    next = await advanceCase(dependencies, { caseNumber, run, step: next.step });
  }
}
