import type { Temporal } from 'temporal-polyfill';
import type { OpenCase } from '../../domain/cases/case.ts';
import { CASE_NUMBER_BYTES, caseNumberFrom } from '../../domain/cases/case-number.ts';
import { type IncomingRequest, newCase } from '../../domain/cases/new-case.ts';
import { type RequestType, requestTypeSchema } from '../../domain/cases/request-types.ts';
import { instantText } from '../../domain/instants.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import type { CaseCreation, KeyRing, RandomBytes } from '../../domain/ports.ts';
import { tokenHash } from '../../domain/desk/action-token.ts';

export interface MadeCases {
  readonly organisation: OrganisationProfile;
  readonly keys: KeyRing;
  readonly randomBytes: RandomBytes;
  readonly now: Temporal.Instant;
}

const DAYS_OF_A_PROMISE = 28;
/** Every fourth has two parts; every third is nobody's. */
const PARTS_EVERY = 4;
const NOBODYS_EVERY = 3;

/** Types that stay open for staff, in turn. */
const TYPES = requestTypeSchema.options.filter(
  (type) => type !== 'marketing_objection' && type !== 'consent_withdrawal',
);

/**
 * The nth invented case as it is stored: received in the last six weeks, so that some are late, with its parts, its
 * handler and a text of ordinary length. It orders no mail and no workflow, and nothing is due before next month.
 */
export function madeCase(index: number, kind: 'open' | 'unconfirmed', made: MadeCases): CaseCreation {
  const { organisation, keys, randomBytes, now } = made;
  const receivedAt = instantText(
    now.subtract({ hours: 24 * ((index * 11) % (DAYS_OF_A_PROMISE + 14)) + (index % 24) }),
  );
  const staff = organisation.staff[index % organisation.staff.length];
  const draft = {
    language: index % 5 === 0 ? ('en' as const) : ('nl' as const),
    requester: { name: `Invented Person ${index}`, email: `invented.${index}@example.org` },
    parts: partsOf(index),
    message: 'I called about this last month, and nobody could tell me. Thank you in advance.',
  };
  const incoming: IncomingRequest = {
    draft,
    receivedThrough: 'form',
    rehearsal: null,
    ...(kind === 'open' && { typedIn: { staffId: staff?.staffId ?? '', receivedAt, reason: null } }),
  };
  const caseNumber = caseNumberFrom(randomBytes(CASE_NUMBER_BYTES));
  const { case: subject, content, events } = newCase(incoming, caseNumber, keys, now);
  const nextStepAt = instantText(now.add({ hours: 24 * (DAYS_OF_A_PROMISE + (index % DAYS_OF_A_PROMISE)) }));
  const assignee: OpenCase['assignee'] =
    staff === undefined || index % NOBODYS_EVERY === 0 ? null : { staffId: staff.staffId, since: receivedAt };
  return {
    case: subject.status === 'open' ? { ...subject, nextStepAt, assignee } : { ...subject, nextStepAt },
    content,
    events,
    outbox: [],
    suppressions: [],
    submission: {
      idempotencyKeyHash: tokenHash(`bench ${caseNumber}`),
      bodyHash: tokenHash(caseNumber),
      caseNumber,
      expiresAt: instantText(now.add({ hours: 1 })),
    },
  };
}

function partsOf(index: number): readonly { readonly requestType: RequestType; readonly text: string }[] {
  const text = 'Please tell me what you keep about my subscription, my calls and my invoices, and for how long.';
  const type = (nth: number) => TYPES[(index + nth) % TYPES.length] ?? 'question';
  const first = { requestType: type(0), text };
  return index % PARTS_EVERY === 0 ? [first, { requestType: type(1), text }] : [first];
}
