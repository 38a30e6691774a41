import type { Temporal } from 'temporal-polyfill';
import { findStaff, type StaffMember } from '../organisation.ts';
import type { BuiltMail, MailContext } from './built-mail.ts';
import { type LinkMaker, linkMaker } from './link-maker.ts';
import type { MailModel, StaffCaseWithLinks, UnconfirmedCaseWithLinks } from './mail-model.ts';
import type { MailOrder } from './outbox-row.ts';
import { staffCaseOf } from './staff-case.ts';

const STAFF_LINK_DAYS = 14;
const SIGN_IN_MINUTES = 15;

/** A mail about one open case; undefined once it is closed or the addressee has left. */
export async function staffMail(
  context: MailContext,
  order: Extract<MailOrder, { template: 'staff_new_case' | 'staff_step' }>,
  wallNow: Temporal.Instant,
): Promise<BuiltMail | undefined> {
  const addressee = findStaff(context.organisation, order.staffId);
  const subject = await context.cases.find(order.caseNumber);
  if (addressee === undefined || subject?.status !== 'open') return undefined;
  const links = linkMaker(context, addressee.language);
  const until = wallNow.add({ hours: STAFF_LINK_DAYS * 24 });
  const { caseNumber } = subject;
  const { staffId, name: staffName } = addressee;
  // The data protection officer is told and advises, never decides.
  const decides = addressee.role !== 'data_protection_officer';
  const withLinks: StaffCaseWithLinks = {
    ...staffCaseOf(subject, wallNow, context),
    takeUrl:
      decides && subject.assignee === null
        ? links.make('desk/act', { action: 'take', caseNumber, staffId }, until)
        : null,
    answers: decides
      ? subject.parts
          .filter((part) => part.decision === null)
          .map(({ partId, requestType }) => ({
            partId,
            requestType,
            url: links.make('desk/act', { action: 'answer', caseNumber, partId, staffId }, until),
          }))
      : [],
  };
  const model: MailModel =
    order.template === 'staff_step'
      ? { template: order.template, staffName, step: order.step, subject: withLinks }
      : { template: order.template, staffName, subject: withLinks };
  return toStaff(context, addressee, model, links, subject.clock.kind === 'rehearsal');
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
    cases.push({
      ...staffCaseOf(subject, wallNow, context),
      acceptUrl: links.make('desk/act', { action: 'accept', caseNumber, staffId: addressee.staffId }, until),
      dismissUrl: links.make('desk/act', { action: 'dismiss', caseNumber, staffId: addressee.staffId }, until),
    });
  }
  if (cases.length === 0) return undefined;
  const mostUrgentFirst = cases.toSorted((a, b) => a.workingDaysLeft - b.workingDaysLeft);
  return toStaff(
    context,
    addressee,
    { template: order.template, staffName: addressee.name, cases: mostUrgentFirst },
    links,
    rehearsal,
  );
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
  return toStaff(
    context,
    addressee,
    { template: order.template, staffName: addressee.name, signInUrl, validMinutes: SIGN_IN_MINUTES },
    links,
    order.rehearsal,
  );
}

function toStaff(
  { rehearsalMailDomain }: MailContext,
  { staffId, email, language }: StaffMember,
  model: MailModel,
  links: LinkMaker,
  rehearsal: boolean,
): BuiltMail {
  const to = rehearsal && rehearsalMailDomain !== null ? `${staffId}@${rehearsalMailDomain}` : email;
  return { to, language, model, tokens: links.tokens, rehearsal, unconfirmedContact: null };
}
