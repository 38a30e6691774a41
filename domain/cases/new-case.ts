import type { Temporal } from 'temporal-polyfill';
import type { Suppression } from '../consents/suppression.ts';
import { instantText } from '../instants.ts';
import type { OutboxOrder } from '../outbox/outbox-row.ts';
import type { CaseCreation, KeyRing } from '../ports.ts';
import type { Case, CaseContent, Part } from './case.ts';
import type { CaseClock } from './case-clock.ts';
import { chainEvents, type EventEntry } from './case-events.ts';
import { contactHashOf } from './contact-hash.ts';
import type { RequestDraft } from './request-draft.ts';
import { REQUEST_TYPE_RULES } from './request-types.ts';

/** A request as it came in. */
export interface IncomingRequest {
  readonly draft: RequestDraft;
  readonly receivedThrough: Case['receivedThrough'];
  /** The case's own clock; null lives by the wall. `caseStart` null starts the rehearsal at the present instant. */
  readonly rehearsal: { readonly caseStart: string | null; readonly dayLastsSeconds: number } | null;
}

/** A case that is not stored yet, with all that is stored and ordered with it. */
export interface NewCase extends Pick<CaseCreation, 'case' | 'content' | 'events' | 'suppressions'> {
  readonly orders: readonly OutboxOrder[];
}

/**
 * Makes a case of a request: unconfirmed, or closed when it asks only for what is carried out at once (GDPR art. 7(3),
 * 21(3)) and leaves nothing to read or to do by hand.
 */
export function newCase(
  incoming: IncomingRequest,
  caseNumber: string,
  keys: KeyRing,
  wallNow: Temporal.Instant,
): NewCase {
  const { draft } = incoming;
  const now = instantText(wallNow);
  const clock = caseClockOf(incoming, now);
  const receivedAt = clock.kind === 'real' ? now : clock.caseStart;
  const contactHash = contactHashOf(keys, draft.requester.email);
  const parts = partsOf(draft, receivedAt);
  const carriedOut = parts.filter((part) => REQUEST_TYPE_RULES[part.requestType].carriedOutAtOnce);
  const nothingLeft = parts.every((part) => part.decision !== null);
  const { events, head } = chainEvents(
    caseNumber,
    undefined,
    entriesOf(incoming, parts, carriedOut, receivedAt, nothingLeft),
  );

  const common = {
    schemaVersion: 1 as const,
    caseNumber,
    language: draft.language,
    clock,
    receivedAt,
    receivedThrough: incoming.receivedThrough,
    parts,
    contactHash,
    collectionCode: { kid: keys.currentKid, generation: 1 },
    steps: [],
    clockRun: 0,
    wakesAt: null,
    nextStepAt: null,
    version: 1,
    lastEvent: head,
  };
  const closed = {
    openedAt: receivedAt,
    openedBy: { kind: 'desk' },
    assignee: null,
    closedAt: receivedAt,
    collectedAt: null,
  } as const;

  const orders: OutboxOrder[] = [];
  if (carriedOut.length > 0) orders.push({ kind: 'mail', mail: { template: 'marketing_stopped', caseNumber } });
  if (!nothingLeft) orders.push({ kind: 'mail', mail: { template: 'confirm_request', caseNumber } });
  return {
    case: nothingLeft ? { ...common, ...closed, status: 'closed' } : { ...common, status: 'unconfirmed' },
    content: contentOf(caseNumber, draft),
    events,
    orders,
    suppressions: carriedOut.length > 0 ? [suppressionOf(contactHash, carriedOut, now)] : [],
  };
}

function entriesOf(
  { receivedThrough }: IncomingRequest,
  parts: readonly Part[],
  carriedOut: readonly Part[],
  at: string,
  nothingLeft: boolean,
): readonly EventEntry[] {
  const requestTypes = parts.map((part) => part.requestType).join(' ');
  const desk = { kind: 'desk' } as const;
  return [
    { type: 'request_received', at, actor: { kind: 'requester' }, details: { through: receivedThrough, requestTypes } },
    ...carriedOut.map(({ partId, requestType }): EventEntry => ({
      type: 'part_carried_out',
      at,
      actor: desk,
      details: { partId, requestType },
    })),
    ...(nothingLeft ? [{ type: 'case_closed', at, actor: desk, details: {} } as const] : []),
  ];
}

function caseClockOf({ rehearsal }: IncomingRequest, now: string): CaseClock {
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
