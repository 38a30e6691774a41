import { Temporal } from 'temporal-polyfill';
import { RuleRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { Case, ClosedCase, OpenCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { THE_DESK } from '../actor.ts';
import type { EventEntry } from '../case-events.ts';
import { REQUEST_TYPE_RULES } from '../request-types.ts';
import { deadlineRungs } from '../case-ladder.ts';
import { commitChange, newText, startNextRun } from '../commit-change.ts';
import { endTask } from '../new-task.ts';
import {
  noticesTo,
  directoryOf,
  type StaffAct,
  type StaffDependencies,
  usedLink,
  workersOf,
} from '../staff-of-case.ts';

/**
 * Opens a closed case again because the person says that the answer to one part is not complete. Receipt and promise
 * stay as they were; rungs that passed meanwhile are not done again, and from then on the weekly ones speak. A part
 * that the requester withdrew is not reopened. Throws RuleRefusedError, and what commitChange throws.
 */
export async function reopenCase(
  dependencies: StaffDependencies,
  current: ClosedCase,
  act: StaffAct,
  reason: string,
  wallNow: Temporal.Instant,
): Promise<Case> {
  const part = current.parts.find(({ partId }) => partId === act.on);
  if (part === undefined || part.decision?.outcome === 'withdrawn') throw new RuleRefusedError('case_not_possible');
  if (reason.trim() === '') throw new RuleRefusedError('reason_required', 'text');
  const now = caseTimeOf(current, wallNow);
  const at = instantText(now);
  const actor = { kind: 'staff', staffId: act.staffId } as const;
  const { caseNumber } = current;
  const { closedAt: _closedAt, collectedAt: _collectedAt, ...rest } = current;
  const restriction = REQUEST_TYPE_RULES[part.requestType].restrictsUntilDecided
    ? { since: at, toldAt: null, liftedAt: null }
    : part.restriction;
  const undecided = current.parts.map((other) => (other === part ? { ...part, decision: null, restriction } : other));
  const reopened: OpenCase = { ...withoutCollecting({ ...rest, status: 'open' }, at, actor), parts: undecided };
  const passed = passedSteps(reopened, now, dependencies);
  const steps = [...reopened.steps, ...passed];
  // The run of a closed case ends at its next wake, and may have ended already.
  const { case: next, orders: starts } = startNextRun({ ...reopened, steps });
  const directory = await directoryOf(dependencies, wallNow);
  return commitChange(
    dependencies,
    current,
    {
      transition: 'reopen',
      next,
      entries: [
        { type: 'case_reopened', at, actor, details: { partId: part.partId } },
        ...passed.map(({ step }): EventEntry => ({ type: 'step_overtaken', at, actor: THE_DESK, details: { step } })),
      ],
      orders: [
        { kind: 'mail', mail: { template: 'case_reopened', caseNumber } },
        ...noticesTo(workersOf(directory, next), next, 'reopened'),
        ...starts,
      ],
      texts: [newText(current, { kind: 'note', from: actor, at, texts: { text: reason } })],
      ...usedLink(act),
    },
    wallNow,
  );
}

/** Nobody is reminded of an answer that is being written anew. */
function withoutCollecting(
  subject: OpenCase,
  at: string,
  by: { readonly kind: 'staff'; readonly staffId: string },
): OpenCase {
  return subject.tasks
    .filter(({ kind }) => kind === 'collect')
    .reduce((left, { taskId }) => endTask(left, taskId, { as: 'cancelled', at, by, textId: null }), subject);
}

function passedSteps(subject: OpenCase, now: Temporal.Instant, { calendar }: StaffDependencies): OpenCase['steps'] {
  const done = new Set(subject.steps.map(({ step }) => step));
  return deadlineRungs(subject, calendar)
    .filter((rung) => Temporal.Instant.compare(rung.at, now) <= 0 && !done.has(rung.step))
    .map(({ step }) => ({ step, at: instantText(now), outcome: 'overtaken' as const }));
}
