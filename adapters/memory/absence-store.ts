import { civilDate } from '../../domain/deadlines/deadlines.ts';
import { isOverBy } from '../../domain/desk/absence.ts';
import type { AbsenceStore } from '../../domain/ports.ts';
import type { MemoryDesk } from './memory-desk.ts';

/** Absences in memory. */
export function createMemoryAbsenceStore(desk: MemoryDesk): AbsenceStore {
  return {
    list: async () => {
      const today = civilDate(desk.clock.now());
      return desk.absences.list().filter((absence) => !isOverBy(absence, today));
    },
    put: async (absence) => desk.absences.put(absence.staffId, absence),
    remove: async (staffId) => desk.absences.delete(staffId),
  };
}
