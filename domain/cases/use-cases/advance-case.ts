import type { Temporal } from 'temporal-polyfill';
import { CaseNotFoundError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { Clock } from '../../ports.ts';
import type { Case, OpenCase } from '../case.ts';
import { toWallTime } from '../case-clock.ts';
import { caseTimeOf } from '../case-dates.ts';
import { type ChangeDependencies, commitChange, type ProposedChange, retryOnConflict } from '../commit-change.ts';
import { planNextStep, type PlannedStep } from '../next-step.ts';
import { directoryOf, type StaffDependencies } from '../staff-of-case.ts';
import { stepChange } from '../step-change.ts';
import type { StepId, StepKind } from '../step-id.ts';

export interface AdvanceDependencies extends StaffDependencies {
  readonly clock: Clock;
}

export interface AdvanceCommand {
  readonly caseNumber: string;
  /** The workflow run that asks. */
  readonly run: number;
  /** The rung the workflow woke for; null when it only wants to know what comes next. */
  readonly step: StepId | null;
}

/** What the workflow is to do: wait until `at` (wall time) for a rung, or end. */
export type NextStep =
  | { readonly status: 'waiting'; readonly step: StepId; readonly kind: StepKind; readonly at: string }
  | { readonly status: 'closed' }
  | { readonly status: 'superseded' };

/**
 * What the workflow calls at every wake. Reads the case anew, does the rung only if it is the one due now, and answers
 * what comes next. A rung is claimed in the transaction that orders its mails, so it is done once however often the
 * call is repeated. Throws CaseNotFoundError.
 */
export function advanceCase(dependencies: AdvanceDependencies, command: AdvanceCommand): Promise<NextStep> {
  return retryOnConflict(async () => {
    const current = await dependencies.cases.find(command.caseNumber);
    if (current === undefined) throw new CaseNotFoundError(command.caseNumber);
    if (current.status === 'closed' || current.status === 'dismissed') return { status: 'closed' };
    if (current.clockRun !== command.run || current.status !== 'open') return { status: 'superseded' };

    const now = dependencies.clock.now();
    const planned = planOf(current, now, dependencies);
    const caseNow = caseTimeOf(current, now);
    const isDue = caseNow.epochMilliseconds >= planned.step.at.epochMilliseconds;
    const change: ProposedChange & { readonly next: OpenCase } =
      command.step === planned.step.step && isDue
        ? stepChange(current, planned, await directoryOf(dependencies, now), instantText(caseNow))
        : { transition: 'step', next: current, entries: [] };

    // How long the run will sleep is kept on the case, so that a change that needs an earlier wake can tell.
    const upcoming = planOf(change.next, now, dependencies).step;
    const at = instantText(toWallTime(current.clock, upcoming.at));
    if (change.next !== current || current.wakesAt !== at) {
      await commitChange(dependencies, current, { ...change, next: { ...change.next, wakesAt: at } }, now);
    }
    return { status: 'waiting', step: upcoming.step, kind: upcoming.kind, at };
  });
}

function planOf(current: Case, now: Temporal.Instant, { calendar }: ChangeDependencies): PlannedStep {
  const planned = planNextStep(current, caseTimeOf(current, now), calendar);
  if (planned === undefined) throw new RangeError('an open case always has a next rung');
  return planned;
}
