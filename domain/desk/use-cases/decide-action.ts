import type { Case } from '../../cases/case.ts';
import { retryOnConflict } from '../../cases/commit-change.ts';
import type { StaffDependencies } from '../../cases/staff-of-case.ts';
import type { KeyRing } from '../../ports.ts';
import type { DoneBefore } from '../done-before.ts';
import type { StaffAction } from '../staff-actions.ts';
import type { StaffInput } from '../staff-input.ts';
import {
  type ActionDoor,
  openAction,
  type OpenActionDependencies,
  type OpenedAction,
  type ShownAction,
} from './open-action.ts';
import { performAction } from './perform-action.ts';

export interface DecideDependencies extends OpenActionDependencies, StaffDependencies {
  readonly keys: KeyRing;
}

export type DecidedAction =
  | { readonly outcome: 'done'; readonly action: StaffAction; readonly case: Case }
  /** Done before, by this person or another. */
  | ({ readonly outcome: 'done_before'; readonly action: StaffAction; readonly case: Case } & DoneBefore)
  | Exclude<OpenedAction, { outcome: 'show' }>;

/**
 * Carries out an action: one transaction with the case's version, the used link, the events and the outbox rows (rule
 * R1). By a link only in its addressee's session. Pressing again, or after somebody else did it, changes nothing and
 * tells who did it when. `shown` is the action as this call has opened it already; after a conflict it is opened anew.
 * Throws TokenNotUsableError; RuleRefusedError with what the law or the desk does not allow.
 */
export function decideAction(
  dependencies: DecideDependencies,
  door: ActionDoor,
  sessionSecret: string | undefined,
  input: StaffInput,
  shown?: ShownAction,
): Promise<DecidedAction> {
  let known = shown;
  return retryOnConflict(async () => {
    const opened = known ?? (await openAction(dependencies, door, sessionSecret));
    known = undefined;
    if (opened.outcome !== 'show') return opened;
    const { act, case: current, done } = opened;
    if (done !== null) return { outcome: 'done_before', action: act.action, case: current, ...done };
    if (input.action !== act.action) throw new RangeError(`${input.action} came for ${act.action}`);
    const stored = await performAction(dependencies, current, act, input, dependencies.clock.now());
    return { outcome: 'done', action: act.action, case: stored };
  });
}
