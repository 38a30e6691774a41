import type { Temporal } from 'temporal-polyfill';
import { instantText } from '../../instants.ts';
import type { Case } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { type ChangeDependencies, commitChange, startNextRun } from '../commit-change.ts';

/** Before a run is followed that ended without ever planning: the next would most likely end the same way. */
const PAUSE_SECONDS = 60;

/** Why a clock was started anew; goes into the case's events. */
export type RestartReason = 'late' | 'execution_stopped';

/**
 * Gives an open case a new workflow run and supersedes the one before it; after a pause when that one stopped before it
 * ever planned, so that a workflow that cannot run is not started over and over. Answers whether it did: closed and
 * unconfirmed cases have no workflow. Throws VersionConflictError.
 */
export async function restartClock(
  dependencies: ChangeDependencies,
  current: Case,
  reason: RestartReason,
  wallNow: Temporal.Instant,
): Promise<boolean> {
  if (current.status !== 'open') return false;
  const at = instantText(caseTimeOf(current, wallNow));
  // The first run may have been stopped by hand before it got so far; one that follows it did not run either.
  const neverPlanned = reason === 'execution_stopped' && current.wakesAt === null && current.clockRun > 1;
  const notBefore = neverPlanned ? instantText(wallNow.add({ seconds: PAUSE_SECONDS })) : undefined;
  const { case: next, orders } = startNextRun(current, notBefore);
  const details = { reason, run: String(next.clockRun) };
  await commitChange(
    dependencies,
    current,
    {
      transition: 'restart',
      next,
      entries: [{ type: 'clock_restarted', at, actor: { kind: 'desk' }, details }],
      orders,
    },
    wallNow,
  );
  return true;
}
