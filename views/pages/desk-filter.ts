import * as z from 'zod';
import { type RequestType, requestTypeSchema } from '../../domain/cases/request-types.ts';
import type { DeskRow } from '../../domain/desk/use-cases/open-desk.ts';
import type { StaffMember } from '../../domain/organisation.ts';
import { html, type Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { pageAddress, PATHS, type PageContext } from './page-context.ts';

/** Which open cases the overview shows. */
const SHOWN = ['all', 'mine', 'unassigned', 'late', 'approval'] as const;

/** From the query of the overview's address; what it does not know is left out. */
export const deskFilterSchema = z.object({
  show: z.enum(SHOWN).catch('all').default('all'),
  type: requestTypeSchema.nullable().catch(null).default(null),
  /** Counts from 1; one beyond the last shows the last. */
  page: z.coerce.number().int().min(1).catch(1).default(1),
});
export type DeskFilter = z.infer<typeof deskFilterSchema>;

/** Whether a row of the overview passes a filter of whoever looks. */
export function passes(
  { show, type }: Omit<DeskFilter, 'page'>,
  row: DeskRow,
  { staffId }: Pick<StaffMember, 'staffId'>,
): boolean {
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

/** The address of the overview with a filter. */
export function filterAddress(context: PageContext, { show, type, page }: DeskFilter): string {
  const query = [`&show=${show}`, type === null ? '' : `&type=${type}`, page === 1 ? '' : `&page=${page}`].join('');
  return `${pageAddress(context, PATHS.desk)}${query}`;
}

/**
 * The filters, each with how many cases it shows together with the other one. A type nobody asks for now is left out,
 * but for the one that is chosen.
 */
export function filterLinks(
  filter: DeskFilter,
  open: readonly DeskRow[],
  member: StaffMember,
  context: PageContext,
  texts: Texts,
): Html {
  const { overview: words } = texts.deskPages;
  const countOf = (wanted: Omit<DeskFilter, 'page'>) => open.filter((row) => passes(wanted, row, member)).length;
  const link = (wanted: Omit<DeskFilter, 'page'>, label: string) => {
    const isCurrent = wanted.show === filter.show && wanted.type === filter.type;
    return html`<li>
      <a href="${filterAddress(context, { ...wanted, page: 1 })}" ${isCurrent && html`aria-current="true"`}
        >${texts.deskWork.overview.counted(label, countOf(wanted))}</a
      >
    </li> `;
  };
  const { show } = filter;
  const isAsked = (type: RequestType) => type === filter.type || countOf({ show, type }) > 0;
  return html`<nav aria-label="${words.filterHeading}">
      <ul class="filters">
        ${SHOWN.map((each) => link({ show: each, type: filter.type }, words.filters[each]))}
      </ul>
    </nav>
    <nav aria-label="${words.typesHeading}">
      <ul class="filters">
        ${link({ show, type: null }, words.allTypes)}
        ${requestTypeSchema.options.filter(isAsked).map((type) => link({ show, type }, texts.words.names[type]))}
      </ul>
    </nav>`;
}
