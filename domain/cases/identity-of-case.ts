import type { Case } from './case.ts';
import { type IdentityLevel, identityLevelSchema, reaches } from './identity.ts';
import { REQUEST_TYPE_RULES } from './request-types.ts';

/** How sure the desk is of the person: what was recorded, or L1 once the requester confirmed the address. */
export function identityLevelOf(subject: Case): IdentityLevel {
  const confirmed: IdentityLevel = isAddressConfirmed(subject) ? 'L1' : 'L0';
  const recorded = subject.identity?.level ?? 'L0';
  return reaches(recorded, confirmed) ? recorded : confirmed;
}

/** Whether the requester proved the address, by the link of the confirmation or of a new address. */
export function isAddressConfirmed(subject: Case): boolean {
  return subject.addressConfirmedAt !== null;
}

/** The highest level the undecided parts of a case need. */
export function neededIdentityLevel(subject: Case): IdentityLevel {
  const needed = new Set(
    subject.parts
      .filter((part) => part.decision === null)
      .map((part) => REQUEST_TYPE_RULES[part.requestType].identityLevel),
  );
  return identityLevelSchema.options.findLast((level) => needed.has(level)) ?? 'L0';
}
