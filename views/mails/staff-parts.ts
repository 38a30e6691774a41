import type { StaffAction } from '../../domain/desk/staff-actions.ts';
import type { StepId } from '../../domain/cases/step-id.ts';
import type { RequestType } from '../../domain/cases/request-types.ts';
import type { StaffCaseWithLinks, StaffLink } from '../../domain/outbox/mail-model.ts';
import type { StaffCase } from '../../domain/outbox/staff-case.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import type { Texts } from '../texts/nl.ts';
import { action, facts, heading, paragraph, splitLink, type Block, type Fact } from './blocks.ts';
import type { MailContext } from './mail-parts.ts';

/** Keys of the texts for one urgency. */
export type Urgency =
  | 'newCase'
  | 'unclaimed'
  | 'daysLeft'
  | 'lastDay'
  | 'targetPassed'
  | 'promiseMissed'
  | 'extendedMissed'
  | 'limitMissed'
  | 'stillOpen'
  | 'closed';

/** How urgent a rung is. Countdown rungs go by the days left when the mail leaves, which may be later than planned. */
export function urgencyOf(step: StepId, subject: StaffCaseWithLinks): Urgency {
  if (step === 'promise_missed') return 'promiseMissed';
  if (step === 'extended_date_missed') return 'extendedMissed';
  if (step === 'limit_missed' || step === 'extended_limit_missed') return 'limitMissed';
  if (step.includes('still_open_')) return 'stillOpen';
  if (step === 'unclaimed' && subject.workingDaysLeft > 0) return 'unclaimed';
  return urgencyOfCase(subject);
}

/** How urgent a case is whatever the mail about it says. */
export function urgencyOfCase({ status, workingDaysLeft }: StaffCaseWithLinks): Urgency {
  return status === 'closed' ? 'closed' : countdown(workingDaysLeft);
}

/** How urgent a case is by its working days alone. */
export function countdown(workingDaysLeft: number): Urgency {
  if (workingDaysLeft === 0) return 'lastDay';
  return workingDaysLeft > 0 ? 'daysLeft' : 'targetPassed';
}

/** `[NOG 5 WERKDAGEN]`, or what the urgency is called in the language of the mail. */
export function urgencyMark(urgency: Urgency, workingDaysLeft: number, { texts }: MailContext): string {
  return `[${urgencyText(texts.staffMails.urgencies, urgency, workingDaysLeft)}]`;
}

/** The first sentence of a mail about a case of this urgency. */
export function urgencyLead(urgency: Urgency, workingDaysLeft: number, { texts }: MailContext): string {
  return urgencyText(texts.staffMails.leads, urgency, workingDaysLeft);
}

type UrgencyTexts = Readonly<Record<Exclude<Urgency, 'daysLeft'>, string>> & {
  readonly daysLeft: (days: number) => string;
};

function urgencyText(texts: UrgencyTexts, urgency: Urgency, workingDaysLeft: number): string {
  return urgency === 'daysLeft' ? texts.daysLeft(workingDaysLeft) : texts[urgency];
}

const TYPES_IN_SUBJECT = 2;

/** `[NOG 5 WERKDAGEN] P-… inzage`: urgency, case number and type, in this order, in plain letters. */
export function caseSubject(urgency: Urgency, subject: StaffCase, context: MailContext): string {
  const mark = urgencyMark(urgency, subject.workingDaysLeft, context);
  return `${mark} ${subject.caseNumber} ${typesInSubject(subject.requestTypes, context.texts)}`;
}

/** The first types of a case, and how many more there are. */
export function typesInSubject(requestTypes: readonly RequestType[], { words, staffMails }: Texts): string {
  const names = [...new Set(requestTypes)].map((type) => words.names[type]);
  const more = names.length - TYPES_IN_SUBJECT;
  const first = names.slice(0, TYPES_IN_SUBJECT);
  return words.list(more > 0 ? [...first, staffMails.moreTypes(more)] : first);
}

/** What staff may know of a case from a mail: procedure, never a word or name of the requester. */
export function caseFacts(subject: StaffCase, { language, texts }: MailContext): Block {
  const { labels, names, list, daysLeft, none, nobody } = texts.words;
  const extended: readonly Fact[] =
    subject.extendedUntil === null
      ? []
      : [{ label: texts.staffMails.labels.extended, value: formatDate(subject.extendedUntil, language) }];
  return facts([
    { label: labels.caseNumber, value: subject.caseNumber },
    { label: labels.requestTypes, value: list(subject.requestTypes.map((type) => names[type])) },
    { label: labels.received, value: formatDate(subject.receivedDate, language) },
    { label: labels.promised, value: formatDate(subject.promisedDate, language) },
    ...extended,
    { label: labels.daysLeft, value: daysLeft(subject.workingDaysLeft) },
    {
      label: labels.statutory,
      value: subject.statutoryDate === null ? none : formatDate(subject.statutoryDate, language),
    },
    { label: labels.assignee, value: subject.assigneeName ?? nobody },
  ]);
}

/** What most often comes next, as buttons; the rest stands below as links. */
const BUTTONS: ReadonlySet<StaffAction> = new Set(['take', 'accept', 'dismiss', 'answer', 'approve', 'end_task']);

/** Everything the addressee can do now with one case; nothing for whoever is only told. */
export function caseActions({ links, deskUrl }: StaffCaseWithLinks, context: MailContext): readonly Block[] {
  const { staffMails } = context.texts;
  const [first] = links;
  if (first === undefined) return [];
  const buttons = links.filter((link) => BUTTONS.has(link.action));
  const others = links.filter((link) => !BUTTONS.has(link.action));
  return [
    ...buttons.map((link) => action(linkLabel(link, context), link.url)),
    ...(others.length === 0 ? [] : [heading(staffMails.othersHeading)]),
    ...others.map((link) => paragraph(`${linkLabel(link, context)}:`, { url: link.url })),
    paragraph(staffMails.desk, { url: deskUrl }),
    ...aboutLinks(first.url, context),
  ];
}

/** What a link of a staff mail is called. */
function linkLabel({ action: what, requestType }: StaffLink, { texts }: MailContext): string {
  const label = texts.staffMails.actions[what];
  return requestType === null ? label : `${label}: ${texts.words.names[requestType]}`;
}

/** What to know about the buttons above it. All links of staff open on one page. */
export function aboutLinks(anyLink: string, { texts }: MailContext): readonly Block[] {
  const { fallback, onlyForYou } = texts.staffMails;
  return [paragraph(fallback.before, { url: splitLink(anyLink).page }, fallback.between), paragraph(onlyForYou)];
}
