import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Absence } from '../../../domain/desk/absence.ts';
import { staffDirectory } from '../../../domain/desk/staff-directory.ts';
import type { OrganisationProfile, StaffMember, StaffRole } from '../../../domain/organisation.ts';
import { ctTelecom } from '../../../infra/organisations/ct-telecom.ts';

const ANNA = 'anna-de-wit';
const SAM = 'sam-okafor';
const DEPUTY = 'joris-bakker';
const TEAM_LEAD = 'fatima-el-idrissi';
const OFFICER = 'pieter-van-dam';
const DIRECTOR = 'marieke-visser';
const PROTECTION_OFFICER = 'lotte-mulder';

const LADDER = ['handler', 'deputy', 'team_lead', 'privacy_officer', 'director'] as const;
const DECIDING = [ANNA, SAM, DEPUTY, TEAM_LEAD, OFFICER, DIRECTOR];
const EVERYONE = [...DECIDING, PROTECTION_OFFICER];
const TODAY = Temporal.PlainDate.from('2026-07-15');

const ids = (members: readonly StaffMember[]) => members.map(({ staffId }) => staffId);

function away(staffId: string, from = '2026-07-13', until = '2026-07-17'): Absence {
  return { schemaVersion: 1, staffId, from, until, setBy: staffId, setAt: '2026-07-01T08:00:00.000Z' };
}

function directory(absent: readonly string[] = [], profile: OrganisationProfile = ctTelecom) {
  const absences = absent.map((staffId) => away(staffId));
  const staff = staffDirectory(profile, absences, TODAY);
  return {
    present: (staffId: string) => staff.present(staffId),
    reached: (roles: readonly StaffRole[], assignee: string | null = null, excluded: readonly string[] = []) =>
      ids(staff.addressees({ roles, assignee, excluded })),
    counts: (
      staffId: string,
      roles: readonly StaffRole[],
      barred: readonly string[] = [],
      excluded: readonly string[] = [],
    ) => staff.mayApprove(staffId, { roles, notBy: barred, excluded }),
    approving: (roles: readonly StaffRole[], notBy: readonly string[] = [], excluded: readonly string[] = []) =>
      ids(staff.approvers({ roles, notBy, excluded })),
  };
}

const without = (...gone: readonly string[]): OrganisationProfile => ({
  ...ctTelecom,
  staff: ctTelecom.staff.filter(({ staffId }) => !gone.includes(staffId)),
});

function subsetsOf(people: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 2 ** people.length }, (_, bits) => people.filter((_person, n) => (bits >> n) % 2 === 1));
}

describe('who is present', () => {
  it.each([
    ['2026-07-12', true],
    ['2026-07-13', false],
    ['2026-07-17', false],
    ['2026-07-18', true],
  ])('counts the first and the last day of an absence as away (%s)', (today, present) => {
    const staff = staffDirectory(ctTelecom, [away(ANNA)], Temporal.PlainDate.from(today));
    expect(staff.present(ANNA)).toBe(present);
    expect(staff.present(SAM)).toBe(true);
  });

  it('is nobody who has left', () => {
    expect(directory([], without(ANNA)).present(ANNA)).toBe(false);
  });
});

