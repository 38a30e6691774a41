import { describe, expect, it } from 'vitest';
import type { Absence } from '../../../domain/desk/absence.ts';
import { StoredItemInvalidError } from '../../../domain/errors.ts';
import { TEST_NOW } from '../../support/fixtures/test-clock.ts';
import type { MakeDesk } from './contract-desk.ts';

function absence(staffId: string, rest: Partial<Absence> = {}): Absence {
  const days = { from: '2026-03-02', until: '2026-03-06' };
  return { schemaVersion: 1, staffId, ...days, setBy: staffId, setAt: TEST_NOW, ...rest };
}

export function describeAbsenceStore(name: string, makeDesk: MakeDesk): void {
  describe(`absences, ${name}`, () => {
    it('are none at first', async () => {
      const { absences } = await makeDesk();
      expect(await absences.list()).toEqual([]);
    });

    it('are listed together, by staff id, the coming ones too', async () => {
      const { absences } = await makeDesk();
      const coming = absence('bert-deputy', { from: '2026-08-03', until: '2026-08-21', setBy: 'cora-lead' });
      await absences.put(absence('dirk-director'));
      await absences.put(coming);
      await absences.put(absence('anna-handler'));

      expect(await absences.list()).toEqual([absence('anna-handler'), coming, absence('dirk-director')]);
    });

    it('are one a person: the latest', async () => {
      const { absences } = await makeDesk();
      const longer = absence('anna-handler', { until: '2026-03-13' });
      await absences.put(absence('anna-handler'));
      await absences.put(longer);

      expect(await absences.list()).toEqual([longer]);
    });

    it('last to the end of the last day in Amsterdam', async () => {
      const { absences, clock } = await makeDesk();
      await absences.put(absence('anna-handler'));

      clock.moveTo('2026-03-06T22:59:59.999Z');
      expect(await absences.list()).toHaveLength(1);
      clock.moveTo('2026-03-06T23:00:00.000Z');
      expect(await absences.list()).toEqual([]);
    });

    it('are gone once removed, and removing none is no error', async () => {
      const { absences } = await makeDesk();
      await absences.put(absence('anna-handler'));
      await absences.put(absence('bert-deputy'));
      await absences.remove('anna-handler');
      await absences.remove('anna-handler');

      expect(await absences.list()).toEqual([absence('bert-deputy')]);
    });

    it('raise when one does not parse', async () => {
      const desk = await makeDesk();
      await desk.absences.put(absence('anna-handler'));
      await desk.spoil({ kind: 'absence', staffId: 'anna-handler' });

      await expect(desk.absences.list()).rejects.toThrow(StoredItemInvalidError);
    });
  });
}
