import {
  CaseNumberTakenError,
  ConsentConflictError,
  SubmissionExistsError,
  TokenNotUsableError,
  VersionConflictError,
} from '../../domain/errors.ts';
import type { Case } from '../../domain/cases/case.ts';
import type { CaseEvent } from '../../domain/cases/case-events.ts';
import { instantText } from '../../domain/instants.ts';
import type { OutboxRow } from '../../domain/outbox/outbox-row.ts';
import type { CaseChange, CaseCreation, CaseStore, RequestIntake, Submission } from '../../domain/ports.ts';
import { endConsents, hasConsentConflict, suppress } from './consent-store.ts';
import { addFigures } from './figures-store.ts';
import { type MemoryDesk, memoryKeys } from './memory-desk.ts';
import { isUsable, markUsed } from './token-store.ts';

/** Cases in memory, with the conditions and errors of the DynamoDB store. */
export function createMemoryCaseStore(desk: MemoryDesk): CaseStore {
  return {
    find: async (caseNumber) => desk.cases.find(caseNumber),
    findMany: async (caseNumbers) => ({
      cases: [...new Set(caseNumbers)].flatMap((caseNumber) => desk.cases.find(caseNumber) ?? []),
      unreadable: [],
    }),
    findContent: async (caseNumber) => desk.contents.find(caseNumber),
    listAnswers: async (caseNumber) => desk.answers.list().filter((answer) => answer.caseNumber === caseNumber),
    listTexts: async (caseNumber) => desk.texts.list().filter((text) => text.caseNumber === caseNumber),
    listOfContact: async ({ kid, mac }) =>
      desk.cases
        .list()
        .filter(({ contactHash }) => contactHash.kid === kid && contactHash.mac === mac)
        .toSorted((a, b) => (`${a.receivedAt} ${a.caseNumber}` < `${b.receivedAt} ${b.caseNumber}` ? -1 : 1))
        .map(({ caseNumber }) => caseNumber),
    listEvents: async (caseNumber) => desk.events.list().filter((event) => event.caseNumber === caseNumber),
    commit: async (change) => {
      refuseChange(desk, change);
      if (change.consume !== undefined) markUsed(desk, change.consume.tokenHash, change.consume.now);
      for (const answer of change.answers ?? []) {
        desk.answers.put(memoryKeys.answer(answer.caseNumber, answer.partId), answer);
      }
      for (const text of change.texts ?? []) desk.texts.put(memoryKeys.text(text.caseNumber, text.textId), text);
      if (change.content !== undefined) desk.contents.put(change.content.caseNumber, change.content);
      suppress(desk, change.suppressions ?? []);
      endConsents(desk, change.consents ?? {});
      addFigures(desk, change.figures ?? []);
      store(desk, change.case, change.events, change.outbox ?? []);
    },

    listDue: async (status, until) => {
      const bound = instantText(until);
      return desk.cases
        .list()
        .filter((subject) => subject.status === status)
        .flatMap(({ caseNumber, nextStepAt }) => (nextStepAt === null ? [] : [{ caseNumber, nextStepAt }]))
        .filter(({ nextStepAt }) => nextStepAt <= bound)
        .toSorted((a, b) => (`${a.nextStepAt} ${a.caseNumber}` < `${b.nextStepAt} ${b.caseNumber}` ? -1 : 1))
        .map(({ caseNumber }) => caseNumber);
    },
  };
}

/** Takes requests in in memory, with the conditions and errors of the DynamoDB intake. */
export function createMemoryRequestIntake(desk: MemoryDesk): RequestIntake {
  return {
    findSubmission: async (idempotencyKeyHash) => findLiveSubmission(desk, idempotencyKeyHash),

    create: async (creation) => {
      refuseCreation(desk, creation);
      desk.submissions.put(creation.submission.idempotencyKeyHash, creation.submission);
      desk.contents.put(creation.content.caseNumber, creation.content);
      suppress(desk, creation.suppressions);
      endConsents(desk, creation.consents ?? {});
      addFigures(desk, creation.figures ?? []);
      store(desk, creation.case, creation.events, creation.outbox);
    },
  };
}

function findLiveSubmission(desk: MemoryDesk, idempotencyKeyHash: string): Submission | undefined {
  const submission = desk.submissions.find(idempotencyKeyHash);
  return submission !== undefined && submission.expiresAt > instantText(desk.clock.now()) ? submission : undefined;
}

function refuseCreation(desk: MemoryDesk, creation: CaseCreation): void {
  const { caseNumber } = creation.case;
  if (findLiveSubmission(desk, creation.submission.idempotencyKeyHash) !== undefined) {
    throw new SubmissionExistsError('the idempotency key is known');
  }
  const taken = desk.cases.has(caseNumber) || desk.contents.has(caseNumber);
  if (taken || anyStored(desk, creation.events, creation.outbox)) {
    throw new CaseNumberTakenError('the case number is taken');
  }
  if (hasConsentConflict(desk, creation.consents ?? {})) throw new ConsentConflictError();
}

function refuseChange(desk: MemoryDesk, { case: changed, events, outbox, consents, consume }: CaseChange): void {
  const moved = desk.cases.find(changed.caseNumber)?.version !== changed.version - 1;
  if (moved) throw new VersionConflictError(changed.caseNumber);
  if (consume !== undefined && !isUsable(desk, consume.tokenHash, consume.now)) {
    throw new TokenNotUsableError('the link cannot be used');
  }
  if (anyStored(desk, events, outbox ?? []) || hasConsentConflict(desk, consents ?? {})) {
    throw new VersionConflictError(changed.caseNumber);
  }
}

function anyStored(desk: MemoryDesk, events: readonly CaseEvent[], outbox: readonly OutboxRow[]): boolean {
  return (
    events.some(({ caseNumber, sequence }) => desk.events.has(memoryKeys.event(caseNumber, sequence))) ||
    outbox.some(({ outboxId }) => desk.outbox.has(outboxId))
  );
}

function store(desk: MemoryDesk, subject: Case, events: readonly CaseEvent[], outbox: readonly OutboxRow[]): void {
  desk.cases.put(subject.caseNumber, subject);
  for (const event of events) desk.events.put(memoryKeys.event(event.caseNumber, event.sequence), event);
  for (const row of outbox) desk.outbox.put(row.outboxId, row);
  if (events.length > 0) desk.auditHeads.put(subject.caseNumber, subject.lastEvent);
}
