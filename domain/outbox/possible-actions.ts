import type { Temporal } from 'temporal-polyfill';
import type { Case, ClosedCase, OpenCase } from '../cases/case.ts';
import { datesOf } from '../cases/case-dates.ts';
import { checkExtension } from '../cases/check-extension.ts';
import { identityLevelOf, neededIdentityLevel } from '../cases/identity-of-case.ts';
import { reaches } from '../cases/identity.ts';
import { mustBeTold } from '../cases/must-be-told.ts';
import type { Part } from '../cases/part.ts';
import { approversOf } from '../cases/propose.ts';
import { MAX_PARTS } from '../cases/request-draft.ts';
import type { RequestType } from '../cases/request-types.ts';
import type { HolidayCalendar } from '../deadlines/calendar.ts';
import { civilDate } from '../deadlines/deadlines.ts';
import type { StaffAction } from '../desk/staff-actions.ts';
import { staffDirectory } from '../desk/staff-directory.ts';
import { RuleRefusedError } from '../errors.ts';
import { findStaff, type OrganisationProfile, type StaffMember } from '../organisation.ts';

/** One thing somebody can do now. `on` is the part, proposal or task it is about, by id. */
export interface PossibleAction {
  readonly action: StaffAction;
  readonly on: string | null;
  /** The type of the part it is about; null where it is about no part. */
  readonly requestType: RequestType | null;
}

export interface PossibleActionsContext {
  readonly organisation: OrganisationProfile;
  readonly calendar: HolidayCalendar;
  /** Case time. */
  readonly at: Temporal.Instant;
}

/**
 * What a member of staff can do with a case now, the most usual first: take, then an answer for each open part. Nothing
 * for the data protection officer, who advises, and for whom a complaint in the case is about. Pure: who is away today
 * is not asked, so that a proposal somebody may approve only because others are away is not among them.
 */
export function possibleActions(
  subject: Case,
  member: StaffMember,
  context: PossibleActionsContext,
): readonly PossibleAction[] {
  const isBarred = member.role === 'data_protection_officer' || subject.excludedStaff.includes(member.staffId);
  if (isBarred) return [];
  switch (subject.status) {
    case 'unconfirmed':
      return [plain('accept'), plain('dismiss')];
    case 'open':
      return openActions(subject, member, context);
    case 'closed':
      return closedActions(subject);
    case 'dismissed':
      return [];
  }
}

function openActions(
  subject: OpenCase,
  member: StaffMember,
  context: PossibleActionsContext,
): readonly PossibleAction[] {
  const undecided = subject.parts.filter((part) => part.decision === null);
  const waiting = new Set(
    subject.proposals.flatMap((proposal) => (proposal.kind === 'extension' ? [] : [proposal.partId])),
  );
  const free = undecided.filter(({ partId }) => !waiting.has(partId));
  const hasOpenInquiry = (kind: 'identity' | 'clarification') =>
    subject.inquiries.some((inquiry) => inquiry.kind === kind && inquiry.answeredAt === null);
  const level = identityLevelOf(subject);
  const knowsEnough = reaches(level, neededIdentityLevel(subject));
  return [
    ...when(isUnclaimed(subject, context.organisation), plain('take')),
    ...free.map((part) => onPart('answer', part)),
    ...free.map((part) => onPart('attach_file', part)),
    ...approvals(subject, member, context),
    plain('hand_over'),
    ...when(!hasOpenInquiry('identity') && !knowsEnough, plain('ask_identity')),
    ...when(hasOpenInquiry('identity'), plain('send_identity_code')),
    // Personal data go to nobody below L2, whatever was asked.
    ...when(!knowsEnough || !reaches(level, 'L2'), plain('record_identity')),
    ...when(subject.representation !== null && subject.representation.mandate === null, plain('mandate_seen')),
    ...when(!hasOpenInquiry('clarification'), plain('ask_clarification')),
    plain('message'),
    ...when(isExtendable(subject, member, context), plain('extend')),
    ...when(hasApologyToCome(subject), plain('explain_delay')),
    ...toTell(subject),
    ...free.map((part) => onPart('retype', part)),
    ...when(subject.parts.length < MAX_PARTS, plain('add_part')),
    ...toLift(subject),
    plain('search'),
    plain('remind_me'),
    plain('issue_code'),
    ...toEnd(subject),
    plain('authority_letter'),
    plain('exclude'),
    plain('link_case'),
    plain('wrong_recipient'),
  ];
}

