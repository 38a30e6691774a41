import type { Temporal } from 'temporal-polyfill';
import type { HolidayCalendar } from '../../../deadlines/calendar.ts';
import type { Language } from '../../../languages.ts';
import type { OrganisationProfile } from '../../../organisation.ts';
import { writtenIn } from '../../../outbox/case-subject.ts';
import type { CaseReader } from '../../../ports.ts';
import type { Case } from '../../case.ts';
import type { CaseText } from '../../case-text.ts';
import type { IdentityDoubt, IdentityLevel } from '../../identity.ts';
import type { Inquiry } from '../../inquiry.ts';
import type { RequestType } from '../../request-types.ts';
import { type RequesterDate, requesterDates } from '../../requester-dates.ts';
import { type RequesterStage, requesterStage } from '../../requester-stage.ts';
import type { TaskOf } from '../../task.ts';

/** A question that waits for the requester. Instants are case time. */
export type OpenQuestion = {
  readonly inquiryId: string;
  readonly askedAt: string;
  /** What staff wrote; empty when the fixed words say enough. */
  readonly text: string;
} & (
  | {
      readonly kind: 'identity';
      readonly doubt: IdentityDoubt;
      readonly level: IdentityLevel;
      /** A code was sent to an address on file. */
      readonly codeSent: boolean;
    }
  | { readonly kind: 'clarification' }
);

export interface ShownMessage {
  readonly fromRequester: boolean;
  /** Case time. */
  readonly at: string;
  readonly text: string;
}

/** A recipient that was told of a rectification, erasure or restriction (GDPR art. 19), and what came of it. */
export interface ToldRecipient {
  readonly name: string;
  readonly requestType: RequestType;
  readonly state: 'told' | 'confirmed' | 'failed' | 'impossible' | 'disproportionate';
}

/** What a requester may know of the own case. */
export interface OwnCaseView {
  readonly case: Case;
  readonly stage: RequesterStage;
  readonly dates: readonly RequesterDate[];
  /** Why an extension was needed, as staff wrote it to the requester; empty without one. */
  readonly extensionFacts: string;
  /** Why the answer is late, as staff wrote it to the requester; empty while it is not, and when they wrote nothing. */
  readonly delayCause: string;
  readonly questions: readonly OpenQuestion[];
  /** Both ways, oldest first. */
  readonly messages: readonly ShownMessage[];
  readonly recipients: readonly ToldRecipient[];
}

export interface ShowOwnCaseDependencies {
  readonly cases: Pick<CaseReader, 'listTexts'>;
  readonly calendar: HolidayCalendar;
  readonly organisation: OrganisationProfile;
}

/**
 * Everything the requester of a case may see of it: never who of the staff works on it, nor what they write among
 * themselves, nor a recipient that is confidential (UAVG art. 41). For a case that was opened with its code.
 */
export async function showOwnCase(
  { cases, calendar, organisation }: ShowOwnCaseDependencies,
  subject: Case,
  language: Language,
  wallNow: Temporal.Instant,
): Promise<OwnCaseView> {
  const texts = await cases.listTexts(subject.caseNumber);
  const open = subject.status === 'open' ? subject.inquiries.filter(({ answeredAt }) => answeredAt === null) : [];
  const { extension } = subject;
  const dates = requesterDates(subject, calendar, language, wallNow);
  const isLate = dates.some(({ isOver }) => isOver);
  return {
    case: subject,
    stage: requesterStage(subject),
    dates,
    delayCause: isLate && subject.delay !== null ? writtenIn(texts, subject.delay.textId, 'text') : '',
    extensionFacts: extension?.state === 'in_force' ? writtenIn(texts, extension.textId, 'facts') : '',
    questions: open.map((inquiry) => questionOf(inquiry, texts)),
    messages: texts.flatMap(messageOf),
    recipients: toldRecipients(subject, organisation),
  };
}

function questionOf(inquiry: Inquiry, texts: readonly CaseText[]): OpenQuestion {
  const { inquiryId, askedAt } = inquiry;
  const common = { inquiryId, askedAt, text: writtenIn(texts, inquiry.textId, 'text') };
  return inquiry.kind === 'clarification'
    ? { ...common, kind: inquiry.kind }
    : {
        ...common,
        kind: inquiry.kind,
        doubt: inquiry.doubt,
        level: inquiry.levelNeeded,
        codeSent: inquiry.code !== null,
      };
}

function messageOf({ kind, from, at, texts }: CaseText): readonly ShownMessage[] {
  const text = texts['text'] ?? '';
  if ((kind !== 'message' && kind !== 'question') || text.trim() === '') return [];
  return [{ fromRequester: from.kind === 'requester', at, text }];
}

function toldRecipients(subject: Case, { recipients }: OrganisationProfile): readonly ToldRecipient[] {
  return subject.tasks.flatMap((task): readonly ToldRecipient[] => {
    if (task.kind !== 'recipient_notice') return [];
    const recipient = recipients.find(({ recipientId }) => recipientId === task.recipientId);
    const part = subject.parts.find(({ partId }) => partId === task.partId);
    // One that left the register may have been confidential: the answer names it, where it may be named.
    if (recipient === undefined || recipient.confidential || part === undefined) return [];
    return [{ name: recipient.name, requestType: part.requestType, state: stateOf(task) }];
  });
}

function stateOf({ ended }: TaskOf<'recipient_notice'>): ToldRecipient['state'] {
  if (ended === null || ended.as === 'cancelled') return 'told';
  return ended.as === 'done' ? 'confirmed' : ended.as;
}
