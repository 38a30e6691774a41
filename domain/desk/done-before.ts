import type { Actor } from '../cases/actor.ts';
import type { Case } from '../cases/case.ts';
import { caseTimeOf } from '../cases/case-dates.ts';
import type { CaseEvent } from '../cases/case-events.ts';
import { isPossible, type Transition } from '../cases/transitions.ts';
import { instantText, parseInstant } from '../instants.ts';
import { findStaff, type OrganisationProfile } from '../organisation.ts';
import type { StaffAction } from './staff-actions.ts';

/** Who did what an action is for, and when (case time). `staffId` is null when the requester or the desk did it. */
export interface DoneBefore {
  readonly staffId: string | null;
  readonly at: string;
}

/** An action on a case, with the instant its link was used (wall time), if it was. */
export interface WantedAction {
  readonly action: StaffAction;
  readonly on: string | null;
  readonly staffId: string;
  readonly usedAt: string | null;
}

/** Who made an action pointless; undefined while it can still be done. */
export function doneBefore(
  wanted: WantedAction,
  current: Case,
  events: readonly CaseEvent[],
  organisation: OrganisationProfile,
): DoneBefore | undefined {
  return (
    aboutItself(wanted, current, events, organisation) ??
    overForCase(wanted, current) ??
    (wanted.usedAt === null
      ? undefined
      : { staffId: wanted.staffId, at: instantText(caseTimeOf(current, parseInstant(wanted.usedAt))) })
  );
}

function aboutItself(
  { action, on }: WantedAction,
  current: Case,
  events: readonly CaseEvent[],
  organisation: OrganisationProfile,
): DoneBefore | undefined {
  if (action === 'take') {
    if (current.status !== 'open' && current.status !== 'closed') return undefined;
    const { assignee } = current;
    // Whoever has left the profile has nothing any more.
    const isThere = assignee !== null && findStaff(organisation, assignee.staffId) !== undefined;
    return isThere ? { staffId: assignee.staffId, at: assignee.since } : undefined;
  }
  if (action === 'answer' || action === 'attach_file' || action === 'retype') {
    const decision = current.parts.find(({ partId }) => partId === on)?.decision ?? null;
    return decision === null ? undefined : byWhom(decision.decidedBy, decision.decidedAt);
  }
  if (action === 'approve') {
    if (current.proposals.some(({ proposalId }) => proposalId === on)) return undefined;
    const end = events.findLast(
      ({ type, details }) =>
        (type === 'proposal_approved' || type === 'proposal_sent_back') && details['proposalId'] === on,
    );
    return end === undefined ? undefined : byWhom(end.actor, end.at);
  }
  if (action === 'end_task') {
    const ended = current.tasks.find(({ taskId }) => taskId === on)?.ended ?? null;
    return ended === null ? undefined : byWhom(ended.by, ended.at);
  }
  return undefined;
}

/** The transition of an action; what does not stand here can be done before and after closing. */
const TRANSITION_OF: Readonly<Partial<Record<StaffAction, Transition>>> = {
  take: 'take',
  accept: 'accept',
  dismiss: 'dismiss',
  answer: 'decide',
  attach_file: 'handle',
  approve: 'handle',
  hand_over: 'handle',
  ask_identity: 'handle',
  send_identity_code: 'handle',
  record_identity: 'handle',
  mandate_seen: 'handle',
  ask_clarification: 'handle',
  extend: 'handle',
  explain_delay: 'handle',
  retype: 'handle',
  add_part: 'handle',
  exclude: 'handle',
  reopen: 'reopen',
};

function overForCase({ action }: WantedAction, current: Case): DoneBefore | undefined {
  const transition = TRANSITION_OF[action] ?? 'follow_up';
  if (isPossible(transition, current)) return undefined;
  switch (current.status) {
    case 'dismissed':
      return byWhom(current.dismissedBy, current.dismissedAt);
    case 'closed':
      return action === 'accept' || action === 'dismiss'
        ? byWhom(current.openedBy, current.openedAt)
        : { staffId: null, at: current.closedAt };
    case 'open':
      // A closed case that was opened again, or a request that was accepted.
      return byWhom(current.openedBy, current.openedAt);
    case 'unconfirmed':
      return undefined;
  }
}

function byWhom(actor: Actor, at: string): DoneBefore {
  return { staffId: actor.kind === 'staff' ? actor.staffId : null, at };
}