function closedActions(subject: ClosedCase): readonly PossibleAction[] {
  return [
    ...toTell(subject),
    ...toEnd(subject),
    plain('message'),
    plain('issue_code'),
    ...toLift(subject),
    // The requester's own withdrawal is not undone by staff.
    ...subject.parts.filter(({ decision }) => decision?.outcome !== 'withdrawn').map((part) => onPart('reopen', part)),
    plain('authority_letter'),
    plain('link_case'),
    plain('wrong_recipient'),
  ];
}

/** Whether nobody has the case, or whoever had it has left the profile. */
function isUnclaimed({ assignee }: OpenCase, organisation: OrganisationProfile): boolean {
  return assignee === null || findStaff(organisation, assignee.staffId) === undefined;
}

function approvals(
  subject: OpenCase,
  { staffId }: StaffMember,
  { organisation, at }: PossibleActionsContext,
): readonly PossibleAction[] {
  const everybody = staffDirectory(organisation, [], civilDate(at));
  return subject.proposals
    .filter((proposal) => approversOf(everybody, subject, proposal).some((other) => other.staffId === staffId))
    .map((proposal) => ({
      action: 'approve',
      on: proposal.proposalId,
      requestType:
        proposal.kind === 'extension'
          ? null
          : (subject.parts.find(({ partId }) => partId === proposal.partId)?.requestType ?? null),
    }));
}

function isExtendable(subject: OpenCase, { role }: StaffMember, { at, calendar }: PossibleActionsContext): boolean {
  if (subject.proposals.some(({ kind }) => kind === 'extension')) return false;
  const firstPossible = datesOf(subject, calendar).promisedDate.add({ days: 1 }).toString();
  try {
    checkExtension(subject, firstPossible, [role], at, calendar);
    return true;
  } catch (error) {
    if (error instanceof RuleRefusedError) return false;
    throw error;
  }
}

/** Whether a missed date would still be apologised for: what staff say about a delay goes into that letter. */
function hasApologyToCome({ steps, extension }: OpenCase): boolean {
  const isDone = (id: string) => steps.some(({ step }) => step === id);
  return extension?.state === 'in_force' ? !isDone('extended_date_missed') : !isDone('promise_missed');
}

/** Parts whose recipients have to be told (GDPR art. 19). */
function toTell(subject: Case): readonly PossibleAction[] {
  return subject.parts.filter(mustBeTold).map((part) => onPart('tell_recipients', part));
}

/** Restrictions that still stand and whose end nobody has announced. */
function toLift(subject: Case): readonly PossibleAction[] {
  return subject.parts
    .filter(
      ({ decision, restriction }) =>
        decision !== null && restriction !== null && restriction.toldAt === null && restriction.liftedAt === null,
    )
    .map((part) => onPart('lift_restriction', part));
}

function toEnd(subject: Case): readonly PossibleAction[] {
  return subject.tasks
    .filter((task) => task.ended === null)
    .map((task): PossibleAction => ({ action: 'end_task', on: task.taskId, requestType: null }));
}

function plain(action: StaffAction): PossibleAction {
  return { action, on: null, requestType: null };
}

function onPart(action: StaffAction, { partId, requestType }: Part): PossibleAction {
  return { action, on: partId, requestType };
}

function when(isPossible: boolean, action: PossibleAction): readonly PossibleAction[] {
  return isPossible ? [action] : [];
}
