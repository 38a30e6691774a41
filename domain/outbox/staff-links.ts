import type { Temporal } from 'temporal-polyfill';
import type { Case } from '../cases/case.ts';
import { caseTimeOf } from '../cases/case-dates.ts';
import type { StaffAction } from '../desk/staff-actions.ts';
import type { StaffMember } from '../organisation.ts';
import type { MailContext } from './built-mail.ts';
import type { LinkMaker } from './link-maker.ts';
import { linkToPage } from './links.ts';
import type { StaffCaseWithLinks } from './mail-model.ts';
import { type PossibleAction, possibleActions } from './possible-actions.ts';
import { staffCaseOf } from './staff-case.ts';

/** How long the links of a staff mail work, in days of real life. */
export const STAFF_LINK_DAYS = 14;

/** What a mail has a link for; the rest is done on the desk. */
const IN_MAILS: ReadonlySet<StaffAction> = new Set([
  'take',
  'accept',
  'dismiss',
  'answer',
  'approve',
  'hand_over',
  'ask_identity',
  'send_identity_code',
  'record_identity',
  'mandate_seen',
  'ask_clarification',
  'message',
  'extend',
  'tell_recipients',
  'remind_me',
]);

/** From here on a mail also asks what the requester is to be told about a delay. */
const DAYS_TO_EXPLAIN = 2;

/** What a mail is about besides the case: a link for it is always there, since its addressee was chosen for it. */
export type AboutLink = Pick<PossibleAction, 'on'> & { readonly action: 'approve' | 'end_task' };

/** The staff case with a fresh link for each thing the addressee can do now; none for whoever is only told. */
export function caseWithLinks(
  context: MailContext,
  subject: Case,
  addressee: StaffMember,
  links: LinkMaker,
  wallNow: Temporal.Instant,
  about?: AboutLink,
): StaffCaseWithLinks {
  const { organisation, calendar, publicUrl } = context;
  const { caseNumber } = subject;
  const { staffId, language } = addressee;
  const staffCase = staffCaseOf(subject, wallNow, context);
  const isOffered = ({ action }: PossibleAction) =>
    IN_MAILS.has(action) || (action === 'explain_delay' && staffCase.workingDaysLeft <= DAYS_TO_EXPLAIN);
  const possible = possibleActions(subject, addressee, { organisation, calendar, at: caseTimeOf(subject, wallNow) });
  const shown = possible.length === 0 ? [] : [...aboutFirst(possible, about), ...possible.filter(isOffered)];
  const until = wallNow.add({ hours: STAFF_LINK_DAYS * 24 });
  return {
    ...staffCase,
    status: subject.status,
    links: [...new Map(shown.map((one) => [`${one.action} ${one.on ?? ''}`, one])).values()].map(
      ({ action, on, requestType }) => ({
        action,
        requestType,
        url: links.make('desk/act', { action, caseNumber, staffId, on }, until),
      }),
    ),
    deskUrl: linkToPage(publicUrl, `desk/cases/${caseNumber}`, language),
  };
}

function aboutFirst(possible: readonly PossibleAction[], about: AboutLink | undefined): readonly PossibleAction[] {
  if (about === undefined) return [];
  const known = possible.find(({ action, on }) => action === about.action && on === about.on);
  return [known ?? { ...about, requestType: null }];
}
