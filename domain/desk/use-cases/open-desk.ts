import { Temporal } from 'temporal-polyfill';
import type { Case } from '../../cases/case.ts';
import type { Inbound } from '../../cases/inbound.ts';
import type { StaffDependencies } from '../../cases/staff-of-case.ts';
import { StoredItemInvalidError } from '../../errors.ts';
import { parseInstant } from '../../instants.ts';
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
  /** What came as a mail and waits to be sorted: when (case time) and from what kind of sender. Null for all else. */
  readonly mail: (Pick<Inbound, 'sender' | 'readable'> & { readonly arrivedAt: Temporal.Instant }) | null;
}

export type OpenedDesk =
  | { readonly outcome: 'sign_in_needed' }
  | {
      readonly outcome: 'show';
      readonly member: StaffMember;
      /** Fewest working days left first. */
      readonly rows: readonly DeskRow[];
      /** How many unconfirmed ones are not among them: less urgent than all that are. */
      readonly left: number;
      readonly absences: readonly Absence[];
    };

const FAR_FUTURE = Temporal.Instant.from('9999-12-31T00:00:00Z');
/** Unconfirmed requests that are read: whoever floods the desk with mail must not make it slow. */
const MOST_UNCONFIRMED = 100;
/** As many reads at once as the table takes easily. */
const AT_ONCE = 25;

/**
 * The overview: every open case and the most urgent unconfirmed ones this member may see, by working days left. The due
 * index lags behind by moments; each case is read as it is.
 */
export async function openDesk(
  dependencies: OpenDeskDependencies,
  sessionSecret: string | undefined,
): Promise<OpenedDesk> {
  const session = await findSessionMember(dependencies, sessionSecret);
  if (session === undefined) return { outcome: 'sign_in_needed' };
  const { cases, clock } = dependencies;
  const unconfirmed = await cases.listDue('unconfirmed', FAR_FUTURE);
  const numbers = [...(await cases.listDue('open', FAR_FUTURE)), ...unconfirmed.slice(0, MOST_UNCONFIRMED)];
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
    left: Math.max(0, unconfirmed.length - MOST_UNCONFIRMED),
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
    mail: subject.status === 'unconfirmed' ? mailOf(subject) : null,
  };
}

function mailOf({ inbound, receivedAt }: Case): DeskRow['mail'] {
  if (inbound === null) return null;
  return { sender: inbound.sender, readable: inbound.readable, arrivedAt: parseInstant(receivedAt) };
}
