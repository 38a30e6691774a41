import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Temporal } from 'temporal-polyfill';
import type { Suppression } from '../../consents/suppression.ts';
import { CaseNumberTakenError, IdempotencyKeyReusedError, SubmissionExistsError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { OutboxOrder } from '../../outbox/outbox-row.ts';
import type { Clock, KeyRing, RandomBytes, RequestIntake, Submission } from '../../ports.ts';
import type { Case, CaseContent, Part } from '../case.ts';
import type { CaseClock } from '../case-clock.ts';
import { chainEvents, type EventEntry } from '../case-events.ts';
import { CASE_NUMBER_BYTES, caseNumberFrom } from '../case-number.ts';
import { collectionCodeOf } from '../collection-code.ts';
import { type ChangeDependencies, outboxRows, settleClock } from '../commit-change.ts';
import { contactHashOf } from '../contact-hash.ts';
import { datesOf } from '../case-dates.ts';
import type { RequestDraft } from '../request-draft.ts';
import { REQUEST_TYPE_RULES } from '../request-types.ts';

export interface SubmitDependencies extends ChangeDependencies {
  readonly clock: Clock;
  readonly keys: KeyRing;
  readonly intake: RequestIntake;
  readonly randomBytes: RandomBytes;
}

export interface SubmitCommand {
  readonly draft: RequestDraft;
  readonly idempotencyKey: string;
  readonly receivedThrough: Case['receivedThrough'];
  /** The case's own clock; null lives by the wall. `caseStart` null starts the rehearsal at the present instant. */
  readonly rehearsal: { readonly caseStart: string | null; readonly dayLastsSeconds: number } | null;
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

const IDEMPOTENCY_HOURS = 24;

/**
 * Stores a request in one transaction, unconfirmed, with its receipt as the instant every date is reckoned from.
 * Withdrawals and marketing objections are in force in that same transaction (GDPR art. 7(3), 21(3)); a case that
 * holds nothing else is closed with it. The same key and body gets the same receipt again for 24 hours.
 * Throws IdempotencyKeyReusedError when the key came with another body.
 */
export async function submitRequest(dependencies: SubmitDependencies, command: SubmitCommand): Promise<Receipt> {
  const keyHash = createHash('sha256').update(command.idempotencyKey).digest('hex');
  const earlier = await dependencies.intake.findSubmission(keyHash);
  if (earlier !== undefined) return receiptAgain(dependencies, command, earlier);
  try {
    return await drawAgainIfTaken(() => storeRequest(dependencies, command, keyHash));
  } catch (error) {
    if (!(error instanceof SubmissionExistsError)) throw error;
    const winner = await dependencies.intake.findSubmission(keyHash);
    if (winner === undefined) throw error;
    return receiptAgain(dependencies, command, winner);
  }
}

const DRAWS = 3;

async function drawAgainIfTaken(store: () => Promise<Receipt>): Promise<Receipt> {
  for (let draw = 1; ; draw += 1) {
    try {
      return await store();
    } catch (error) {
      if (!(error instanceof CaseNumberTakenError) || draw >= DRAWS) throw error;
    }
  }
}

async function storeRequest(
  dependencies: SubmitDependencies,
  command: SubmitCommand,
  keyHash: string,
): Promise<Receipt> {
  const { draft } = command;
  const wallNow = dependencies.clock.now();
  const now = instantText(wallNow);
  const clock = caseClockOf(command, now);
  const receivedAt = clock.kind === 'real' ? now : clock.caseStart;
  const caseNumber = caseNumberFrom(dependencies.randomBytes(CASE_NUMBER_BYTES));
  const contactHash = contactHashOf(dependencies.keys, draft.requester.email);

  const parts = partsOf(draft, receivedAt);
  const carriedOut = parts.filter((part) => REQUEST_TYPE_RULES[part.requestType].carriedOutAtOnce);
  const nothingLeft = parts.every((part) => part.decision !== null);
  const common = {
    schemaVersion: 1 as const,
    caseNumber,
    language: draft.language,
    clock,
    receivedAt,
    receivedThrough: command.receivedThrough,
    parts,
    contactHash,
    collectionCode: { kid: dependencies.keys.currentKid, generation: 1 },
    steps: [],
    clockRun: 0,
    wakesAt: null,
    nextStepAt: null,
    version: 1,
  };

  const entries: EventEntry[] = [
    {
      type: 'request_received',
      at: receivedAt,
      actor: { kind: 'requester' },
      details: { through: command.receivedThrough, requestTypes: parts.map((part) => part.requestType).join(' ') },
    },
    ...carriedOut.map((part): EventEntry => ({
      type: 'part_carried_out',
      at: receivedAt,
      actor: { kind: 'desk' },
      details: { partId: part.partId, requestType: part.requestType },
    })),
  ];
  if (nothingLeft) entries.push({ type: 'case_closed', at: receivedAt, actor: { kind: 'desk' }, details: {} });
  const { events, head } = chainEvents(caseNumber, undefined, entries);

  const fresh: Case = nothingLeft
    ? {
        ...common,
        lastEvent: head,
        status: 'closed',
        openedAt: receivedAt,
        openedBy: { kind: 'desk' },
        assignee: null,
        closedAt: receivedAt,
        collectedAt: null,
      }
    : { ...common, lastEvent: head, status: 'unconfirmed' };
  const stored = settleClock(fresh, wallNow, dependencies.calendar).case;

  const orders: OutboxOrder[] = [];
  if (carriedOut.length > 0) orders.push({ kind: 'mail', mail: { template: 'marketing_stopped', caseNumber } });
  if (!nothingLeft) orders.push({ kind: 'mail', mail: { template: 'confirm_request', caseNumber } });

  await dependencies.intake.create({
    case: stored,
    content: contentOf(caseNumber, draft),
    events,
    outbox: outboxRows(stored, orders, now),
    suppressions: carriedOut.length > 0 ? [suppressionOf(contactHash, carriedOut, now)] : [],
    submission: {
      idempotencyKeyHash: keyHash,
      bodyHash: bodyHashOf(dependencies.keys, dependencies.keys.currentKid, command),
      caseNumber,
      expiresAt: instantText(wallNow.add({ hours: IDEMPOTENCY_HOURS })),
    },
  });
  return receiptOf(dependencies, stored);
}

function caseClockOf({ rehearsal }: SubmitCommand, now: string): CaseClock {
  if (rehearsal === null) return { kind: 'real' };
  const { caseStart, dayLastsSeconds } = rehearsal;
  return { kind: 'rehearsal', wallStart: now, caseStart: caseStart ?? now, dayLastsSeconds };
}

/**
 * An absolute right is carried out for all the desk holds at once. It stays open for staff as well when something is
 * left to read (text, message) or another channel has to be stopped by hand (a phone number given).
 */
function partsOf(draft: RequestDraft, receivedAt: string): Part[] {
  return draft.parts.map((part, index) => {
    const leftForStaff = part.text !== undefined || draft.message !== undefined || draft.requester.phone !== undefined;
    const doneAtOnce = REQUEST_TYPE_RULES[part.requestType].carriedOutAtOnce && !leftForStaff;
    return {
      partId: String(index + 1),
      requestType: part.requestType,
      decision: doneAtOnce ? { outcome: 'granted', decidedAt: receivedAt, decidedBy: { kind: 'desk' } } : null,
    };
  });
}

function contentOf(caseNumber: string, draft: RequestDraft): CaseContent {
  const texts = draft.parts.flatMap((part, index) =>
    part.text === undefined ? [] : [[String(index + 1), part.text] as const],
  );
  return {
    schemaVersion: 1,
    caseNumber,
    requester: draft.requester,
    ...(draft.message !== undefined && { message: draft.message }),
    partTexts: Object.fromEntries(texts),
  };
}

function suppressionOf(contact: Case['contactHash'], carriedOut: readonly Part[], now: string): Suppression {
  const objected = carriedOut.some((part) => part.requestType === 'marketing_objection');
  return {
    schemaVersion: 1,
    contact,
    channel: 'email',
    scope: 'all',
    reason: objected ? 'objected' : 'withdrawn',
    since: now,
  };
}

/** Names the key it was made with, so that a key rotated within the 24 hours does not turn a repeat into a mismatch. */
function bodyHashOf(keys: KeyRing, kid: string, command: SubmitCommand): string {
  const body = canonicalize({ draft: command.draft, through: command.receivedThrough }) ?? '';
  return `${kid}:${Buffer.from(keys.hmac(kid, 'idempotency', body)).toString('hex')}`;
}

async function receiptAgain(
  dependencies: SubmitDependencies,
  command: SubmitCommand,
  earlier: Submission,
): Promise<Receipt> {
  const kid = earlier.bodyHash.slice(0, earlier.bodyHash.indexOf(':'));
  if (bodyHashOf(dependencies.keys, kid, command) !== earlier.bodyHash) throw new IdempotencyKeyReusedError();
  const stored = await dependencies.cases.find(earlier.caseNumber);
  if (stored === undefined) throw new IdempotencyKeyReusedError();
  return receiptOf(dependencies, stored);
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
