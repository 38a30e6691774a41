import type { Case, CaseStatus } from './case.ts';

/** What can happen to a case as a whole. */
export type Transition =
  | 'confirm'
  | 'accept'
  | 'dismiss'
  | 'take'
  | 'decide'
  | 'close'
  | 'collect'
  | 'step'
  | 'restart'
  | 'handle'
  | 'follow_up'
  | 'reopen';

/** The life of a case as data: from which statuses each transition is possible, and where it leads. */
export const TRANSITIONS: Readonly<
  Record<Transition, { readonly from: readonly CaseStatus[]; readonly to: CaseStatus | 'unchanged' }>
> = {
  confirm: { from: ['unconfirmed'], to: 'open' },
  accept: { from: ['unconfirmed'], to: 'open' },
  dismiss: { from: ['unconfirmed'], to: 'dismissed' },
  take: { from: ['open'], to: 'unchanged' },
  decide: { from: ['open'], to: 'unchanged' },
  close: { from: ['open', 'unconfirmed'], to: 'closed' },
  collect: { from: ['closed'], to: 'unchanged' },
  step: { from: ['unconfirmed', 'open', 'closed'], to: 'unchanged' },
  restart: { from: ['open'], to: 'unchanged' },
  // What happens around an open case without deciding it: questions, proposals, messages.
  handle: { from: ['open'], to: 'unchanged' },
  // What may happen before and after closing alike: tasks, messages, a new address, a restriction lifted.
  follow_up: { from: ['unconfirmed', 'open', 'closed'], to: 'unchanged' },
  reopen: { from: ['closed'], to: 'open' },
};

/** Whether a case may go through a transition now. */
export function isPossible(transition: Transition, subject: Case): boolean {
  return TRANSITIONS[transition].from.includes(subject.status);
}

/** A change that the table of transitions does not have for a case of this status. */
export class TransitionNotPossibleError extends Error {
  override readonly name = 'TransitionNotPossibleError';
  readonly caseNumber: string;
  readonly transition: Transition;
  constructor(caseNumber: string, transition: Transition) {
    super('not possible for a case of this status');
    this.caseNumber = caseNumber;
    this.transition = transition;
  }
}
