import { Temporal } from 'temporal-polyfill';
import { errorCode } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import { caseTimeOf } from '../case-dates.ts';
import { commitChange, retryOnConflict } from '../commit-change.ts';
import { planNextStep } from '../next-step.ts';
import { directoryOf } from '../staff-of-case.ts';
import { stepChange } from '../step-change.ts';
import type { AdvanceDependencies } from './advance-case.ts';
import type { CatchUpReport } from './catch-up-late-cases.ts';

export interface FollowUpReport {
  /** How many rungs were done. */
  readonly done: number;
  readonly failed: CatchUpReport['failed'];
}

/**
 * Does what is due for closed cases: notices to recipients that nobody answered, data kept against an erasure whose
 * day has come, an answer nobody collected, a letter to post. The workflow of such a case has ended; dates that may
 * lie years ahead are kept in the due index.
 */
export async function followUpClosedCases(dependencies: AdvanceDependencies): Promise<FollowUpReport> {
  let done = 0;
  const failed: { caseNumber: string; code: string }[] = [];
  for (const caseNumber of await dependencies.cases.listDue('closed', dependencies.clock.now())) {
    try {
      while (await followUp(dependencies, caseNumber)) done += 1;
    } catch (error) {
      failed.push({ caseNumber, code: errorCode(error) });
    }
  }
  return { done, failed };
}

/** Does one rung; answers whether there was one. */
function followUp(dependencies: AdvanceDependencies, caseNumber: string): Promise<boolean> {
  return retryOnConflict(async () => {
    const current = await dependencies.cases.find(caseNumber);
    if (current?.status !== 'closed') return false;
    const now = dependencies.clock.now();
    const at = caseTimeOf(current, now);
    const planned = planNextStep(current, at, dependencies.calendar);
    if (planned === undefined || Temporal.Instant.compare(planned.step.at, at) > 0) return false;
    const directory = await directoryOf(dependencies, now);
    await commitChange(dependencies, current, stepChange(current, planned, directory, instantText(at)), now);
    return true;
  });
}
