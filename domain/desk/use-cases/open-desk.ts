import { Temporal } from 'temporal-polyfill';
import type { Case } from '../../cases/case.ts';
import type { Inbound } from '../../cases/inbound.ts';
import type { StaffDependencies } from '../../cases/staff-of-case.ts';
import { parseInstant } from '../../instants.ts';
import { type StaffCase, staffCaseReckoner } from '../../outbox/staff-case.ts';
import type { StaffMember } from '../../organisation.ts';
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
      /** How many cases could not be read: they are not among the rows. The sweep raises the alarm for each. */
      readonly unreadable: number;
      readonly absences: readonly Absence[];
    };

const FAR_FUTURE = Temporal.Instant.from('9999-12-31T00:00:00Z');
/** Unconfirmed requests that are read: whoever floods the desk with mail must not make it slow. */
const MOST_UNCONFIRMED = 100;

/**
 * The overview: every open case and the most urgent unconfirmed ones this member may see, by working days left. The due
 * index lags behind by moments and knows the next step only, which is not the order of work: so each case is read, as it
 * is now, and the counts are of all.
 */
export async function openDesk(
  dependencies: OpenDeskDependencies,
  sessionSecret: string | undefined,
): Promise<OpenedDesk> {
  const session = await findSessionMember(dependencies, sessionSecret);
  if (session === undefined) return { outcome: 'sign_in_needed' };
  const { cases, clock } = dependencies;
  const [open, unconfirmed, absences] = await Promise.all([
    cases.listDue('open', FAR_FUTURE),
    cases.listDue('unconfirmed', FAR_FUTURE),
    dependencies.absences.list(),
  ]);
  const found = await cases.findMany([...open, ...unconfirmed.slice(0, MOST_UNCONFIRMED)]);
  const reckon = staffCaseReckoner(clock.now(), dependencies);
  const rows = found.cases
    .filter((subject) => maySee(session, subject))
    .flatMap((subject) => rowOf(subject, reckon) ?? []);
  return {
    outcome: 'show',
    member: session.member,
    rows: rows.toSorted(byUrgency),
    left: Math.max(0, unconfirmed.length - MOST_UNCONFIRMED),
    unreadable: found.unreadable.length,
    absences,
  };
}

/** Fewest working days left first; then the oldest; then by number, so that pages of a list never overlap. */
function byUrgency({ staffCase: one }: DeskRow, { staffCase: other }: DeskRow): number {
  return (
    one.workingDaysLeft - other.workingDaysLeft ||
    Temporal.PlainDate.compare(one.receivedDate, other.receivedDate) ||
    (one.caseNumber < other.caseNumber ? -1 : 1)
  );
}

function rowOf(subject: Case, reckon: (subject: Case) => StaffCase): DeskRow | undefined {
  if (subject.status !== 'open' && subject.status !== 'unconfirmed') return undefined;
  return {
    staffCase: reckon(subject),
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
