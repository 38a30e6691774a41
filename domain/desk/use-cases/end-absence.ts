import type { OrganisationProfile } from '../../organisation.ts';
import type { AbsenceStore } from '../../ports.ts';
import { requireAbsenceRight } from '../absence.ts';

export interface EndAbsenceDependencies {
  readonly organisation: OrganisationProfile;
  readonly absences: AbsenceStore;
}

/** Ends an absence early, by whoever may set it; nothing happens when there is none. Throws AbsenceRefusedError. */
export async function endAbsence(
  { organisation, absences }: EndAbsenceDependencies,
  { staffId, endedBy }: { readonly staffId: string; readonly endedBy: string },
): Promise<void> {
  requireAbsenceRight(organisation, staffId, endedBy);
  await absences.remove(staffId);
}