describe('whom a mail reaches', () => {
  it('is the assignee and then the roles in the order asked', () => {
    expect(directory().reached(['team_lead', 'privacy_officer'], SAM)).toEqual([SAM, TEAM_LEAD, OFFICER]);
    expect(directory().reached(['handler'])).toEqual([ANNA, SAM]);
    expect(directory().reached([], SAM)).toEqual([SAM]);
  });

  it('is the handlers when neither a role nor an assignee is named', () => {
    expect(directory().reached([])).toEqual([ANNA, SAM]);
  });

  it('leaves out one of several handlers and climbs only when all are away', () => {
    expect(directory([ANNA]).reached(['handler'])).toEqual([SAM]);
    expect(directory([ANNA, SAM]).reached(['handler'])).toEqual([DEPUTY]);
  });

  it.each([
    ['handler', [ANNA, SAM], DEPUTY],
    ['handler', [ANNA, SAM, DEPUTY], TEAM_LEAD],
    ['handler', [ANNA, SAM, DEPUTY, TEAM_LEAD], OFFICER],
    ['handler', [ANNA, SAM, DEPUTY, TEAM_LEAD, OFFICER], DIRECTOR],
    ['deputy', [DEPUTY], TEAM_LEAD],
    ['team_lead', [TEAM_LEAD], OFFICER],
    ['privacy_officer', [OFFICER], DIRECTOR],
    ['director', [DIRECTOR], DIRECTOR],
    ['handler', EVERYONE, DIRECTOR],
  ] as const)('goes up the ladder from %s when %j are away', (role, absent, standIn) => {
    expect(directory(absent).reached([role])).toEqual([standIn]);
  });

  it('climbs past a role that the profile does not have', () => {
    expect(directory([], without(DEPUTY)).reached(['deputy'])).toEqual([TEAM_LEAD]);
  });

  it.each([
    ['handler', [ANNA, SAM], [DEPUTY]],
    ['team_lead', [TEAM_LEAD], [OFFICER]],
    ['privacy_officer', [OFFICER, DIRECTOR], [TEAM_LEAD]],
    ['director', [DIRECTOR], [OFFICER]],
    ['handler', [DEPUTY, TEAM_LEAD, OFFICER, DIRECTOR], [ANNA, SAM]],
    ['director', DECIDING, [DIRECTOR]],
  ] as const)('for %s never is whoever a complaint is about, here %j', (role, excluded, reached) => {
    expect(directory().reached([role], null, excluded)).toEqual(reached);
  });

  it('is somebody absent rather than somebody excluded', () => {
    expect(directory([OFFICER, TEAM_LEAD, DEPUTY, ANNA, SAM]).reached(['director'], null, [DIRECTOR])).toEqual([
      OFFICER,
    ]);
  });

  it.each([
    ['is away', directory([ANNA])],
    ['has left', directory([], without(ANNA))],
  ])('is the deputy when the assignee %s', (_why, staff) => {
    expect(staff.reached(['privacy_officer'], ANNA)).toEqual([DEPUTY, OFFICER]);
  });

  it('is the deputy when the complaint is about the assignee, and the team lead when it is about both', () => {
    expect(directory().reached([], ANNA, [ANNA])).toEqual([DEPUTY]);
    expect(directory().reached([], ANNA, [ANNA, DEPUTY])).toEqual([TEAM_LEAD]);
    expect(directory([ANNA, DEPUTY]).reached([], ANNA)).toEqual([TEAM_LEAD]);
  });

  it('is nobody twice', () => {
    expect(directory().reached(['team_lead', 'team_lead'], TEAM_LEAD)).toEqual([TEAM_LEAD]);
    expect(directory([TEAM_LEAD]).reached(['team_lead', 'privacy_officer'], OFFICER)).toEqual([OFFICER]);
  });

  it('is the data protection officer when asked for, though away, but not when excluded', () => {
    const roles = ['director', 'data_protection_officer'] as const;
    expect(directory([PROTECTION_OFFICER]).reached(roles)).toEqual([DIRECTOR, PROTECTION_OFFICER]);
    expect(directory().reached(roles, null, [PROTECTION_OFFICER])).toEqual([DIRECTOR]);
    expect(directory([], without(PROTECTION_OFFICER)).reached(['data_protection_officer'])).toEqual([]);
  });

  it('is the deputy for a case that the data protection officer was given', () => {
    expect(directory().reached([], PROTECTION_OFFICER)).toEqual([DEPUTY]);
  });
});

describe('whom a mail reaches, whoever is away and whoever a complaint is about', () => {
  const queries = [...LADDER.map((role) => [[role], null] as const), [[], ANNA] as const, [[], DIRECTOR] as const];

  it('is always somebody who decides, present where that can be, and excluded only when all are', () => {
    let failures = 0;
    for (const absent of subsetsOf(EVERYONE)) {
      const { reached } = directory(absent);
      for (const excluded of subsetsOf(EVERYONE)) {
        const somebodyLeft = DECIDING.some((staffId) => !excluded.includes(staffId));
        for (const [roles, assignee] of queries) {
          const people = reached(roles, assignee, excluded);
          const barred = people.some((staffId) => excluded.includes(staffId));
          const wrong =
            people.length === 0 ||
            people.includes(PROTECTION_OFFICER) ||
            new Set(people).size !== people.length ||
            barred === somebodyLeft;
          if (wrong) failures += 1;
        }
      }
    }
    expect(failures).toBe(0);
  });

  it('is nobody absent as long as somebody from there upwards is present', () => {
    for (const absent of subsetsOf(EVERYONE)) {
      for (const [rung, role] of LADDER.entries()) {
        const upwards = ctTelecom.staff.filter((member) => LADDER.slice(rung).some((other) => other === member.role));
        const reached = directory(absent).reached([role]);
        const expectAway = upwards.every(({ staffId }) => absent.includes(staffId));
        expect(reached.every((staffId) => absent.includes(staffId))).toBe(expectAway);
        expect(reached.some((staffId) => absent.includes(staffId))).toBe(expectAway);
      }
    }
  });
});

