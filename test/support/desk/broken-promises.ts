import { Temporal } from 'temporal-polyfill';
import type { Case } from '../../../domain/cases/case.ts';
import { verifyChain } from '../../../domain/cases/case-events.ts';
import { ladderOf } from '../../../domain/cases/ladder.ts';
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
  const duties = steps.filter(({ step }) => step === 'promise_missed' || step === 'limit_missed');
  promise(
    duties.every(({ outcome }) => outcome === 'done'),
    'a duty was overtaken',
  );
  promise(count('step_done') + count('step_overtaken') === steps.length, 'events and rungs differ');
  promise(verifyChain(events, lastEvent) === undefined, 'the chain is broken');
  promise(
    JSON.stringify(desk.stores.desk.auditHeads.find(caseNumber)) === JSON.stringify(lastEvent),
    'the head differs',
  );
  promise(version === desk.stores.commits.get(caseNumber), 'version and commits differ');

  const isOpened = count('request_confirmed') + count('request_accepted');
  promise(isOpened <= 1, 'opened twice');
  promise(ordered('acknowledgement').length === isOpened, 'not acknowledged once for each opening');
  promise(
    ordered('acknowledgement').every(({ outcome }) => outcome === 'sent'),
    'an acknowledgement did not leave',
  );
  promise(ordered('promise_missed').length <= 1, 'apologised twice');
  const isMissed = steps.some(({ step }) => step === 'promise_missed');
  if (isOpened === 1 && isMissed) promise(ordered('promise_missed').length === 1, 'no apology');

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
      promise(count('case_closed') === 1 && count('answer_collected') <= 1, 'closed or collected twice');
      promise(ordered('answer_ready').length === isOpened, 'the answer was not announced once');
      promise(subject.nextStepAt === null, 'still in the due index');
      return;
    case 'open':
      return ofOpenCase(desk, subject, promise);
    case 'unconfirmed':
      promise(subject.nextStepAt !== null && subject.clockRun === 0, 'not in the due index, or with a clock');
      return;
    case 'dismissed':
      promise(count('request_dismissed') === 1 && subject.nextStepAt === null, 'dismissed and not');
  }
}

function ofOpenCase(desk: Desk, subject: Extract<Case, { status: 'open' }>, promise: Promised) {
  const now = desk.clock.now();
  const receivedAt = Temporal.Instant.from(subject.receivedAt);
  const settled = new Set<string>(subject.steps.map(({ step }) => step));
  const due = ladderOf(
    { receivedAt, requestTypes: subject.parts.map(({ requestType }) => requestType) },
    desk.dependencies.calendar,
  )
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
