import * as z from 'zod';
import { executionInputSchema, runOfExecutionName } from '../../contracts/workflow.ts';
import { retryOnConflict } from '../../domain/cases/commit-change.ts';
import { catchUpLateCases } from '../../domain/cases/use-cases/catch-up-late-cases.ts';
import { followUpClosedCases } from '../../domain/cases/use-cases/follow-up-closed-cases.ts';
import { reportUnconfirmed, type ReportDependencies } from '../../domain/cases/use-cases/report-unconfirmed.ts';
import { restartClock } from '../../domain/cases/use-cases/restart-clock.ts';
import { purgeSignUps } from '../../domain/consents/use-cases/purge-sign-ups.ts';
import { monthBefore } from '../../domain/figures/figures.ts';
import { reportFigures } from '../../domain/figures/use-cases/report-figures.ts';
import type { ConsentStore } from '../../domain/consents/ports.ts';
import { log } from '../runtime/log.ts';

/** What the watchdog works with. */
export interface SweepDependencies extends Omit<ReportDependencies, 'consents'> {
  readonly consents: ConsentStore;
}

/**
 * The hourly look for late rungs, the daily digest, the monthly figures, or an execution that ended other than by
 * itself.
 */
const eventSchema = z.union([
  z.object({ task: z.enum(['late', 'digest', 'figures']) }),
  z.object({
    source: z.literal('aws.states'),
    detail: z.object({ name: z.string(), status: z.enum(['FAILED', 'TIMED_OUT', 'ABORTED']), input: z.string() }),
  }),
]);

export interface SweepAnswer {
  readonly count: number;
}

/**
 * The watchdog, so that workflow and mail may fail and no date is missed in silence. Each thing it has to mend is a
 * log line at error level, which raises an alarm. Throws when something could not be mended: its caller tries again.
 */
export async function sweep(dependencies: SweepDependencies, event: unknown): Promise<SweepAnswer> {
  const parsed = eventSchema.parse(event);
  if ('detail' in parsed) return restartStopped(dependencies, parsed.detail);
  switch (parsed.task) {
    case 'late':
      return catchUp(dependencies);
    case 'digest':
      return digest(dependencies);
    case 'figures':
      return figures(dependencies);
  }
}

/** Of the month before: the running one is not whole yet. Ids follow from the month, so a retry mails nobody twice. */
async function figures(dependencies: SweepDependencies): Promise<SweepAnswer> {
  const count = await reportFigures(dependencies, monthBefore(dependencies.clock.now()));
  log('FIGURES_ORDERED', { count });
  return { count };
}

async function digest(dependencies: SweepDependencies): Promise<SweepAnswer> {
  const { reported, failed } = await reportUnconfirmed(dependencies);
  // Without an error: a second try would mail everybody a second digest.
  for (const { caseNumber, code } of failed) log('LATE_CASE_FAILED', { caseNumber, errorCode: code });
  log('UNCONFIRMED_REPORTED', { count: reported });
  return { count: reported };
}

async function catchUp(dependencies: SweepDependencies): Promise<SweepAnswer> {
  const { caughtUp, failed } = await catchUpLateCases(dependencies);
  for (const { caseNumber, rehearsal } of caughtUp) {
    log(rehearsal ? 'REHEARSAL_CAUGHT_UP' : 'LATE_CASE_CAUGHT_UP', { caseNumber });
  }
  const followed = await followUpClosedCases(dependencies);
  log('SIGN_UPS_PURGED', { count: await purgeSignUps(dependencies) });
  const allFailed = [...failed, ...followed.failed];
  for (const { caseNumber, code } of allFailed) log('LATE_CASE_FAILED', { caseNumber, errorCode: code });
  if (allFailed.length > 0) throw new LateCasesError(allFailed.length);
  log('CLOSED_CASES_FOLLOWED_UP', { count: followed.done });
  return { count: caughtUp.length };
}

async function restartStopped(
  dependencies: SweepDependencies,
  stopped: { readonly name: string; readonly input: string },
): Promise<SweepAnswer> {
  const { caseId } = executionInputSchema.parse(JSON.parse(stopped.input));
  const restarted = await retryOnConflict(async () => {
    const current = await dependencies.cases.find(caseId);
    // A run that was superseded already has its successor.
    if (current === undefined || current.clockRun !== runOfExecutionName(stopped.name)) return false;
    return restartClock(dependencies, current, 'execution_stopped', dependencies.clock.now());
  });
  if (restarted) log('EXECUTION_RESTARTED', { caseNumber: caseId, executionName: stopped.name });
  return { count: restarted ? 1 : 0 };
}

/** Some late cases could not be brought up to date. */
class LateCasesError extends Error {
  override readonly name = 'LateCasesError';
  readonly count: number;
  constructor(count: number) {
    super('late cases remain');
    this.count = count;
  }
}
