import type { Put } from '@aws-sdk/client-dynamodb';
import type { Answer, Case, CaseContent } from '../../domain/cases/case.ts';
import type { CaseText } from '../../domain/cases/case-text.ts';
import type { CaseEvent } from '../../domain/cases/case-events.ts';
import type { OutboxRow } from '../../domain/outbox/outbox-row.ts';
import type { Submission } from '../../domain/ports.ts';
import type { Tables } from './dependencies.ts';
import { type Item, timeToLive, toItem } from './items.ts';
import { contactAttributes, deskKeys, type Key, limitsKeys, PARTITION_KEY, queueAttributes, WRITE_ID } from './keys.ts';

/** Puts of the items a case is made of; each bears the id of the write that stores it. */
export function caseItems({ deskTable }: Pick<Tables, 'deskTable'>, writeId: string) {
  const desk = (key: Key, ...parts: readonly object[]) => ({
    TableName: deskTable,
    Item: stored(key, writeId, parts),
  });
  return {
    case: (subject: Case) => desk(deskKeys.case(subject.caseNumber), subject, indexAttributes(subject)),
    content: (content: CaseContent) => desk(deskKeys.content(content.caseNumber), content),
    answer: (answer: Answer) => desk(deskKeys.answer(answer.caseNumber, answer.partId), answer),
    text: (text: CaseText) => desk(deskKeys.text(text.caseNumber, text.textId), text),
    event: (event: CaseEvent) => desk(deskKeys.event(event.caseNumber, event.sequence), event),
    outbox: (row: OutboxRow) => desk(deskKeys.outbox(row.outboxId), row, outboxQueueAttributes(row)),
  };
}

/** Put of the row that remembers which answer an Idempotency-Key got. */
export function submissionItem({ limitsTable }: Pick<Tables, 'limitsTable'>, writeId: string, submission: Submission) {
  const parts = [{ schemaVersion: 1, ...submission }, timeToLive(submission.expiresAt)];
  return { TableName: limitsTable, Item: stored(limitsKeys.submission(submission.idempotencyKeyHash), writeId, parts) };
}

/** The unsent queue holds a row from its birth until it is finished. */
export function outboxQueueAttributes(row: Pick<OutboxRow, 'outboxId' | 'nextAttemptAt'>): Key {
  return row.nextAttemptAt === null ? {} : queueAttributes('UNSENT', row.outboxId, row.nextAttemptAt);
}

/** Makes a put fail where an item is already. */
export function ifAbsent(put: Omit<Put, 'ConditionExpression'>): Put {
  return {
    ...put,
    ConditionExpression: 'attribute_not_exists(#partition)',
    ExpressionAttributeNames: { '#partition': PARTITION_KEY },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  };
}

function indexAttributes(subject: Case): Key {
  const { kid, mac } = subject.contactHash;
  return { ...contactAttributes(kid, mac, subject.receivedAt, subject.caseNumber), ...dueAttributes(subject) };
}

/** A case that is closed waits in a queue of its own for its tasks; one with nothing due is in none. */
function dueAttributes({ status, caseNumber, nextStepAt }: Case): Key {
  if (nextStepAt === null) return {};
  if (status === 'open') return queueAttributes('OPEN', caseNumber, nextStepAt);
  if (status === 'unconfirmed') return queueAttributes('UNCONFIRMED', caseNumber, nextStepAt);
  if (status === 'closed') return queueAttributes('CLOSED', caseNumber, nextStepAt);
  return {};
}

function stored(key: Key, writeId: string, parts: readonly object[]): Item {
  return toItem(...parts, key, { [WRITE_ID]: writeId });
}
