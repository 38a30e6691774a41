import type { OrganisationProfile } from '../../domain/organisation.ts';
import { ctTelecom } from './ct-telecom.ts';
import { harbourEnergy } from './harbour-energy.ts';

/** Every organisation that has a profile here, by its id. */
export const organisations: ReadonlyMap<string, OrganisationProfile> = new Map(
  [ctTelecom, harbourEnergy].map((profile) => [profile.organisationId, profile]),
);

/** Whom the desk works for unless a setting or an option names another. */
export const DEFAULT_ORGANISATION = ctTelecom.organisationId;

/** The ids to choose from, in words. */
export const organisationIds: string = [...organisations.keys()].join(', ');
