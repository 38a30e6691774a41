import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { AbsenceRefusedError } from '../errors.ts';
import { instantSchema } from '../instants.ts';
import {
  findStaff,
  type OrganisationProfile,
  type StaffMember,
  type StaffRole,
  staffIdSchema,
} from '../organisation.ts';

/** One staff member is away, from one civil date (Amsterdam, wall time) to another; both days belong to it. */
export const absenceSchema = z.strictObject({
  schemaVersion: z.literal(1),
  staffId: staffIdSchema,
  from: z.iso.date(),
  until: z.iso.date(),
  setBy: staffIdSchema,
  /** Wall time. */
  setAt: instantSchema,
});
export type Absence = z.infer<typeof absenceSchema>;

/** Whether the absence is in force on a civil date (Amsterdam). */
export function isAwayOn({ from, until }: Absence, date: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(from, date) <= 0 && Temporal.PlainDate.compare(date, until) <= 0;
}

/** Whether the last day of the absence lies before a civil date (Amsterdam). */
export function isOverBy({ until }: Absence, date: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(until, date) < 0;
}

const MAY_SET_OTHERS: ReadonlySet<StaffRole> = new Set(['team_lead', 'privacy_officer', 'director']);

/** Everyone sets their own absence; team lead, privacy officer and director set those of others as well. */
export function maySetAbsenceOf(staffId: string, by: StaffMember): boolean {
  return by.staffId === staffId || MAY_SET_OTHERS.has(by.role);
}

/** Throws AbsenceRefusedError when either is not in the profile or `by` may not set the absence of the other. */
export function requireAbsenceRight(organisation: OrganisationProfile, staffId: string, by: string): void {
  const setter = findStaff(organisation, by);
  if (setter === undefined || !maySetAbsenceOf(staffId, setter)) throw new AbsenceRefusedError('not_allowed', staffId);
  if (findStaff(organisation, staffId) === undefined) throw new AbsenceRefusedError('unknown_person', staffId);
}
