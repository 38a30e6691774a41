import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Temporal } from 'temporal-polyfill';
import { bodyHash, isBodyOf, kidOfBodyHash } from '../../body-hash.ts';
import { contactsOf } from '../../consents/contact.ts';
import {
  CaseNumberTakenError,
  ConsentConflictError,
  IdempotencyKeyReusedError,
  SubmissionExistsError,
} from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { OutboxOrder } from '../../outbox/outbox-row.ts';
import type { Clock, KeyRing, RandomBytes, RequestIntake, Submission } from '../../ports.ts';
import type { Case } from '../case.ts';
import { datesOf } from '../case-dates.ts';
import { CASE_NUMBER_BYTES, caseNumberFrom, caseNumberOfMail } from '../case-number.ts';
import { consentsEndedBy } from '../consents-ended.ts';
import { collectionCodeOf } from '../collection-code.ts';
import { type ChangeDependencies, outboxRows, settleClock } from '../commit-change.ts';
import { maskContent } from '../mask-content.ts';
import { figuresOf } from '../figures-of-case.ts';
import { type IncomingRequest, newCase } from '../new-case.ts';
import { postInstead } from '../posted-letters.ts';

export interface SubmitDependencies extends ChangeDependencies {
  readonly clock: Clock;
  readonly keys: KeyRing;
  readonly intake: RequestIntake;
  readonly randomBytes: RandomBytes;
}

export interface SubmitCommand extends IncomingRequest {
  readonly idempotencyKey: string;
}

export interface Receipt {
  readonly caseNumber: string;
  readonly collectionCode: string;
  /** Case time. */
  readonly receivedAt: string;
  readonly promisedDate: Temporal.PlainDate;
  /** Whether a confirmation mail was ordered; false when everything asked was carried out at once. */
  readonly confirmationNeeded: boolean;
}

/** What else goes out in the transaction that stores a new case. */
export type OrdersFor = (fresh: Case, wallNow: Temporal.Instant) => Promise<readonly OutboxOrder[]>;

const IDEMPOTENCY_HOURS = 24;

/**
 * Stores a request in one transaction, unconfirmed, with its receipt as the instant every date is reckoned from.
 * Withdrawals and marketing objections are in force in that same transaction (GDPR art. 7(3), 21(3)); a case that
 * holds nothing else is closed with it. The same key and body gets the same receipt again for 24 hours.
 * `beforeStoring` may refuse a request that is not a repeat; `ordersFor` says what else goes out with the new case. Throws IdempotencyKeyReusedError when the key came with another body.
 */
export async function submitRequest(
  dependencies: SubmitDependencies,
  command: SubmitCommand,
  beforeStoring: () => Promise<void> = async () => undefined,
  ordersFor: OrdersFor = async () => [],
): Promise<Receipt> {
  const keyHash = createHash('sha256').update(command.idempotencyKey).digest('hex');
  const earlier = await dependencies.intake.findSubmission(keyHash);
  if (earlier !== undefined) return receiptAgain(dependencies, command, earlier);
  await beforeStoring();
  try {
    return await drawAgainIfTaken((draw) => storeRequest(dependencies, command, keyHash, ordersFor, draw));
  } catch (error) {
    if (!(error instanceof SubmissionExistsError)) throw error;
    const winner = await dependencies.intake.findSubmission(keyHash);
    if (winner === undefined) throw error;
    return receiptAgain(dependencies, command, winner);
  }
}

const DRAWS = 3;

async function drawAgainIfTaken(store: (draw: number) => Promise<Receipt>): Promise<Receipt> {
  for (let draw = 1; ; draw += 1) {
    try {
      return await store(draw);
    } catch (error) {
      const isToBeRepeated = error instanceof CaseNumberTakenError || error instanceof ConsentConflictError;
      if (!isToBeRepeated || draw >= DRAWS) throw error;
    }
  }
}

async function storeRequest(
  dependencies: SubmitDependencies,
  command: SubmitCommand,
  keyHash: string,
  ordersFor: OrdersFor,
  draw: number,
): Promise<Receipt> {
  const { keys, calendar } = dependencies;
  const wallNow = dependencies.clock.now();
  // A mail may be delivered again after the submission is forgotten: it is known by its number then.
  const caseNumber =
    command.mail !== undefined && draw === 1
      ? caseNumberOfMail(command.mail.inbound.objectKey)
      : caseNumberFrom(dependencies.randomBytes(CASE_NUMBER_BYTES));
  const { case: fresh, orders: ofCase, ...rest } = newCase(command, caseNumber, keys, wallNow);
  const orders = [...ofCase, ...(await ordersFor(fresh, wallNow))];
  const posted = postInstead(fresh, orders, fresh.receivedAt);
  const { case: stored, orders: starts } = settleClock(posted.case, wallNow, calendar);
  const { email } = command.draft.requester;
  const contacts = email === undefined ? [stored.contactHash] : contactsOf(keys, email);
  const ended = await consentsEndedBy(dependencies.consents, stored, contacts, rest.suppressions, wallNow);
  await dependencies.intake.create({
    ...rest,
    case: stored,
    consents: ended.consents,
    outbox: [...outboxRows(stored, [...posted.orders, ...starts], instantText(wallNow)), ...ended.outbox],
    ...(stored.status === 'closed' && { figures: figuresOf(stored, dependencies.calendar) }),
    submission: {
      idempotencyKeyHash: keyHash,
      bodyHash: bodyHash(keys, bodyOf(command)),
      caseNumber,
      expiresAt: instantText(wallNow.add({ hours: IDEMPOTENCY_HOURS })),
    },
  });
  return receiptOf(dependencies, stored);
}

/** Of the masked body: nothing that comes of a citizen service number is kept. */
function bodyOf({ draft, receivedThrough, rehearsal }: SubmitCommand): string {
  return canonicalize({ draft: maskContent(draft), through: receivedThrough, rehearsal }) ?? '';
}

async function receiptAgain(
  dependencies: SubmitDependencies,
  command: SubmitCommand,
  earlier: Submission,
): Promise<Receipt> {
  if (!isBodyOf(dependencies.keys, earlier.bodyHash, bodyOf(command))) throw new IdempotencyKeyReusedError();
  const stored = await dependencies.cases.find(earlier.caseNumber);
  if (stored === undefined) throw new IdempotencyKeyReusedError();
  // The same answer as the first time: a code that staff issued since is for who was told it, not for who sends again.
  return receiptOf(dependencies, {
    ...stored,
    collectionCode: { kid: kidOfBodyHash(earlier.bodyHash), generation: 1 },
  });
}

function receiptOf(dependencies: SubmitDependencies, stored: Case): Receipt {
  return {
    caseNumber: stored.caseNumber,
    collectionCode: collectionCodeOf(dependencies.keys, stored),
    receivedAt: stored.receivedAt,
    promisedDate: datesOf(stored, dependencies.calendar).promisedDate,
    confirmationNeeded: stored.parts.some((part) => part.decision === null || part.decision.decidedBy.kind !== 'desk'),
  };
}
