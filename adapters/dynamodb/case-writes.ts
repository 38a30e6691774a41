import type { Put } from '@aws-sdk/client-dynamodb';
import type { Case } from '../../domain/cases/case.ts';
import {
  CaseNumberTakenError,
  ConsentConflictError,
  SubmissionExistsError,
  TokenNotUsableError,
  VersionConflictError,
} from '../../domain/errors.ts';
import type { CaseChange, CaseCreation } from '../../domain/ports.ts';
import { caseItems, ifAbsent, submissionItem } from './case-items.ts';
import { endingWrites } from './consent-writes.ts';
import type { Tables } from './dependencies.ts';
import { figureWrites } from './figures-store.ts';
import { PARTITION_KEY } from './keys.ts';
import { auditHead } from './ledger-items.ts';
import { suppressionWrites } from './suppression-items.ts';
import { tokenUse } from './token-write.ts';
import type { ConditionalWrite } from './transaction.ts';

/**
 * The writes of a new case. `now` (wall time text) decides whether a submission of the same key has expired. Anything
 * left behind under the drawn number counts as the number being taken.
 */
export function creationWrites(
  tables: Tables,
  writeId: string,
  creation: CaseCreation,
  now: string,
): readonly ConditionalWrite[] {
  const items = caseItems(tables, writeId);
  return [
    {
      write: { Put: ifAbsentOrExpired(submissionItem(tables, writeId, creation.submission), now) },
      refused: () => new SubmissionExistsError('the idempotency key is known'),
    },
    unlessTaken(items.case(creation.case)),
    unlessTaken(items.content(creation.content)),
    ...creation.events.map((event) => unlessTaken(items.event(event))),
    ...creation.outbox.map((row) => unlessTaken(items.outbox(row))),
    ...endingWrites(tables, writeId, creation.consents ?? {}, () => new ConsentConflictError()),
    ...suppressionWrites(tables, creation.suppressions),
    { write: { Put: auditHead(tables, creation.case) } },
    ...figureWrites(tables, writeId, creation.figures ?? []).map((Update) => ({ write: { Update } })),
  ];
}

/**
 * The writes of a change to a case. A moved version is told before a used token: of two presses at the same moment the
 * second reads the case anew and learns that it was done.
 */
export function changeWrites(
  tables: Pick<Tables, 'deskTable' | 'ledgerTable'>,
  writeId: string,
  change: CaseChange,
): readonly ConditionalWrite[] {
  const items = caseItems(tables, writeId);
  const conflict = () => new VersionConflictError(change.case.caseNumber);
  const fresh = (put: Put): ConditionalWrite => ({ write: { Put: ifAbsent(put) }, refused: conflict });
  const { consume } = change;
  return [
    { write: { Put: ifVersionBefore(items.case(change.case), change.case) }, refused: conflict },
    ...(consume === undefined
      ? []
      : [
          {
            write: { Update: tokenUse(tables.deskTable, consume.tokenHash, consume.now, writeId) },
            refused: () => new TokenNotUsableError('the link cannot be used'),
          },
        ]),
    ...change.events.map((event) => fresh(items.event(event))),
    ...(change.outbox ?? []).map((row) => fresh(items.outbox(row))),
    ...(change.answers ?? []).map((answer) => ({ write: { Put: items.answer(answer) } })),
    ...(change.texts ?? []).map((text) => ({ write: { Put: items.text(text) } })),
    ...(change.content === undefined ? [] : [{ write: { Put: items.content(change.content) } }]),
    ...endingWrites(tables, writeId, change.consents ?? {}, conflict),
    ...suppressionWrites(tables, change.suppressions ?? []),
    ...(change.events.length === 0 ? [] : [{ write: { Put: auditHead(tables, change.case) } }]),
    ...figureWrites(tables, writeId, change.figures ?? []).map((Update) => ({ write: { Update } })),
  ];
}

function unlessTaken(put: Put): ConditionalWrite {
  return { write: { Put: ifAbsent(put) }, refused: taken };
}

function taken(): Error {
  return new CaseNumberTakenError('the case number is taken');
}

function ifVersionBefore(put: Omit<Put, 'ConditionExpression'>, { version }: Case): Put {
  return {
    ...put,
    ConditionExpression: '#version = :before',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':before': { N: String(version - 1) } },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  };
}

function ifAbsentOrExpired(put: Omit<Put, 'ConditionExpression'>, now: string): Put {
  return {
    ...put,
    ConditionExpression: 'attribute_not_exists(#partition) OR #expiresAt <= :now',
    ExpressionAttributeNames: { '#partition': PARTITION_KEY, '#expiresAt': 'expiresAt' },
    ExpressionAttributeValues: { ':now': { S: now } },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  };
}
