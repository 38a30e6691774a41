import { Temporal } from 'temporal-polyfill';
import type { Case } from '../cases/case.ts';
import { datesOf } from '../cases/case-dates.ts';
import { expiringBefore } from '../organisation/expiring-data.ts';
import type { Language } from '../languages.ts';
import { findStaff } from '../organisation.ts';
import type { BuiltMail, MailContext } from './built-mail.ts';
import { linkMaker } from './link-maker.ts';
import type { MailModel } from './mail-model.ts';
import type { MailOrder, StaffNotice } from './outbox-row.ts';
import { isBarredFrom, toStaff } from './staff-envelope.ts';
import { type AboutLink, caseWithLinks } from './staff-links.ts';

type NoticeOrder = Extract<MailOrder, { template: 'staff_notice' }>;
type NoticeModel = Extract<MailModel, { template: 'staff_notice' }>;

/** Only an open case has something to do about these. */
const WHILE_OPEN: ReadonlySet<StaffNotice> = new Set([
  'approval_wanted',
  'handed_over',
  'inquiry_answered',
  'inquiry_unanswered',
  'identity_reached',
  'extension_bounced',
  'extension_too_late',
  'conflict_of_interest',
  'expiring_data',
  'reopened',
]);
/** About a task that has not ended. */
const WHILE_TASK_RUNS: ReadonlySet<StaffNotice> = new Set(['task_due', 'letter_to_post', 'authority_letter']);

/**
 * One thing a member of staff has to know of a case. Undefined when it needs nothing any more: the proposal is decided,
 * the task ended, the answer collected, the case closed; and when the addressee has left or is barred from the case.
 */
export async function noticeMail(
  context: MailContext,
  order: NoticeOrder,
  wallNow: Temporal.Instant,
): Promise<BuiltMail | undefined> {
  const addressee = findStaff(context.organisation, order.staffId);
  const subject = await context.cases.find(order.caseNumber);
  if (addressee === undefined || subject === undefined || isBarredFrom(context, subject, addressee)) return undefined;
  if (!isStillMeant(subject, order)) return undefined;
  const links = linkMaker(context, addressee.language);
  const model: MailModel = {
    template: order.template,
    staffName: addressee.name,
    role: addressee.role,
    notice: order.notice,
    about: aboutOf(subject, order),
    expiring: order.notice === 'expiring_data' ? expiringIn(context, subject, addressee.language) : [],
    subject: caseWithLinks(context, subject, addressee, links, wallNow, linkAbout(subject, order)),
  };
  return toStaff(context, addressee, model, links.tokens, subject.clock.kind === 'rehearsal');
}

function isStillMeant(subject: Case, order: NoticeOrder): boolean {
  const { notice } = order;
  if (subject.status === 'dismissed' || (WHILE_OPEN.has(notice) && subject.status !== 'open')) return false;
  if (notice === 'mail_to_sort') return subject.status === 'unconfirmed';
  if (notice === 'approval_wanted') return proposalOf(subject, order) !== undefined;
  if (notice === 'not_collected') return subject.status === 'closed' && subject.collectedAt === null;
  if (notice === 'inquiry_unanswered') {
    return subject.inquiries.some(({ inquiryId, answeredAt }) => inquiryId === order.about && answeredAt === null);
  }
  const task = taskOf(subject, order);
  // A reminder of one's own ends with the rung that sends it.
  const isReminder = task?.kind === 'remind_me' && task.ended?.as === 'done' && task.ended.by.kind === 'desk';
  return !WHILE_TASK_RUNS.has(notice) || task === undefined || task.ended === null || isReminder;
}

function proposalOf({ proposals }: Case, { notice, about }: NoticeOrder) {
  return notice === 'approval_wanted' ? proposals.find(({ proposalId }) => proposalId === about) : undefined;
}

/** Notices that name a task; an approved or returned proposal and a part have ids of their own. */
const ABOUT_TASKS: ReadonlySet<StaffNotice> = new Set([
  'task_due',
  'task_reported',
  'letter_to_post',
  'authority_letter',
  'not_collected',
  'letter_bounced',
]);

function taskOf({ tasks }: Case, { notice, about }: NoticeOrder) {
  return ABOUT_TASKS.has(notice) ? tasks.find(({ taskId }) => taskId === about) : undefined;
}

function aboutOf(subject: Case, order: NoticeOrder): NoticeModel['about'] {
  const proposal = proposalOf(subject, order)?.kind ?? null;
  const task = taskOf(subject, order);
  if (proposal === null && task === undefined) return null;
  const until = task?.kind === 'authority_letter' ? Temporal.PlainDate.from(task.until) : null;
  return { proposal, task: task?.kind ?? null, until };
}

function linkAbout(subject: Case, order: NoticeOrder): AboutLink | undefined {
  const proposal = proposalOf(subject, order);
  if (proposal !== undefined) return { action: 'approve', on: proposal.proposalId };
  const task = taskOf(subject, order);
  return task === undefined || task.ended !== null ? undefined : { action: 'end_task', on: task.taskId };
}

/** Each with the first day on which records of before the receipt are gone. */
function expiringIn(context: MailContext, subject: Case, language: Language): NoticeModel['expiring'] {
  const { receivedDate, promisedDate } = datesOf(subject, context.calendar);
  return expiringBefore(context.organisation, receivedDate, promisedDate).map(({ category, expiresFrom }) => ({
    name: category.name[language],
    on: expiresFrom,
  }));
}
