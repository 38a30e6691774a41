import { Temporal } from 'temporal-polyfill';
import type { Case } from '../../../domain/cases/case.ts';
import { type CaseEvent, verifyChain } from '../../../domain/cases/case-events.ts';
import { deadlineRungs, inquiryRungs, taskRungs } from '../../../domain/cases/case-ladder.ts';
import { instantText } from '../../../domain/instants.ts';
import { REQUEST_TYPE_RULES } from '../../../domain/cases/request-types.ts';
import type { OutboxRow } from '../../../domain/outbox/outbox-row.ts';
import type { Desk } from './memory-desk.ts';
import type { RandomLife } from './random-life.ts';

/** Every promise the desk has broken in a life that has recovered; empty when it has kept them all. */
export async function brokenPromises({ desk, accepted, statuses }: RandomLife): Promise<readonly string[]> {
  const broken: string[] = [];
  const promise = (isKept: boolean, what: string) => {
    if (!isKept) broken.push(what);
  };
  const rows = desk.stores.desk.outbox.list();
  const stored = desk.stores.desk.cases.list();

  promise(
    statuses.every((status) => status < 500),
    `answered ${statuses.filter((status) => status >= 500).join(' ')}`,
  );
  promise(stored.length === accepted.length, `${accepted.length} accepted, ${stored.length} stored`);
  for (const { outboxId, outcome } of rows) {
    promise(outcome !== null, `${outboxId} was never sent`);
    promise(outcome !== 'capped' || isForUnconfirmed(rows, outboxId), `${outboxId} was capped`);
  }
  for (const { caseNumber } of accepted) {
    const subject = stored.find((each) => each.caseNumber === caseNumber);
    if (subject === undefined) broken.push(`${caseNumber} is lost`);
    else
      await ofCase(desk, subject, rows, (isKept, what) =>
        promise(isKept, `${caseNumber} (${subject.status}): ${what}`),
      );
  }
  return broken;
}

type Promised = (isKept: boolean, what: string) => void;

async function ofCase(desk: Desk, subject: Case, rows: readonly OutboxRow[], promise: Promised) {
  const { caseNumber, steps, version, lastEvent, parts } = subject;
  const events = await desk.stores.cases.listEvents(caseNumber);
  const count = (type: string) => events.filter((event) => event.type === type).length;
  const ordered = (template: string) =>
    rows.filter(
      (row) =>
        row.kind === 'mail' &&
        row.mail.template === template &&
        'caseNumber' in row.mail &&
        row.mail.caseNumber === caseNumber,
    );

  promise(new Set(steps.map(({ step }) => step)).size === steps.length, 'a rung was done twice');
  // What passed while a case was closed is not done any more when it is opened again.
  const isReopened = count('case_reopened') > 0;
  const duties = steps.filter(({ step }) => step.endsWith('_missed'));
  promise(isReopened || duties.every(({ outcome }) => outcome === 'done'), 'a duty was overtaken');
  const told = count('step_done') + count('step_overtaken');
  promise(isReopened ? told <= steps.length : told === steps.length, 'events and rungs differ');
  promise(verifyChain(events, lastEvent) === undefined, 'the chain is broken');
  promise(
    JSON.stringify(desk.stores.desk.auditHeads.find(caseNumber)) === JSON.stringify(lastEvent),
    'the head differs',
  );
  promise(version === desk.stores.commits.get(caseNumber), 'version and commits differ');

  const isOpened = count('request_confirmed') + count('request_accepted');
  promise(isOpened <= 1, 'opened twice');
  const again = (template: string) =>
    events.filter(({ type, details }) => type === 'mail_sent_again' && details['template'] === template).length;
  const acknowledged = ordered('acknowledgement').length - again('acknowledgement');
  promise(acknowledged === isOpened, 'not acknowledged once for each opening');
  promise(
    ordered('acknowledgement').every(({ outcome }) => outcome === 'sent'),
    'an acknowledgement did not leave',
  );
  const missed = steps.filter(
    ({ step, outcome }) => outcome === 'done' && (step === 'promise_missed' || step === 'extended_date_missed'),
  );
  // A case nobody ever worked on owes none; one carried out at once is worked on only when it is opened again.
  const owed = isOpened > 0 || isReopened ? missed.length : 0;
  promise(ordered('promise_missed').length === owed, `${owed} apologies owed`);
  promise(count('extension_in_force') <= 1, 'extended twice');
  for (const { decision } of parts) {
    const approved = decision !== null && 'refusal' in decision ? decision.refusal.approvedBy : undefined;
    const by = decision?.decidedBy.kind === 'staff' ? decision.decidedBy.staffId : undefined;
    promise(approved === undefined || approved !== by, 'refused by one person alone');
  }

  if (parts.some(({ requestType }) => REQUEST_TYPE_RULES[requestType].carriedOutAtOnce)) {
    const { mac } = subject.contactHash;
    promise(
      desk.stores.desk.suppressions.list().some(({ contact }) => contact.mac === mac),
      'marketing goes on',
    );
  }
  switch (subject.status) {
    case 'closed':
      promise(
        parts.every(({ decision }) => decision !== null),
        'closed without a decision',
      );
      promise(count('case_closed') === 1 + count('case_reopened'), 'closed twice');
      promise(count('answer_collected') <= count('case_closed'), 'collected twice');
      return ofClosedCase(desk, subject, promise, {
        announced: ordered('answer_ready').length - again('answer_ready'),
        owed: answersOwed(events),
      });
    case 'open':
      return ofOpenCase(desk, subject, promise);
    case 'unconfirmed':
      promise(subject.nextStepAt !== null && subject.clockRun === 0, 'not in the due index, or with a clock');
      return;
    case 'dismissed':
      promise(count('request_dismissed') === 1 && subject.nextStepAt === null, 'dismissed and not');
  }
}

