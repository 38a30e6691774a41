import { Temporal } from 'temporal-polyfill';
import type { Case, CaseContent } from '../cases/case.ts';
import { caseTimeOf, datesOf } from '../cases/case-dates.ts';
import { REQUEST_TYPE_RULES } from '../cases/request-types.ts';
import type { HolidayCalendar } from '../deadlines/calendar.ts';
import { explainDeadlines } from '../deadlines/explain.ts';
import type { ActionToken } from '../desk/action-token.ts';
import { parseInstant } from '../instants.ts';
import type { Language } from '../languages.ts';
import { findStaff, type OrganisationProfile, type StaffMember } from '../organisation.ts';
import type { CaseReader, RandomBytes } from '../ports.ts';
import { linkTo, type LinkPage } from './links.ts';
import type { MailModel, StaffCaseWithLinks, UnconfirmedCaseWithLinks } from './mail-model.ts';
import { mintToken, type TokenGrant } from './mint-token.ts';
import type { MailOrder } from './outbox-row.ts';
import { staffCaseOf } from './staff-case.ts';

export interface MailContext {
  readonly cases: CaseReader;
  readonly organisation: OrganisationProfile;
  readonly calendar: HolidayCalendar;
  readonly randomBytes: RandomBytes;
  readonly publicUrl: string;
  /** Where staff mails of a rehearsal go instead of to the people themselves; null sends them to the people. */
  readonly rehearsalMailDomain: string | null;
}

/** A mail ready to be rendered and sent, with the tokens its links need. */
export interface BuiltMail {
  readonly to: string;
  readonly language: Language;
  readonly model: MailModel;
  readonly tokens: readonly ActionToken[];
  /** Whether it belongs to a rehearsal. */
  readonly rehearsal: boolean;
  /** Keyed hash to count by, when the mail goes to an address nobody has confirmed yet. */
  readonly unconfirmedContact: string | null;
}

const STAFF_LINK_DAYS = 14;
const COLLECT_LINK_DAYS = 60;
const CONFIRM_LINK_DAYS_AT_LEAST = 7;
const SIGN_IN_MINUTES = 15;

/**
 * Builds a mail from the case as it is now; undefined when it has become pointless: confirmed already, closed already,
 * the addressee gone.
 */
export async function buildMail(
  context: MailContext,
  order: MailOrder,
  wallNow: Temporal.Instant,
): Promise<BuiltMail | undefined> {
  switch (order.template) {
    case 'staff_sign_in':
      return signInMail(context, order, wallNow);
    case 'staff_unconfirmed':
      return unconfirmedMail(context, order, wallNow);
    case 'staff_new_case':
    case 'staff_step':
      return staffMail(context, order, wallNow);
    case 'confirm_request':
    case 'marketing_stopped':
    case 'acknowledgement':
    case 'answer_ready':
    case 'promise_missed':
      return requesterMail(context, order, wallNow);
  }
}

type RequesterOrder = Extract<
  MailOrder,
  { template: 'confirm_request' | 'marketing_stopped' | 'acknowledgement' | 'answer_ready' | 'promise_missed' }
>;

async function requesterMail(
  context: MailContext,
  order: RequesterOrder,
  wallNow: Temporal.Instant,
): Promise<BuiltMail | undefined> {
  const subject = await context.cases.find(order.caseNumber);
  const content = await context.cases.findContent(order.caseNumber);
  if (subject === undefined || content === undefined) return undefined;
  const links = linkMaker(context, subject.language);
  const model = requesterModel(context, order.template, subject, content, links, wallNow);
  if (model === undefined) return undefined;
  return {
    to: content.requester.email,
    language: subject.language,
    model,
    tokens: links.tokens,
    rehearsal: subject.clock.kind === 'rehearsal',
    unconfirmedContact:
      model.template === 'confirm_request' || model.template === 'marketing_stopped' ? subject.contactHash.mac : null,
  };
}

function requesterModel(
  context: MailContext,
  template: RequesterOrder['template'],
  subject: Case,
  content: CaseContent,
  links: LinkMaker,
  wallNow: Temporal.Instant,
): MailModel | undefined {
  const { caseNumber } = subject;
  const dates = datesOf(subject, context.calendar);
  const requesterName = content.requester.name;
  const requestTypes = subject.parts.map((part) => part.requestType);
  switch (template) {
    case 'confirm_request': {
      if (subject.status !== 'unconfirmed') return undefined;
      const untilPromise = caseTimeOf(subject, wallNow).until(dates.promisedUntil);
      const atLeast = Temporal.Duration.from({ hours: CONFIRM_LINK_DAYS_AT_LEAST * 24 });
      const lives = Temporal.Duration.compare(untilPromise, atLeast) < 0 ? atLeast : untilPromise;
      const confirmUrl = links.make('confirm', { action: 'confirm', caseNumber }, wallNow.add(lives));
      return { template, caseNumber, promisedDate: dates.promisedDate, confirmUrl };
    }
    case 'marketing_stopped': {
      const moreToCome = subject.parts.some(
        (part) => part.decision === null || !REQUEST_TYPE_RULES[part.requestType].carriedOutAtOnce,
      );
      return { template, caseNumber, stoppedOn: dates.receivedDate, moreToCome };
    }
    case 'acknowledgement': {
      const { promise } = explainDeadlines(parseInstant(subject.receivedAt), subject.language, context.calendar);
      return {
        template,
        caseNumber,
        requesterName,
        receivedAt: parseInstant(subject.receivedAt),
        requestTypes,
        promisedDate: dates.promisedDate,
        reckoning: promise,
      };
    }
    case 'answer_ready': {
      const collectUrl = links.make(
        'collect',
        { action: 'collect', caseNumber },
        wallNow.add({ hours: COLLECT_LINK_DAYS * 24 }),
      );
      return { template, caseNumber, requesterName, collectUrl };
    }
    case 'promise_missed':
      return subject.status === 'open'
        ? { template, caseNumber, requesterName, requestTypes, promisedDate: dates.promisedDate }
        : undefined;
  }
}

async function staffMail(
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

async function unconfirmedMail(
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

function signInMail(
  context: MailContext,
  order: Extract<MailOrder, { template: 'staff_sign_in' }>,
  wallNow: Temporal.Instant,
): BuiltMail | undefined {
  const addressee = findStaff(context.organisation, order.staffId);
  if (addressee === undefined) return undefined;
  const links = linkMaker(context, addressee.language);
  const signInUrl = links.make(
    'desk/sign-in',
    { action: 'sign_in', staffId: addressee.staffId, continueTo: order.continueTo },
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

interface LinkMaker {
  readonly tokens: readonly ActionToken[];
  make(page: LinkPage, grant: TokenGrant, expiresAt: Temporal.Instant): string;
}

function linkMaker(context: MailContext, language: Language): LinkMaker {
  const tokens: ActionToken[] = [];
  return {
    tokens,
    make(page, grant, expiresAt) {
      const { secret, token } = mintToken(context.randomBytes, grant, expiresAt);
      tokens.push(token);
      return linkTo(context.publicUrl, page, language, secret);
    },
  };
}
