import type { Temporal } from 'temporal-polyfill';
import {
  findStaff,
  type OrganisationProfile,
  type StaffMember,
  type StaffRole,
  staffOfRoles,
} from '../organisation.ts';
import { type Absence, isAwayOn } from './absence.ts';

/** Who decides, from the first who is asked to the last who is. */
const LADDER = [
  'handler',
  'deputy',
  'team_lead',
  'privacy_officer',
  'director',
] as const satisfies readonly StaffRole[];

/** Whom a mail about a case should reach. */
export interface AddresseeQuery {
  readonly roles: readonly StaffRole[];
  /** Whom a complaint in the case is about: they lose ladder, approval, search and digest of it. */
  readonly excluded: readonly string[];
  /** Who has the case, reached besides the roles. Null adds nobody: ask for `handler` to reach those who can take it. */
  readonly assignee: string | null;
}

/** Who may be the second person of a decision. */
export interface ApproverQuery {
  readonly roles: readonly StaffRole[];
  /** Who proposed it, or changed the proposal. */
  readonly notBy: readonly string[];
  readonly excluded: readonly string[];
}

/** The staff of one day, with those who stand in for whoever is away. */
export interface StaffDirectory {
  /** Whether the person is in the profile and not away today. */
  present(staffId: string): boolean;
  /**
   * Assignee first, then the roles in the order asked, nobody twice. Absent and excluded people are skipped; when
   * nobody of a role is left, the next role up the ladder stands in. An assignee who is skipped or has left is replaced
   * by the deputies. When everyone up to the director is away, the director gets it all the same; were the director
   * excluded, whoever else decides, present people before absent ones. An excluded person is reached only if nobody
   * else in the profile decides. The data protection officer, asked for, is told even while away, since nobody stands in
   * for them, and stands in for nobody: the answer is empty only when nobody else was asked for.
   */
  addressees(query: AddresseeQuery): readonly StaffMember[];
  /**
   * Those present of the roles but for `notBy` and `excluded`; when none is left, the first role above them that has
   * somebody, then the director though away, then whoever else decides. Never the data protection officer. Empty when
   * the profile has nobody else: then the decision cannot be taken.
   */
  approvers(query: ApproverQuery): readonly StaffMember[];
  /**
   * Whether someone's approval counts, asked or not and noted as away or not: whoever is of the roles or above the lowest
   * of them, or among the `approvers` of today. So the link of a director who stood in still works when others are back.
   */
  mayApprove(staffId: string, query: ApproverQuery): boolean;
}

/** The directory of a civil date (Amsterdam, wall time): absences are days of real life, also in a rehearsal. */
export function staffDirectory(
  profile: OrganisationProfile,
  absences: readonly Absence[],
  today: Temporal.PlainDate,
): StaffDirectory {
  const away = new Set(absences.filter((absence) => isAwayOn(absence, today)).map(({ staffId }) => staffId));
  const isPresent = ({ staffId }: StaffMember) => !away.has(staffId);
  const ofRole = (role: StaffRole) => staffOfRoles(profile, [role]);
  const presentOfRole = (role: StaffRole) => ofRole(role).filter(isPresent);

  /** The first group that has somebody left, from a rung of the ladder on. */
  function whoeverIsLeft(fromRung: number, barred: ReadonlySet<string>): readonly StaffMember[] {
    const groups = [
      ...LADDER.slice(fromRung).map(presentOfRole),
      ofRole('director'),
      ...LADDER.slice(0, fromRung).toReversed().map(presentOfRole),
      ...LADDER.toReversed().map(ofRole),
    ];
    return firstWithSomebody(groups.map((group) => group.filter(({ staffId }) => !barred.has(staffId))));
  }

  function reached(role: StaffRole, excluded: ReadonlySet<string>): readonly StaffMember[] {
    if (!decides(role)) return ofRole(role).filter(({ staffId }) => !excluded.has(staffId));
    const left = whoeverIsLeft(rungOf(role), excluded);
    return left.length > 0 ? left : firstWithSomebody(LADDER.toReversed().map(ofRole));
  }

  function assigned(staffId: string, excluded: ReadonlySet<string>): readonly StaffMember[] {
    const member = findStaff(profile, staffId);
    const reachable = member !== undefined && decides(member.role) && isPresent(member) && !excluded.has(staffId);
    return reachable ? [member] : reached('deputy', excluded);
  }

  function approvers({ roles, notBy, excluded }: ApproverQuery): readonly StaffMember[] {
    const barred = new Set([...notBy, ...excluded]);
    const asked = roles.filter(decides);
    const right = new Set(asked.flatMap(presentOfRole).filter(({ staffId }) => !barred.has(staffId)));
    return right.size > 0 ? [...right] : whoeverIsLeft(Math.max(-1, ...asked.map(rungOf)) + 1, barred);
  }

  return {
    present: (staffId) => findStaff(profile, staffId) !== undefined && !away.has(staffId),

    addressees: ({ roles, excluded, assignee }) => {
      const barred = new Set(excluded);
      const asked: readonly StaffRole[] = roles.length === 0 && assignee === null ? ['handler'] : roles;
      const first = assignee === null ? [] : assigned(assignee, barred);
      return [...new Set([...first, ...asked.flatMap((role) => reached(role, barred))])];
    },

    approvers,

    mayApprove: (staffId, query) => {
      const member = findStaff(profile, staffId);
      if (member === undefined || query.notBy.includes(staffId) || query.excluded.includes(staffId)) return false;
      const lowest = Math.min(LADDER.length, ...query.roles.filter(decides).map(rungOf));
      return rungOf(member.role) >= lowest || approvers(query).some((other) => other.staffId === staffId);
    },
  };
}

function rungOf(role: StaffRole): number {
  return LADDER.findIndex((rung) => rung === role);
}

function decides(role: StaffRole): boolean {
  return rungOf(role) >= 0;
}

function firstWithSomebody(groups: readonly (readonly StaffMember[])[]): readonly StaffMember[] {
  return groups.find((group) => group.length > 0) ?? [];
}
