import type { Temporal } from 'temporal-polyfill';
import type { Case } from '../cases/case.ts';
import { inquiryOfStep, taskOfStep } from '../cases/step-id.ts';
import { findStaff } from '../organisation.ts';
import type { BuiltMail, MailContext } from './built-mail.ts';
import { linkMaker } from './link-maker.ts';
import type { MailModel, UnconfirmedCaseWithLinks } from './mail-model.ts';
import type { MailOrder } from './outbox-row.ts';
import { staffCaseOf } from './staff-case.ts';
import { caseWithLinks, STAFF_LINK_DAYS } from './staff-links.ts';
import { isBarredFrom, toStaff } from './staff-envelope.ts';

const SIGN_IN_MINUTES = 15;

type CaseOrder = Extract<MailOrder, { template: 'staff_new_case' | 'staff_step' }>;

/**
 * A mail about one case: new, or at a rung. Undefined once the case is closed (but for tasks, which live on), once what
 * the rung is about has ended, and when the addressee has left or a complaint turned out to be about them.
 */
export async function staffMail(
  context: MailContext,
  order: CaseOrder,
  wallNow: Temporal.Instant,
): Promise<BuiltMail | undefined> {
  const addressee = findStaff(context.organisation, order.staffId);
  const subject = await context.cases.find(order.caseNumber);
  if (addressee === undefined || subject === undefined || isBarredFrom(context, subject, addressee)) return undefined;
  if (!isStillMeant(subject, order)) return undefined;
  const taskId = order.template === 'staff_step' ? taskOfStep(order.step) : undefined;
  const links = linkMaker(context, addressee.language);
  const common = {
    staffName: addressee.name,
    role: addressee.role,
    subject: caseWithLinks(
      context,
      subject,
      addressee,
      links,
      wallNow,
      taskId === undefined ? undefined : { action: 'end_task', on: taskId },
    ),
  };
  const model: MailModel =
    order.template === 'staff_new_case'
      ? { template: order.template, ...common }
      : {
          template: order.template,
          ...common,
          step: order.step,
          task: subject.tasks.find((task) => task.taskId === taskId)?.kind ?? null,
        };
  return toStaff(context, addressee, model, links.tokens, subject.clock.kind === 'rehearsal');
}

function isStillMeant(subject: Case, order: CaseOrder): boolean {
  const isOpen = subject.status === 'open';
  if (order.template === 'staff_new_case') return isOpen;
  const taskId = taskOfStep(order.step);
  if (taskId !== undefined) {
    return (
      subject.status !== 'dismissed' && subject.tasks.some((task) => task.taskId === taskId && task.ended === null)
    );
  }
  const inquiryId = inquiryOfStep(order.step)?.inquiryId;
  if (inquiryId === undefined) return isOpen;
  return isOpen && subject.inquiries.some((asked) => asked.inquiryId === inquiryId && asked.answeredAt === null);
}

/** The digest; undefined when none of its requests is unconfirmed any more. */
export async function unconfirmedMail(
  context: MailContext,
  order: Extract<MailOrder, { template: 'staff_unconfirmed' }>,
  wallNow: Temporal.Instant,
): Promise<BuiltMail | undefined> {
  const addressee = findStaff(context.organisation, order.staffId);
  if (addressee === undefined) return undefined;
  const links = linkMaker(context, addressee.language);
  const until = wallNow.add({ hours: STAFF_LINK_DAYS * 24 });
  const cases: UnconfirmedCaseWithLinks[] = [];
  let rehearsal = false;
  for (const caseNumber of order.caseNumbers) {
    const subject = await context.cases.find(caseNumber);
    if (subject?.status !== 'unconfirmed') continue;
    rehearsal ||= subject.clock.kind === 'rehearsal';
    const grant = { caseNumber, staffId: addressee.staffId, on: null };
    cases.push({
      ...staffCaseOf(subject, wallNow, context),
      mail: subject.inbound === null ? null : { sender: subject.inbound.sender, readable: subject.inbound.readable },
      acceptUrl: links.make('desk/act', { action: 'accept', ...grant }, until),
      dismissUrl: links.make('desk/act', { action: 'dismiss', ...grant }, until),
    });
  }
  if (cases.length === 0) return undefined;
  const mostUrgentFirst = cases.toSorted((a, b) => a.workingDaysLeft - b.workingDaysLeft);
  const model = { template: order.template, staffName: addressee.name, cases: mostUrgentFirst };
  return toStaff(context, addressee, model, links.tokens, rehearsal);
}

/** The mail that lets its addressee into a session. */
export function signInMail(
  context: MailContext,
  order: Extract<MailOrder, { template: 'staff_sign_in' }>,
  wallNow: Temporal.Instant,
): BuiltMail | undefined {
  const addressee = findStaff(context.organisation, order.staffId);
  if (addressee === undefined) return undefined;
  const links = linkMaker(context, addressee.language);
  const signInUrl = links.make(
    'desk/sign-in',
    { action: 'sign_in', staffId: addressee.staffId, continueTo: order.continueTo, rehearsal: order.rehearsal },
    wallNow.add({ minutes: SIGN_IN_MINUTES }),
  );
  const model = { template: order.template, staffName: addressee.name, signInUrl, validMinutes: SIGN_IN_MINUTES };
  return toStaff(context, addressee, model, links.tokens, order.rehearsal);
}
