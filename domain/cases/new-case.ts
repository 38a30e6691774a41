import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { civilDate } from '../deadlines/deadlines.ts';
import { instantText, parseInstant } from '../instants.ts';
import type { OutboxOrder } from '../outbox/outbox-row.ts';
import type { CaseCreation, KeyRing } from '../ports.ts';
import type { Case, CaseContent, ClosedCase, UnconfirmedCase } from './case.ts';
import type { CaseClock } from './case-clock.ts';
import { chainEvents, type EventEntry } from './case-events.ts';
import { contactHashOf } from './contact-hash.ts';
import { marketingSuppression } from './marketing-suppression.ts';
import type { Inbound, MailContent } from './inbound.ts';
import { newTask } from './new-task.ts';
import type { Part } from './part.ts';
import { REPRESENTATIVES } from './representation.ts';
import { maskContent } from './mask-content.ts';
import type { RequestDraft } from './request-draft.ts';
import { REQUEST_TYPE_RULES } from './request-types.ts';

/** Why a request is typed in on another day than it arrived. */
export const lateReasonSchema = z.enum([
  'arrived_by_post',
  'noted_on_the_phone',
  'handed_over_at_counter',
  'found_in_ticket',
  'forwarded_by_colleague',
]);
export type LateReason = z.infer<typeof lateReasonSchema>;

/** A request as it came in. */
export interface IncomingRequest {
  readonly draft: RequestDraft;
  readonly receivedThrough: Case['receivedThrough'];
  /** The case's own clock; null lives by the wall. `caseStart` null starts the rehearsal at the present instant. */
  readonly rehearsal: { readonly caseStart: string | null; readonly dayLastsSeconds: number } | null;
  /** Came as a mail: its parts are a proposal, so nothing is carried out or confirmed; it waits for staff. */
  readonly mail?: {
    /** When the mail arrived, wall time text. */
    readonly arrivedAt: string;
    readonly inbound: Inbound;
    readonly content: MailContent;
  };
  /** Typed in by staff: who did it, and when it had arrived (case time text, not in the future). It is open at once. */
  readonly typedIn?: { readonly staffId: string; readonly receivedAt: string; readonly reason: LateReason | null };
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
  const present = clock.kind === 'real' ? now : clock.caseStart;
  const receivedAt = incoming.typedIn?.receivedAt ?? incoming.mail?.arrivedAt ?? present;
  const contactHash = contactHashOf(keys, contactOf(draft.requester, incoming.mail?.inbound.objectKey));
  const isProposal = incoming.mail !== undefined;
  const parts = isProposal ? proposedParts(draft) : partsOf(draft, receivedAt, present);
  const carriedOut = isProposal ? [] : parts.filter((part) => REQUEST_TYPE_RULES[part.requestType].carriedOutAtOnce);
  const nothingLeft = parts.every((part) => part.decision !== null);
  const { events, head } = chainEvents(
    caseNumber,
    undefined,
    entriesOf(incoming, parts, carriedOut, receivedAt, present, nothingLeft),
  );

  const common = {
    schemaVersion: 1 as const,
    caseNumber,
    language: draft.language,
    clock,
    receivedAt,
    receivedThrough: incoming.receivedThrough,
    parts,
    inbound: incoming.mail?.inbound ?? null,
    reachedBy: draft.requester.email === undefined ? ('post' as const) : ('email' as const),
    contactHash,
    collectionCode: { kid: keys.currentKid, generation: 1 },
    representation: draft.onBehalfOf === undefined ? null : { as: draft.onBehalfOf.as, mandate: null },
    identity: null,
    inquiries: [],
    proposals: [],
    extension: null,
    delay: null,
    tasks: [],
    files: [],
    excludedStaff: [],
    linkedCases: [],
    addressConfirmedAt: null,
    countedAt: nothingLeft ? present : null,
    steps: [],
    clockRun: 0,
    wakesAt: null,
    nextStepAt: null,
    version: 1,
    lastEvent: head,
  };
  const closed = {
    openedAt: present,
    openedBy: { kind: 'desk' },
    assignee: null,
    closedAt: present,
    collectedAt: null,
  } as const;

  const orders: OutboxOrder[] = [];
  if (carriedOut.length > 0) {
    // What was typed in later stopped when it was typed in.
    const on = incoming.typedIn === undefined ? {} : { on: civilDate(parseInstant(present)).toString() };
    orders.push({ kind: 'mail', mail: { template: 'marketing_stopped', caseNumber, ...on } });
  }
  if (!nothingLeft && incoming.typedIn === undefined && !isProposal) {
    orders.push({ kind: 'mail', mail: { template: 'confirm_request', caseNumber } });
  }
  const made = caseAs(incoming, { ...common, status: 'unconfirmed' }, closed, nothingLeft);
  return {
    // Mailings to somebody who has died stop; whose address it was only staff can tell.
    case:
      draft.onBehalfOf?.as === 'heir'
        ? newTask(made, { kind: 'stop_mailings' }, receivedAt, { kind: 'desk' }, receivedAt)
        : made,
    content: contentOf(caseNumber, maskContent(draft), incoming.mail?.content),
    events,
    orders,
    suppressions:
      carriedOut.length > 0
        ? [
            marketingSuppression(
              contactHash,
              carriedOut.map((part) => part.requestType),
              now,
            ),
          ]
        : [],
  };
}

