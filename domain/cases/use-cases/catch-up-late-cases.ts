import { errorCode } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { Case } from '../case.ts';
import { retryOnConflict } from '../commit-change.ts';
import { advanceCase, type AdvanceDependencies } from './advance-case.ts';
import { restartClock } from './restart-clock.ts';

/** Rungs this late were forgotten by the workflow. */
const LATE_AFTER = { hours: 1 } as const;

/** A case in trouble whose item cannot be worked on must not keep the others waiting. */
export interface CatchUpReport {
  /** Cases whose rungs were late and are done now. */
  readonly caughtUp: readonly { readonly caseNumber: string; readonly rehearsal: boolean }[];
  /** Case numbers that could not be brought up to date, with an error name. */
  readonly failed: readonly { readonly caseNumber: string; readonly code: string }[];
}

/**
 * The watchdog: does every rung of an open case that is more than an hour late, and starts its workflow anew. Whoever
 * calls it raises the alarm for what it reports, rehearsals apart.
 */
export async function catchUpLateCases(dependencies: AdvanceDependencies): Promise<CatchUpReport> {
  const until = dependencies.clock.now().subtract(LATE_AFTER);
  const caughtUp: { caseNumber: string; rehearsal: boolean }[] = [];
  const failed: { caseNumber: string; code: string }[] = [];
  for (const caseNumber of await dependencies.cases.listDue('open', until)) {
    try {
      const late = await catchUp(dependencies, caseNumber, instantText(until));
      if (late !== undefined) caughtUp.push({ caseNumber, rehearsal: late.clock.kind === 'rehearsal' });
    } catch (error) {
      failed.push({ caseNumber, code: errorCode(error) });
    }
  }
  return { caughtUp, failed };
}

/** Answers the case as it was found, or undefined when it is not late any more: the index lags behind. */
async function catchUp(
  dependencies: AdvanceDependencies,
  caseNumber: string,
  until: string,
): Promise<Case | undefined> {
  const late = await retryOnConflict(async () => {
    const current = await dependencies.cases.find(caseNumber);
    if (current?.status !== 'open' || current.nextStepAt === null || current.nextStepAt > until) return undefined;
    await restartClock(dependencies, current, 'late', dependencies.clock.now());
    return current;
  });
  if (late === undefined) return undefined;
  const run = late.clockRun + 1;
  let next = await advanceCase(dependencies, { caseNumber, run, step: null });
  while (next.status === 'waiting' && next.at <= instantText(dependencies.clock.now())) {
    next = await advanceCase(dependencies, { caseNumber, run, step: next.step });
  }
  return late;
}
