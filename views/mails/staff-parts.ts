import type { StepId } from '../../domain/cases/ladder.ts';
import type { StaffCaseWithLinks } from '../../domain/outbox/mail-model.ts';
import type { StaffCase } from '../../domain/outbox/staff-case.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import { action, facts, paragraph, splitLink, type Block } from './blocks.ts';
import type { MailContext } from './mail-parts.ts';

/** Keys of the texts for one urgency. */
export type Urgency =
  | 'newCase'
  | 'unclaimed'
  | 'daysLeft'
  | 'lastDay'
  | 'targetPassed'
  | 'promiseMissed'
  | 'limitMissed'
  | 'stillOpen';

/** How urgent a rung is. Countdown rungs go by the days left when the mail leaves, which may be later than planned. */
export function urgencyOf(step: StepId, workingDaysLeft: number): Urgency {
  if (step === 'promise_missed') return 'promiseMissed';
  if (step === 'limit_missed') return 'limitMissed';
  if (step.startsWith('still_open_')) return 'stillOpen';
  if (step === 'unclaimed' && workingDaysLeft > 0) return 'unclaimed';
  return countdown(workingDaysLeft);
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

/** What staff may know of a case from a mail: procedure, never a word or name of the requester. */
export function caseFacts(subject: StaffCase, { language, texts }: MailContext): Block {
  const { labels, names, daysLeft, none, nobody } = texts.words;
  return facts([
    { label: labels.caseNumber, value: subject.caseNumber },
    { label: labels.requestTypes, value: subject.requestTypes.map((type) => names[type]).join(', ') },
    { label: labels.received, value: formatDate(subject.receivedDate, language) },
    { label: labels.promised, value: formatDate(subject.promisedDate, language) },
    { label: labels.daysLeft, value: daysLeft(subject.workingDaysLeft) },
    {
      label: labels.statutory,
      value: subject.statutoryDate === null ? none : formatDate(subject.statutoryDate, language),
    },
    { label: labels.assignee, value: subject.assigneeName ?? nobody },
  ]);
}

/** The buttons of one addressee for one case; none when nothing is open to this person. */
export function caseActions(subject: StaffCaseWithLinks, { texts }: MailContext): readonly Block[] {
  const { staffMails, words } = texts;
  const take = subject.takeUrl === null ? [] : [action(staffMails.take, subject.takeUrl)];
  const answers = subject.answers.map(({ partId, requestType, url }) =>
    action(staffMails.answer(words.part(partId), words.names[requestType]), url),
  );
  return [...take, ...answers];
}

/** What to know about the buttons above it. All links of staff open on one page. */
export function aboutLinks(anyLink: string, { texts }: MailContext): readonly Block[] {
  const { fallback, onlyForYou } = texts.staffMails;
  return [paragraph(fallback.before, { url: splitLink(anyLink).page }, fallback.between), paragraph(onlyForYou)];
}
