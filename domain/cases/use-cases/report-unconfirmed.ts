import { errorCode } from '../../errors.ts';
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { instantText } from '../../instants.ts';
import type { StaffRole } from '../../organisation.ts';
import { newOutboxRow } from '../../outbox/outbox-row.ts';
import type { OutboxStore } from '../../ports.ts';
import type { Case, UnconfirmedCase } from '../case.ts';
import { caseTimeOf, datesOf } from '../case-dates.ts';
import type { EventEntry } from '../case-events.ts';
import { commitChange, retryOnConflict } from '../commit-change.ts';
import { planNextStep } from '../next-step.ts';
import { directoryOf } from '../staff-of-case.ts';
import type { AdvanceDependencies } from './advance-case.ts';
import type { CatchUpReport } from './catch-up-late-cases.ts';

export interface ReportDependencies extends AdvanceDependencies {
  readonly outbox: OutboxStore;
}

export interface UnconfirmedReport {
  /** How many cases were reported. */
  readonly reported: number;
  /** Cases that could not be read or changed: they keep no other out of the digest. */
  readonly failed: CatchUpReport['failed'];
}

const ADDRESSEES: readonly StaffRole[] = ['handler', 'privacy_officer'];
/** A promise missed unseen is for the director to know, as any other. */
const ADDRESSEES_ONCE_MISSED: readonly StaffRole[] = [...ADDRESSEES, 'director'];
const CASES_PER_MAIL = 50;
const CONTENT_DIGITS = 16;
const FAR_FUTURE = Temporal.Instant.from('9999-12-31T00:00:00Z');

/**
 * The daily digest of requests nobody confirmed: one mail per handler and privacy officer with all of them, most
 * urgent first, and their rungs (five and two working days left, missed promise, then weekly) done with it. A request
 * counts from its receipt even if it is never confirmed. Rehearsals get mails of their own.
 */
export async function reportUnconfirmed(dependencies: ReportDependencies): Promise<UnconfirmedReport> {
  const now = dependencies.clock.now();
  const unconfirmed: UnconfirmedCase[] = [];
  const failed: { caseNumber: string; code: string }[] = [];
  const attempt = async (caseNumber: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      failed.push({ caseNumber, code: errorCode(error) });
    }
  };
  for (const caseNumber of await dependencies.cases.listDue('unconfirmed', FAR_FUTURE)) {
    await attempt(caseNumber, async () => {
      const found = await dependencies.cases.find(caseNumber);
      if (found?.status === 'unconfirmed') unconfirmed.push(found);
    });
  }
  for (const kind of ['real', 'rehearsal'] as const) {
    await orderMails(
      dependencies,
      kind,
      unconfirmed.filter((subject) => subject.clock.kind === kind),
      now,
    );
  }
  // After the mails are ordered: were this to stop half way, the next digest reports the rest again.
  for (const { caseNumber } of unconfirmed) {
    await attempt(caseNumber, () => recordSteps(dependencies, caseNumber, now));
  }
  return { reported: unconfirmed.length, failed };
}

async function orderMails(
  dependencies: ReportDependencies,
  kind: Case['clock']['kind'],
  subjects: readonly UnconfirmedCase[],
  now: Temporal.Instant,
): Promise<void> {
  const directory = await directoryOf(dependencies, now);
  const minute = instantText(now).slice(0, 16).replaceAll(':', '-');
  for (let start = 0; start < subjects.length; start += CASES_PER_MAIL) {
    const listed = subjects.slice(start, start + CASES_PER_MAIL);
    const caseNumbers = listed.map((subject) => subject.caseNumber);
    const missed = listed.some((subject) => isPromiseMissed(subject, now, dependencies));
    const addressees = directory.addressees({
      roles: missed ? ADDRESSEES_ONCE_MISSED : ADDRESSEES,
      excluded: [],
      assignee: null,
    });
    // A digest that is repeated within the minute orders nothing twice; one that knows of more cases does tell of them.
    const content = digest(caseNumbers.join(' '));
    for (const { staffId } of addressees) {
      const outboxId = `unconfirmed-${kind}-${minute}-${content}-${digest(staffId)}`;
      const mail = { template: 'staff_unconfirmed', staffId, caseNumbers } as const;
      await dependencies.outbox.add(newOutboxRow(outboxId, { kind: 'mail', mail }, instantText(now)));
    }
  }
}

/** Short enough for an id; ids are logged, and staff ids are people's names. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, CONTENT_DIGITS);
}

function isPromiseMissed(subject: UnconfirmedCase, now: Temporal.Instant, { calendar }: ReportDependencies): boolean {
  return Temporal.Instant.compare(caseTimeOf(subject, now), datesOf(subject, calendar).promisedUntil) >= 0;
}

async function recordSteps(dependencies: ReportDependencies, caseNumber: string, now: Temporal.Instant): Promise<void> {
  await retryOnConflict(async () => {
    const current = await dependencies.cases.find(caseNumber);
    if (current?.status !== 'unconfirmed') return;
    const at = caseTimeOf(current, now);
    const steps = [...current.steps];
    const entries: EventEntry[] = [];
    for (;;) {
      const planned = planNextStep({ ...current, steps }, at, dependencies.calendar);
      if (planned === undefined || Temporal.Instant.compare(planned.step.at, at) > 0) break;
      const text = instantText(at);
      for (const { step } of planned.overtaken) {
        steps.push({ step, at: text, outcome: 'overtaken' });
        entries.push({ type: 'step_overtaken', at: text, actor: { kind: 'desk' }, details: { step } });
      }
      const { step } = planned.step;
      steps.push({ step, at: text, outcome: 'done' });
      entries.push({ type: 'step_done', at: text, actor: { kind: 'desk' }, details: { step } });
    }
    if (entries.length > 0)
      await commitChange(dependencies, current, { transition: 'step', next: { ...current, steps }, entries }, now);
  });
}
