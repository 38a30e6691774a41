import type { Temporal } from 'temporal-polyfill';
import type { HolidayCalendar } from '../deadlines/calendar.ts';
import { VersionConflictError } from '../errors.ts';
import { instantText, parseInstant } from '../instants.ts';
import { newOutboxRow, type OutboxOrder, type OutboxRow } from '../outbox/outbox-row.ts';
import type { CaseChange, CaseStore } from '../ports.ts';
import type { ConsentReader } from '../consents/ports.ts';
import { type Answer, type Case, type CaseContent, caseSchema } from './case.ts';
import type { CaseText } from './case-text.ts';
import type { SuppressionChange } from '../consents/suppression.ts';
import { toWallTime } from './case-clock.ts';
import { caseTimeOf } from './case-dates.ts';
import { consentsEndedBy } from './consents-ended.ts';
import { chainEvents, type EventEntry } from './case-events.ts';
import { figuresOf } from './figures-of-case.ts';
import { planNextStep } from './next-step.ts';
import { postInstead } from './posted-letters.ts';
import { isPossible, type Transition, TransitionNotPossibleError } from './transitions.ts';

/** What every change of a case needs from outside. */
export interface ChangeDependencies {
  readonly cases: CaseStore;
  readonly consents: Pick<ConsentReader, 'listRecords' | 'findSubscriber'>;
  readonly calendar: HolidayCalendar;
}

/** One change, as a use case says it. */
export interface ProposedChange {
  /** What happens to the case as a whole; refused where the table of transitions does not have it. */
  readonly transition: Transition;
  /** The case as it is to be; version, head and clock are settled here. */
  readonly next: Case;
  readonly entries: readonly EventEntry[];
  readonly orders?: readonly OutboxOrder[];
  readonly answers?: readonly Answer[];
  /** What was written; the ids were drawn with `newTextId`. */
  readonly texts?: readonly CaseText[];
  /** The content as it is to be, where contact data change. */
  readonly content?: CaseContent;
  readonly suppressions?: readonly SuppressionChange[];
  readonly consumeTokenHash?: string;
}

/**
 * Stores one change of a case in one transaction (rule R1) and answers the case as stored.
 * Throws VersionConflictError or TokenNotUsableError; then nothing was written. Throws TransitionNotPossibleError where
 * a use case did not look at the status first, and ZodError for a case that breaks its own schema.
 */
export async function commitChange(
  dependencies: ChangeDependencies,
  current: Case,
  change: ProposedChange,
  wallNow: Temporal.Instant,
): Promise<Case> {
  if (!isPossible(change.transition, current))
    throw new TransitionNotPossibleError(current.caseNumber, change.transition);
  const version = current.version + 1;
  const { events, head } = chainEvents(current.caseNumber, current.lastEvent, change.entries);
  const at = instantText(caseTimeOf(current, wallNow));
  const posted = postInstead(change.next, change.orders ?? [], at);
  const settled = settleClock(posted.case, wallNow, dependencies.calendar);
  // What could not be read again is not written: no refusal without its parts, no list beyond its bounds.
  const stored = caseSchema.parse({ ...settled.case, version, lastEvent: head });
  const now = instantText(wallNow);
  const ended = await consentsEndedBy(
    dependencies.consents,
    stored,
    [stored.contactHash],
    change.suppressions ?? [],
    wallNow,
  );
  const committed: CaseChange = {
    case: stored,
    events,
    outbox: [...outboxRows(stored, [...posted.orders, ...settled.orders], now), ...ended.outbox],
    ...(change.answers !== undefined && { answers: change.answers }),
    ...(change.texts !== undefined && { texts: change.texts }),
    ...(change.content !== undefined && { content: change.content }),
    ...(change.suppressions !== undefined && { suppressions: change.suppressions, consents: ended.consents }),
    ...(stored.status === 'closed' &&
      current.countedAt === null && { figures: figuresOf(stored, dependencies.calendar) }),
    ...(change.consumeTokenHash !== undefined && { consume: { tokenHash: change.consumeTokenHash, now } }),
  };
  await dependencies.cases.commit(committed);
  return stored;
}

/** The id of the n-th text (from 1) that the next change of a case stores. */
export function newTextId(current: Case, n = 1): string {
  return `${String(current.version + 1).padStart(6, '0')}-${n}`;
}

/** A text that the next change of a case stores, under the id of `newTextId`. `at` is case time text. */
export function newText(current: Case, written: Pick<CaseText, 'kind' | 'from' | 'at' | 'texts'>): CaseText {
  return { schemaVersion: 1, caseNumber: current.caseNumber, textId: newTextId(current), ...written };
}

/** Rows of one change: their ids follow from case and version, so the same change can never order anything twice. */
export function outboxRows(stored: Case, orders: readonly OutboxOrder[], now: string): readonly OutboxRow[] {
  return orders.map((order, index) => newOutboxRow(`${stored.caseNumber}-${stored.version}-${index + 1}`, order, now));
}

/**
 * Sets the wall instant of the next rung, and orders a new workflow run when the case has none or when the next rung
 * comes before the instant the present run sleeps until.
 */
export function settleClock(
  subject: Case,
  wallNow: Temporal.Instant,
  calendar: HolidayCalendar,
): { readonly case: Case; readonly orders: readonly OutboxOrder[] } {
  const planned = planNextStep(subject, caseTimeOf(subject, wallNow), calendar);
  // A case that is over waits for no workflow: what is still to be done on a day is the sweep's.
  if (planned === undefined) return { case: { ...subject, nextStepAt: null }, orders: [] };

  const nextStepAt = toWallTime(subject.clock, planned.step.at);
  const settled = { ...subject, nextStepAt: instantText(nextStepAt) };
  if (settled.status !== 'open') return { case: settled, orders: [] };

  const sleepsTooLong =
    settled.wakesAt !== null && nextStepAt.epochMilliseconds < parseInstant(settled.wakesAt).epochMilliseconds;
  if (settled.clockRun > 0 && !sleepsTooLong) return { case: settled, orders: [] };
  return startNextRun(settled);
}

/**
 * The case with its next workflow run, and the order that starts it. The run before it is superseded. `notBefore` is
 * wall time text.
 */
export function startNextRun(
  subject: Case,
  notBefore?: string,
): { readonly case: Case; readonly orders: readonly OutboxOrder[] } {
  const run = subject.clockRun + 1;
  return {
    case: { ...subject, clockRun: run, wakesAt: null },
    orders: [
      {
        kind: 'start_workflow',
        start: { caseNumber: subject.caseNumber, run },
        ...(notBefore !== undefined && { notBefore }),
      },
    ],
  };
}

const CONFLICT_ATTEMPTS = 4;

/**
 * Runs a use case that reads, decides and commits; when somebody else changed the case in between it is read and
 * decided anew, three times at most.
 */
export async function retryOnConflict<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof VersionConflictError) || count >= CONFLICT_ATTEMPTS) throw error;
    }
  }
}