/** What a new case is: closed when nothing is left, open when staff typed it in, else not confirmed yet. */
function caseAs(
  { typedIn }: IncomingRequest,
  common: UnconfirmedCase,
  closed: Omit<ClosedCase, keyof UnconfirmedCase>,
  nothingLeft: boolean,
): Case {
  if (nothingLeft) return { ...common, ...closed, status: 'closed' };
  if (typedIn === undefined) return common;
  const openedBy = { kind: 'staff', staffId: typedIn.staffId } as const;
  return { ...common, status: 'open', openedAt: closed.openedAt, openedBy, assignee: null };
}

function entriesOf(
  { receivedThrough, typedIn }: IncomingRequest,
  parts: readonly Part[],
  carriedOut: readonly Part[],
  receivedAt: string,
  present: string,
  nothingLeft: boolean,
): readonly EventEntry[] {
  const requestTypes = parts.map((part) => part.requestType).join(' ');
  const desk = { kind: 'desk' } as const;
  return [
    {
      type: 'request_received',
      at: receivedAt,
      actor: typedIn === undefined ? { kind: 'requester' } : { kind: 'staff', staffId: typedIn.staffId },
      details: { through: receivedThrough, requestTypes, ...(typedIn?.reason && { reason: typedIn.reason }) },
    },
    ...carriedOut.map(({ partId, requestType }): EventEntry => ({
      type: 'part_carried_out',
      at: present,
      actor: desk,
      details: { partId, requestType },
    })),
    ...(nothingLeft ? [{ type: 'case_closed', at: present, actor: desk, details: {} } as const] : []),
  ];
}

/**
 * What a contact is known by: the e-mail address or, without one, name and postal address or phone number. Whoever wrote
 * a mail that names no sender is known by that mail alone.
 */
function contactOf({ email, name, postalAddress, phone }: CaseContent['requester'], mail: string | undefined): string {
  return email ?? `${name} ${postalAddress ?? phone ?? mail ?? ''}`;
}

function caseClockOf({ rehearsal }: IncomingRequest, now: string): CaseClock {
  if (rehearsal === null) return { kind: 'real' };
  const { caseStart, dayLastsSeconds } = rehearsal;
  return { kind: 'rehearsal', wallStart: now, caseStart: caseStart ?? now, dayLastsSeconds };
}

/**
 * An absolute right is carried out for all the desk holds at once. It stays open for staff as well when something is
 * left to read (text, message) or another channel has to be stopped by hand (a phone number or postal address given).
 */
function partsOf(draft: RequestDraft, receivedAt: string, present: string): Part[] {
  const mayExerciseRights = draft.onBehalfOf === undefined || REPRESENTATIVES[draft.onBehalfOf.as].mayExerciseRights;
  return draft.parts.map((part, index) => {
    const { phone, postalAddress } = draft.requester;
    const otherChannel = phone !== undefined || postalAddress !== undefined;
    const leftForStaff = part.text !== undefined || draft.message !== undefined || otherChannel;
    const requestType = mayExerciseRights ? part.requestType : 'question';
    const { carriedOutAtOnce, restrictsUntilDecided } = REQUEST_TYPE_RULES[requestType];
    return {
      partId: String(index + 1),
      requestType,
      decision:
        carriedOutAtOnce && !leftForStaff
          ? { outcome: 'granted', decidedAt: present, decidedBy: { kind: 'desk' }, releasedBy: null }
          : null,
      restriction: restrictsUntilDecided ? { since: receivedAt, toldAt: null, liftedAt: null } : null,
    };
  });
}

/** What a mail seems to ask; nothing follows from it before staff say so. */
function proposedParts(draft: RequestDraft): Part[] {
  return draft.parts.map(({ requestType }, index) => ({
    partId: String(index + 1),
    requestType,
    decision: null,
    restriction: null,
  }));
}

function contentOf(caseNumber: string, draft: RequestDraft, mail: MailContent | undefined): CaseContent {
  const texts = draft.parts.flatMap((part, index) =>
    part.text === undefined ? [] : [[String(index + 1), part.text] as const],
  );
  return {
    schemaVersion: 1,
    caseNumber,
    requester: draft.requester,
    ...(draft.message !== undefined && { message: draft.message }),
    ...(draft.onBehalfOf?.name !== undefined && { onBehalfOf: draft.onBehalfOf.name }),
    ...(mail !== undefined && { mail }),
    partTexts: Object.fromEntries(texts),
  };
}
