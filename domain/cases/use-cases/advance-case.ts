import type { Temporal } from 'temporal-polyfill';
import { CaseNotFoundError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import { type OrganisationProfile, type StaffMember, staffOfRoles } from '../../organisation.ts';
import type { OutboxOrder } from '../../outbox/outbox-row.ts';
import type { Clock } from '../../ports.ts';
import type { Case, OpenCase } from '../case.ts';
import { toWallTime } from '../case-clock.ts';
import { caseTimeOf } from '../case-dates.ts';
import type { EventEntry } from '../case-events.ts';
import { type ChangeDependencies, commitChange, type ProposedChange, retryOnConflict } from '../commit-change.ts';
import type { Step, StepId, StepKind } from '../ladder.ts';
import { planNextStep, type PlannedStep } from '../next-step.ts';

export interface AdvanceDependencies extends ChangeDependencies {
  readonly clock: Clock;
  readonly organisation: OrganisationProfile;
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
    const isDue = caseTimeOf(current, now).epochMilliseconds >= planned.step.at.epochMilliseconds;
    const change: ProposedChange & { readonly next: OpenCase } =
      command.step === planned.step.step && isDue
        ? stepChange(current, planned, now, dependencies.organisation)
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

function stepChange(
  current: OpenCase,
  planned: PlannedStep,
  now: Temporal.Instant,
  organisation: OrganisationProfile,
): ProposedChange & { readonly next: OpenCase } {
  const at = instantText(caseTimeOf(current, now));
  const { step, overtaken } = planned;
  return {
    transition: 'step',
    next: {
      ...current,
      steps: [
        ...current.steps,
        ...overtaken.map((passed) => ({ step: passed.step, at, outcome: 'overtaken' as const })),
        { step: step.step, at, outcome: 'done' },
      ],
    },
    entries: [
      ...overtaken.map((passed): EventEntry => stepEvent('step_overtaken', passed, at)),
      stepEvent('step_done', step, at),
    ],
    orders: ordersOf(current, step, organisation),
  };
}

/** Staff addressed at a rung: whoever has the case, or else the handlers, and the roles of the rung. */
function ordersOf(current: OpenCase, step: Step, organisation: OrganisationProfile): readonly OutboxOrder[] {
  const { caseNumber } = current;
  const assignee = organisation.staff.find((member) => member.staffId === current.assignee?.staffId);
  const first = assignee === undefined ? staffOfRoles(organisation, ['handler']) : [assignee];
  const addressees = new Set<StaffMember>([...first, ...staffOfRoles(organisation, step.roles)]);
  const toStaff = [...addressees].map(({ staffId }): OutboxOrder => ({
    kind: 'mail',
    mail: { template: 'staff_step', caseNumber, staffId, step: step.step },
  }));
  const apology: OutboxOrder = { kind: 'mail', mail: { template: 'promise_missed', caseNumber } };
  return step.kind === 'missed_promise' ? [apology, ...toStaff] : toStaff;
}

function stepEvent(type: 'step_done' | 'step_overtaken', step: Step, at: string): EventEntry {
  return { type, at, actor: { kind: 'desk' }, details: { step: step.step } };
}

function planOf(current: Case, now: Temporal.Instant, { calendar }: ChangeDependencies): PlannedStep {
  const planned = planNextStep(current, caseTimeOf(current, now), calendar);
  if (planned === undefined) throw new RangeError('an open case always has a next rung');
  return planned;
}
