import type { Actor, Case } from '../cases/case.ts';
import { isPossible } from '../cases/transitions.ts';
import type { StaffActionToken } from './action-token.ts';

/** Who did what a link is for, and when (case time). `staffId` is null when the requester or the desk did it. */
export interface DoneBefore {
  readonly staffId: string | null;
  readonly at: string;
}

/** Who made a link's action pointless; undefined while it can still be done. */
export function doneBefore(token: StaffActionToken, current: Case): DoneBefore | undefined {
  switch (token.action) {
    case 'take':
      if (current.status !== 'open' && current.status !== 'closed') return undefined;
      if (current.assignee !== null) return { staffId: current.assignee.staffId, at: current.assignee.since };
      return current.status === 'closed' ? { staffId: null, at: current.closedAt } : undefined;
    case 'answer': {
      const decision = current.parts.find((part) => part.partId === token.partId)?.decision ?? null;
      return decision === null ? undefined : byWhom(decision.decidedBy, decision.decidedAt);
    }
    case 'accept':
    case 'dismiss':
      if (isPossible(token.action, current)) return undefined;
      if (current.status === 'dismissed') return byWhom(current.dismissedBy, current.dismissedAt);
      return current.status === 'open' || current.status === 'closed'
        ? byWhom(current.openedBy, current.openedAt)
        : undefined;
  }
}

function byWhom(actor: Actor, at: string): DoneBefore {
  return { staffId: actor.kind === 'staff' ? actor.staffId : null, at };
}