describe('who may approve', () => {
  it('are those of the roles who are present and did not propose it', () => {
    expect(directory().approving(['team_lead', 'privacy_officer'])).toEqual([TEAM_LEAD, OFFICER]);
    expect(directory().approving(['team_lead', 'privacy_officer'], [OFFICER])).toEqual([TEAM_LEAD]);
    expect(directory([TEAM_LEAD]).approving(['team_lead', 'privacy_officer'])).toEqual([OFFICER]);
    expect(directory().approving(['team_lead', 'privacy_officer'], [], [TEAM_LEAD])).toEqual([OFFICER]);
  });

  it.each([
    [['privacy_officer'], [], [OFFICER], [], [DIRECTOR]],
    [['privacy_officer'], [OFFICER], [], [], [DIRECTOR]],
    [['privacy_officer'], [OFFICER], [], [DIRECTOR], [TEAM_LEAD]],
    [['team_lead', 'privacy_officer'], [TEAM_LEAD], [OFFICER], [], [DIRECTOR]],
    [['director'], [], [DIRECTOR], [], [OFFICER]],
    [['privacy_officer'], [OFFICER, DIRECTOR], [], [], [DIRECTOR]],
    [['handler'], [], [ANNA, SAM], [], [DEPUTY]],
    [['data_protection_officer'], [], [], [], [ANNA, SAM]],
  ] as const)('%j, with %j away, by %j, about %j: %j', (roles, absent, notBy, excluded, approvers) => {
    expect(directory(absent).approving(roles, notBy, excluded)).toEqual(approvers);
  });

  it('are none when the profile has nobody else who decides', () => {
    expect(directory([], without(ANNA, SAM, DEPUTY, TEAM_LEAD, OFFICER)).approving(['director'], [DIRECTOR])).toEqual(
      [],
    );
    expect(directory().approving(['team_lead'], [ANNA], DECIDING.slice(1))).toEqual([]);
  });

  it('are never the proposer, an excluded person or the data protection officer, and somebody if there is anybody', () => {
    let failures = 0;
    for (const absent of subsetsOf(EVERYONE)) {
      const { approving } = directory(absent);
      for (const excluded of subsetsOf(DECIDING)) {
        for (const proposer of DECIDING) {
          const approvers = approving(['team_lead', 'privacy_officer'], [proposer], excluded);
          const forbidden = new Set([proposer, ...excluded, PROTECTION_OFFICER]);
          const anybodyElse = DECIDING.some((staffId) => !forbidden.has(staffId));
          if (approvers.some((staffId) => forbidden.has(staffId))) failures += 1;
          if (approvers.length > 0 !== anybodyElse) failures += 1;
        }
      }
    }
    expect(failures).toBe(0);
  });
});

describe('whose approval counts', () => {
  const roles = ['team_lead', 'privacy_officer'] as const;

  it('is that of the roles and those above, also of whoever is noted as away', () => {
    const counting = EVERYONE.filter((staffId) => directory([OFFICER]).counts(staffId, roles));
    expect(counting).toEqual([TEAM_LEAD, OFFICER, DIRECTOR]);
  });

  it('is never that of the proposer, of whoever the complaint is about, or of somebody who has left', () => {
    expect(directory().counts(OFFICER, roles, [OFFICER])).toBe(false);
    expect(directory().counts(OFFICER, roles, [], [OFFICER])).toBe(false);
    expect(directory([], without(OFFICER)).counts(OFFICER, roles)).toBe(false);
    expect(directory().counts(PROTECTION_OFFICER, ['data_protection_officer'])).toBe(false);
  });

  it('is that of everybody who is asked, whoever is away', () => {
    for (const absent of subsetsOf(EVERYONE)) {
      const { approving, counts } = directory(absent);
      for (const excluded of subsetsOf(DECIDING)) {
        const asked = approving(roles, [OFFICER], excluded);
        expect(asked.every((staffId) => counts(staffId, roles, [OFFICER], excluded))).toBe(true);
      }
    }
  });
});