/** What is still to be done for a closed case waits in the due index for its day, and is never late. */
function ofClosedCase(
  desk: Desk,
  subject: Extract<Case, { status: 'closed' }>,
  promise: Promised,
  { announced, owed }: { readonly announced: number; readonly owed: number },
) {
  promise(announced === owed, 'the answer was not announced once');
  const waits = subject.tasks.some(({ ended }) => ended === null);
  promise((subject.nextStepAt !== null) === waits, 'not in the due index with a task, or there without');
  const isLate = subject.nextStepAt !== null && subject.nextStepAt <= instantText(desk.clock.now());
  promise(!isLate, 'a task is late');
  const isReminded = subject.tasks.some(({ kind, ended }) => kind === 'collect' && ended === null);
  promise(!(subject.collectedAt !== null && isReminded), 'reminded of what was collected');
}

/** How often the case closed with an answer of staff: not where all was carried out at once or withdrawn. */
function answersOwed(events: readonly CaseEvent[]): number {
  const answered = new Set<unknown>();
  let owed = 0;
  for (const { type, actor, details } of events) {
    if (type === 'part_decided' && actor.kind === 'staff') answered.add(details['partId']);
    if (type === 'case_reopened') answered.delete(details['partId']);
    if (type === 'case_closed' && answered.size > 0) owed += 1;
  }
  return owed;
}

function ofOpenCase(desk: Desk, subject: Extract<Case, { status: 'open' }>, promise: Promised) {
  const now = desk.clock.now();
  const settled = new Set<string>(subject.steps.map(({ step }) => step));
  const { calendar } = desk.dependencies;
  const due = [...deadlineRungs(subject, calendar), ...inquiryRungs(subject, calendar), ...taskRungs(subject)]
    .filter(({ at }) => Temporal.Instant.compare(at, now) <= 0)
    .filter(({ step }) => step !== 'unclaimed' || subject.assignee === null);
  promise(
    due.every(({ step }) => settled.has(step)),
    'a rung is late',
  );
  const { wakesAt, nextStepAt } = subject;
  promise(wakesAt !== null && nextStepAt !== null && wakesAt <= nextStepAt, 'its run sleeps too long');
  const running = desk.clocks.executions.get(`${subject.caseNumber}-${subject.clockRun}`)?.status;
  promise(running === 'RUNNING', `its clock is ${running}`);
  promise(
    subject.parts.some(({ decision }) => decision === null),
    'open with nothing to decide',
  );
}

/** Only mail to an address nobody confirmed may be held back. */
function isForUnconfirmed(rows: readonly OutboxRow[], outboxId: string): boolean {
  const row = rows.find((each) => each.outboxId === outboxId);
  return row?.kind === 'mail' && (row.mail.template === 'confirm_request' || row.mail.template === 'marketing_stopped');
}
