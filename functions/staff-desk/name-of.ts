import type { DoneBefore } from '../../domain/desk/done-before.ts';
import type { Language } from '../../domain/languages.ts';
import { findStaff, type OrganisationProfile } from '../../domain/organisation.ts';
import { textsOf } from '../../views/texts/texts-of.ts';

/** Who did something, to start a sentence with. */
export function nameOf({ staffId }: DoneBefore, organisation: OrganisationProfile, language: Language): string {
  const { words } = textsOf(language);
  return staffId === null ? words.theRequester : (findStaff(organisation, staffId)?.name ?? words.formerColleague);
}
