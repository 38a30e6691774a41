import type { Temporal } from 'temporal-polyfill';
import { RuleRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import { findStaff, type OrganisationProfile } from '../../organisation.ts';
import type { Actor } from '../actor.ts';
import type { Case, OpenCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import type { EventEntry } from '../case-events.ts';
import { commitChange } from '../commit-change.ts';
import { IDENTITY_METHODS, type IdentityMethod, reaches } from '../identity.ts';
import { identityLevelOf, isAddressConfirmed } from '../identity-of-case.ts';
import { type StaffAct, type StaffDependencies, usedLink } from '../staff-of-case.ts';

/**
 * Staff record how they recognised the person: how, by whom and when, and nothing of what they saw. Questions about
 * who it is are answered with it. Throws RuleRefusedError, and what commitChange throws.
 */
export async function recordIdentity(
  dependencies: StaffDependencies,
  current: OpenCase,
  act: StaffAct,
  method: IdentityMethod,
  wallNow: Temporal.Instant,
): Promise<Case> {
  const at = instantText(caseTimeOf(current, wallNow));
  const recorded = identified(dependencies.organisation, current, act.staffId, method, at);
  return commitChange(
    dependencies,
    current,
    { transition: 'handle', next: recorded.case, entries: recorded.entries, ...usedLink(act) },
    wallNow,
  );
}

/** The case with what a staff member established about the person. `at` is case time text. Throws RuleRefusedError. */
export function identified(
  organisation: OrganisationProfile,
  current: OpenCase,
  staffId: string,
  method: IdentityMethod,
  at: string,
): { readonly case: OpenCase; readonly entries: readonly EventEntry[] } {
  const rules = IDENTITY_METHODS[method];
  const role = findStaff(organisation, staffId)?.role;
  const isTheirs = rules.recordedBy === 'staff' && role !== undefined && (rules.roles?.includes(role) ?? true);
  if (!isTheirs) throw new RuleRefusedError('identity_method_not_yours', 'method');
  if (rules.needsConfirmedAddress && !isAddressConfirmed(current)) {
    throw new RuleRefusedError('identity_address_not_confirmed', 'method');
  }
  return withIdentity(current, method, { kind: 'staff', staffId }, at);
}

/** The case with a level reached by `method`, and the questions that are answered by it. */
export function withIdentity(
  current: OpenCase,
  method: IdentityMethod,
  by: Actor,
  at: string,
): { readonly case: OpenCase; readonly entries: readonly EventEntry[] } {
  const level = IDENTITY_METHODS[method].reaches;
  const isMore = !reaches(identityLevelOf(current), level);
  const inquiries = current.inquiries.map((inquiry) =>
    inquiry.kind === 'identity' && inquiry.answeredAt === null && reaches(level, inquiry.levelNeeded)
      ? { ...inquiry, answeredAt: at }
      : inquiry,
  );
  return {
    case: {
      ...current,
      inquiries,
      identity: isMore || current.identity === null ? { level, method, by, at } : current.identity,
    },
    entries: [{ type: 'identity_recorded', at, actor: by, details: { method, level } }],
  };
}
