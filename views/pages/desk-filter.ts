import * as z from 'zod';
import { requestTypeSchema } from '../../domain/cases/request-types.ts';
import type { DeskRow } from '../../domain/desk/use-cases/open-desk.ts';
import type { StaffMember } from '../../domain/organisation.ts';

/** Which open cases the overview shows. */
export const SHOWN = ['all', 'mine', 'unassigned', 'late', 'approval'] as const;

/** From the query of the overview's address; what it does not know is left out. */
export const deskFilterSchema = z.object({
  show: z.enum(SHOWN).catch('all').default('all'),
  type: requestTypeSchema.nullable().catch(null).default(null),
});
export type DeskFilter = z.infer<typeof deskFilterSchema>;

/** Whether a row of the overview passes a filter of whoever looks. */
export function passes({ show, type }: DeskFilter, row: DeskRow, { staffId }: StaffMember): boolean {
  if (type !== null && !row.staffCase.requestTypes.includes(type)) return false;
  switch (show) {
    case 'all':
      return true;
    case 'mine':
      return row.assigneeId === staffId;
    case 'unassigned':
      return row.assigneeId === null;
    case 'late':
      return row.staffCase.workingDaysLeft < 0;
    case 'approval':
      return row.proposals > 0;
  }
}
