import type { HolidayCalendar } from '../../domain/deadlines/calendar.ts';
import { holidayCalendarOf } from '../../domain/deadlines/holiday-rules.ts';
import { type OrganisationProfile, organisationProfileSchema } from '../../domain/organisation.ts';

/** Put into the bundle when it is built: the profile is code, so a change of it is a deployment. */
declare const ORGANISATION_PROFILE_JSON: string;

/** The organisation this stage works for. Throws ZodError when the bundle holds no valid profile. */
export function loadOrganisation(): OrganisationProfile {
  const parsed: unknown = JSON.parse(ORGANISATION_PROFILE_JSON);
  return organisationProfileSchema.parse(parsed);
}

/** The holidays this organisation reckons with. */
export function calendarOf(organisation: OrganisationProfile): HolidayCalendar {
  return holidayCalendarOf(organisation.calendar);
}
