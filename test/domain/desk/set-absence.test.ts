import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { endAbsence } from '../../../domain/desk/use-cases/end-absence.ts';
import { setAbsence } from '../../../domain/desk/use-cases/set-absence.ts';
import { AbsenceRefusedError } from '../../../domain/errors.ts';
import { ctTelecom } from '../../../infra/organisations/ct-telecom.ts';
import { createMemoryStores } from '../../support/desk/memory-stores.ts';
import { createTestClock } from '../../support/fixtures/test-clock.ts';

const HANDLER = 'anna-de-wit';
const OTHER = 'sam-okafor';
const DEPUTY = 'joris-bakker';
const TEAM_LEAD = 'fatima-el-idrissi';
const OFFICER = 'pieter-van-dam';
const DIRECTOR = 'marieke-visser';
const PROTECTION_OFFICER = 'lotte-mulder';

function openDesk(now = '2026-07-06T09:00:00Z') {
  const clock = createTestClock(now);
  const { absences } = createMemoryStores(clock, () => undefined);
  const dependencies = { organisation: ctTelecom, clock, absences };
  return {
    absences,
    set: (from: string, until: string, staffId = HANDLER, setBy = staffId) => {
      const days = { from: Temporal.PlainDate.from(from), until: Temporal.PlainDate.from(until) };
      return setAbsence(dependencies, { staffId, ...days, setBy });
    },
    end: (staffId: string, endedBy: string) => endAbsence(dependencies, { staffId, endedBy }),
  };
}

describe('setting an absence', () => {
  it('keeps who is away, from when until when, and who said so', async () => {
    const { set, absences } = openDesk();
    const stored = await set('2026-07-13', '2026-07-31', HANDLER, TEAM_LEAD);

    expect(stored).toEqual({
      schemaVersion: 1,
      staffId: HANDLER,
      from: '2026-07-13',
      until: '2026-07-31',
      setBy: TEAM_LEAD,
      setAt: '2026-07-06T09:00:00.000Z',
    });
    expect(await absences.list()).toEqual([stored]);
  });

  it('replaces the one set before', async () => {
    const { set, absences } = openDesk();
    await set('2026-07-13', '2026-07-31');
    const later = await set('2026-07-20', '2026-08-07');
    expect(await absences.list()).toEqual([later]);
  });

  it.each([
    ['a single day', '2026-07-06', '2026-07-06'],
    ['an absence that began in the past', '2026-06-01', '2026-07-06'],
    ['a whole year', '2026-07-06', '2027-07-06'],
  ])('takes %s', async (_what, from, until) => {
    const { set } = openDesk();
    await expect(set(from, until)).resolves.toMatchObject({ from, until });
  });

  it.each([
    ['ends_before_it_begins', '2026-07-14', '2026-07-13'],
    ['longer_than_a_year', '2026-07-06', '2027-07-07'],
    ['already_over', '2026-07-01', '2026-07-05'],
  ])('is refused as %s', async (code, from, until) => {
    const { set, absences } = openDesk();
    const refusal = set(from, until);
    await expect(refusal).rejects.toThrow(AbsenceRefusedError);
    await expect(refusal).rejects.toMatchObject({ code, staffId: HANDLER });
    expect(await absences.list()).toEqual([]);
  });

  it('reckons today in Amsterdam, where midnight comes before that of UTC', async () => {
    await expect(openDesk('2026-07-06T21:59:00Z').set('2026-07-06', '2026-07-06')).resolves.toBeDefined();
    await expect(openDesk('2026-07-06T22:00:00Z').set('2026-07-06', '2026-07-06')).rejects.toMatchObject({
      code: 'already_over',
    });
  });
});

describe('whose absence someone may set', () => {
  const everyone = ctTelecom.staff.map(({ staffId }) => staffId);

  it.each(everyone)('is their own: %s', async (staffId) => {
    const { set, end, absences } = openDesk();
    await set('2026-07-06', '2026-07-10', staffId);
    expect(await absences.list()).toHaveLength(1);
    await end(staffId, staffId);
    expect(await absences.list()).toEqual([]);
  });

  it.each([TEAM_LEAD, OFFICER, DIRECTOR])('is that of everybody, for %s', async (setBy) => {
    const { set, absences } = openDesk();
    for (const staffId of everyone) await set('2026-07-06', '2026-07-10', staffId, setBy);
    expect(await absences.list()).toHaveLength(everyone.length);
  });

  it.each([OTHER, DEPUTY, PROTECTION_OFFICER, 'somebody-who-left'])('is not that of others, for %s', async (by) => {
    const { set, end, absences } = openDesk();
    await expect(set('2026-07-06', '2026-07-10', HANDLER, by)).rejects.toMatchObject({ code: 'not_allowed' });
    await set('2026-07-06', '2026-07-10');
    await expect(end(HANDLER, by)).rejects.toMatchObject({ code: 'not_allowed' });
    expect(await absences.list()).toHaveLength(1);
  });

  it('is nobody outside the profile, not even for themselves', async () => {
    const { set } = openDesk();
    const leaver = 'somebody-who-left';
    await expect(set('2026-07-06', '2026-07-10', leaver, DIRECTOR)).rejects.toMatchObject({ code: 'unknown_person' });
    await expect(set('2026-07-06', '2026-07-10', leaver)).rejects.toMatchObject({ code: 'not_allowed' });
  });
});

describe('ending an absence early', () => {
  it('leaves those of others and is no error when there is none', async () => {
    const { set, end, absences } = openDesk();
    const kept = await set('2026-07-06', '2026-07-10', OTHER);
    await set('2026-07-06', '2026-07-10');
    await end(HANDLER, TEAM_LEAD);
    await end(HANDLER, TEAM_LEAD);
    expect(await absences.list()).toEqual([kept]);
  });
});
