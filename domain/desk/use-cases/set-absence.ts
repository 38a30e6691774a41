import { Temporal } from 'temporal-polyfill';
import { civilDate } from '../../deadlines/deadlines.ts';
import { AbsenceRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { OrganisationProfile } from '../../organisation.ts';
import type { AbsenceStore, Clock } from '../../ports.ts';
import { type Absence, isOverBy, requireAbsenceRight } from '../absence.ts';

export interface AbsenceDependencies {
  readonly organisation: OrganisationProfile;
  readonly clock: Clock;
  readonly absences: AbsenceStore;
}

export interface SetAbsenceCommand {
  readonly staffId: string;
  /** First and last day away: civil dates in Amsterdam. */
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
  /** Who sets it: the person, a team lead, a privacy officer or a director. */
  readonly setBy: string;
}

/**
 * Notes that a staff member is away, at most a year; an absence noted before is replaced. Throws AbsenceRefusedError.
 */
export async function setAbsence(dependencies: AbsenceDependencies, command: SetAbsenceCommand): Promise<Absence> {
  const { staffId, from, until, setBy } = command;
  requireAbsenceRight(dependencies.organisation, staffId, setBy);
  if (Temporal.PlainDate.compare(until, from) < 0) throw new AbsenceRefusedError('ends_before_it_begins', staffId);
  if (Temporal.PlainDate.compare(until, from.add({ years: 1 })) > 0) {
    throw new AbsenceRefusedError('longer_than_a_year', staffId);
  }
  const now = dependencies.clock.now();
  const absence: Absence = {
    schemaVersion: 1,
    staffId,
    from: from.toString(),
    until: until.toString(),
    setBy,
    setAt: instantText(now),
  };
  if (isOverBy(absence, civilDate(now))) throw new AbsenceRefusedError('already_over', staffId);
  await dependencies.absences.put(absence);
  return absence;
}
