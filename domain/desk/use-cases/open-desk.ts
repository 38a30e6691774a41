import { Temporal } from 'temporal-polyfill';
import type { Case } from '../../cases/case.ts';
import type { StaffDependencies } from '../../cases/staff-of-case.ts';
import { StoredItemInvalidError } from '../../errors.ts';
import { staffCaseOf, type StaffCase } from '../../outbox/staff-case.ts';
import type { StaffMember } from '../../organisation.ts';
import type { CaseReader } from '../../ports.ts';
import type { Absence } from '../absence.ts';
import { findSessionMember, maySee, type SessionDependencies } from '../session-member.ts';

export interface OpenDeskDependencies extends StaffDependencies, SessionDependencies {}

/** One line of the overview. */
export interface DeskRow {
  readonly staffCase: StaffCase;
  readonly status: 'open' | 'unconfirmed';
  readonly assigneeId: string | null;
  /** How many proposals wait for a second person. */
  readonly proposals: number;
  /** Questions to the requester that are waited for. */
  readonly openInquiries: number;
  readonly isRehearsal: boolean;
}

export type OpenedDesk =
  | { readonly outcome: 'sign_in_needed' }
  | {
      readonly outcome: 'show';
      readonly member: StaffMember;
      /** Fewest working days left first. */
      readonly rows: readonly DeskRow[];
      readonly absences: readonly Absence[];
    };

const FAR_FUTURE = Temporal.Instant.from('9999-12-31T00:00:00Z');
/** As many reads at once as the table takes easily. */
const AT_ONCE = 25;

/**
 * The overview: every open and unconfirmed case this member may see, by working days left. The due index lags behind
 * by moments; each case is read as it is.
 */
export async function openDesk(
  dependencies: OpenDeskDependencies,
  sessionSecret: string | undefined,
): Promise<OpenedDesk> {
  const session = await findSessionMember(dependencies, sessionSecret);
  if (session === undefined) return { outcome: 'sign_in_needed' };
  const { cases, clock } = dependencies;
  const numbers = [...(await cases.listDue('open', FAR_FUTURE)), ...(await cases.listDue('unconfirmed', FAR_FUTURE))];
  const now = clock.now();
  const rows: DeskRow[] = [];
  for (let start = 0; start < numbers.length; start += AT_ONCE) {
    const found = await Promise.all(
      numbers.slice(start, start + AT_ONCE).map((caseNumber) => readable(cases, caseNumber)),
    );
    rows.push(
      ...found.flatMap((subject) => {
        const row = subject !== undefined && maySee(session, subject) ? rowOf(dependencies, subject, now) : undefined;
        return row === undefined ? [] : [row];
      }),
    );
  }
  return {
    outcome: 'show',
    member: session.member,
    rows: rows.toSorted((a, b) => a.staffCase.workingDaysLeft - b.staffCase.workingDaysLeft),
    absences: await dependencies.absences.list(),
  };
}

/** A case whose item does not parse keeps no other off the overview: the sweep raises the alarm for it. */
async function readable({ find }: Pick<CaseReader, 'find'>, caseNumber: string): Promise<Case | undefined> {
  try {
    return await find(caseNumber);
  } catch (error) {
    if (error instanceof StoredItemInvalidError) return undefined;
    throw error;
  }
}

function rowOf(dependencies: OpenDeskDependencies, subject: Case, now: Temporal.Instant): DeskRow | undefined {
  if (subject.status !== 'open' && subject.status !== 'unconfirmed') return undefined;
  return {
    staffCase: staffCaseOf(subject, now, dependencies),
    status: subject.status,
    assigneeId: subject.status === 'open' ? (subject.assignee?.staffId ?? null) : null,
    proposals: subject.proposals.length,
    openInquiries: subject.inquiries.filter(({ answeredAt }) => answeredAt === null).length,
    isRehearsal: subject.clock.kind === 'rehearsal',
  };
}
