import { RuleRefusedError } from '../errors.ts';
import { instantText } from '../instants.ts';
import { findStaff } from '../organisation.ts';
import type { OpenCase } from './case.ts';
import type { EventEntry } from './case-events.ts';
import { checkExtension, extendableParts, extensionWindowOf, isBeforeEndOf } from './check-extension.ts';
import type { ProposedChange } from './commit-change.ts';
import type { ProposalOf } from './proposal.ts';
import type { Approval } from './approval.ts';

/**
 * Carries out an approved extension as far as it can be before its letter has left: the old ladder still runs. After
 * the promised date the promise is recorded as missed. Throws RuleRefusedError: what was possible when it was proposed
 * may not be any more.
 */
export function approvedExtension(
  { dependencies, current, approver, at: instant }: Approval,
  proposal: ProposalOf<'extension'>,
): ProposedChange {
  const { organisation, calendar } = dependencies;
  const roles = [proposal.proposedBy, approver].flatMap((staffId) => findStaff(organisation, staffId)?.role ?? []);
  checkExtension(current, proposal.until, roles, instant, calendar);
  // What became something that cannot be extended while the proposal waited keeps its promise.
  const extendable = extendableParts(current);
  const partIds = proposal.partIds.filter((partId) => extendable.includes(partId));
  if (partIds.length === 0) throw new RuleRefusedError('not_extendable');
  const at = instantText(instant);
  const isLate = !isBeforeEndOf(extensionWindowOf(current, calendar).freelyUntil, instant);
  const missed: readonly EventEntry[] = isLate
    ? [{ type: 'promise_recorded_missed', at, actor: { kind: 'staff', staffId: approver }, details: {} }]
    : [];
  const next: OpenCase = {
    ...current,
    extension: {
      state: 'approved',
      ground: proposal.ground,
      partIds,
      until: proposal.until,
      proposedBy: proposal.proposedBy,
      approvedBy: approver,
      approvedAt: at,
      letterLeftAt: null,
      promiseMissed: isLate,
      textId: proposal.textId,
    },
  };
  return {
    transition: 'handle',
    next,
    entries: missed,
    orders: [{ kind: 'mail', mail: { template: 'extension_letter', caseNumber: current.caseNumber } }],
  };
}
