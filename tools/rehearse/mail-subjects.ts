import type { Temporal } from 'temporal-polyfill';
import { civilDate } from '../../domain/deadlines/deadlines.ts';
import { workingDaysBetween } from '../../domain/deadlines/working-days.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import { findStaff } from '../../domain/organisation.ts';
import type { Language } from '../../domain/languages.ts';
import { type StaffNotice, staffNoticeSchema } from '../../domain/outbox/outbox-row.ts';
import { typesInSubject } from '../../views/mails/staff-parts.ts';
import type { Texts } from '../../views/texts/nl.ts';
import { textsOf } from '../../views/texts/texts-of.ts';
import type { Mail } from '../desk-client/mailbox.ts';
import { rehearsalAddressOf } from '../desk-client/staff.ts';
import type { Life } from './life.ts';
import { type Addressee, recipientOf } from './people.ts';

/** Mails to the requester whose subject says no more than what they are. */
const TO_REQUESTER = [
  'confirm_request',
  'acknowledgement',
  'answer_ready',
  'answer_reminder',
  'marketing_stopped',
  'inquiry',
  'inquiry_reminder',
  'identity_code',
  'extension_letter',
  'restriction_lifting',
] as const;

/** Mails about newsletters: they belong to an address and to no case. */
const TO_READER = ['confirm_consent', 'consent_receipt', 'consent_withdrawn'] as const;
export type ReaderMailKind = (typeof TO_READER)[number];

/** What a mail without a case number is to its reader; undefined for none of these, or without the mark of a rehearsal. */
export function readerMailKind(mail: Mail, language: Language): ReaderMailKind | undefined {
  const { shared, consentMails } = textsOf(language);
  return TO_READER.find((kind) => mail.subject === `${shared.rehearsalSubject} ${consentMails.subjects[kind]}`);
}

/** Rungs whose mails say how many working days are left. */
const COUNTDOWN = [
  'ten_days_left',
  'five_days_left',
  'two_days_left',
  'one_day_left',
  'target_day',
  'extended_ten_days_left',
  'extended_five_days_left',
  'extended_two_days_left',
] as const;
type Countdown = (typeof COUNTDOWN)[number];

/**
 * What a mail is: one to the requester, to a recipient of the register, the mail about a new case, the digest, the mail
 * of a rung to staff, or a notice to staff.
 */
export type MailKind =
  | (typeof TO_REQUESTER)[number]
  | 'apology'
  | 'recipient_notice'
  | 'recipient_reminder'
  | 'new_case'
  | 'digest'
  | Countdown
  | 'unclaimed'
  | 'promise_missed'
  | 'limit_missed'
  | `still_open_${number}`
  | StaffNotice;

/** The address of somebody in a life. Throws RangeError for an id nobody has. */
function addressOf(life: Life, to: Addressee): string {
  const { desk, organisation } = life.stage.client;
  if (to === 'requester') return life.requester.email;
  if (to.includes('@')) return to;
  const member = findStaff(organisation, to);
  if (member !== undefined) return rehearsalAddressOf(desk, member);
  const { recipientId, contactEmail } = recipientOf(organisation, to);
  return desk.rehearsalMailDomain === undefined ? contactEmail : `${recipientId}@${desk.rehearsalMailDomain}`;
}

/** Whether a mail about a life is of this kind and for this person, by address, subject and rehearsal mark. */
export function isMail(life: Life, mail: Mail, kind: MailKind, to: Addressee): boolean {
  return mail.to === addressOf(life, to) && subjectsOf(life, kind, to, mail.arrivedAt).includes(mail.subject);
}

function subjectsOf(life: Life, kind: MailKind, to: Addressee, arrivedAt: Temporal.Instant): readonly string[] {
  const texts = textsOf(languageOf(life, to));
  return subjectsOfKind(life, kind, texts, arrivedAt).map((subject) => `${texts.shared.rehearsalSubject} ${subject}`);
}

function languageOf(life: Life, to: Addressee): Language {
  const { organisation } = life.stage.client;
  if (to === 'requester' || to.includes('@')) return life.requester.language;
  return findStaff(organisation, to)?.language ?? recipientOf(organisation, to).language;
}

/** Subjects without the mark of a rehearsal. */
function subjectsOfKind(life: Life, kind: MailKind, texts: Texts, arrivedAt: Temporal.Instant): readonly string[] {
  const { caseNumber } = life.accepted;
  const { subjects } = texts.requesterMails;
  const plain = TO_REQUESTER.find((each) => each === kind);
  if (plain !== undefined) return [subjects[plain](caseNumber)];
  if (kind === 'apology') return [subjects.promise_missed(caseNumber)];
  if (kind === 'recipient_notice' || kind === 'recipient_reminder') return recipientSubjects(life, kind, texts);
  if (kind === 'digest') return digestSubjects(texts);
  const about = `${caseNumber} ${typesInSubject(life.requestTypes, texts)}`;
  const notice = staffNoticeSchema.safeParse(kind);
  if (notice.success) {
    const words = noticeSubjects(notice.data, texts);
    return marksOfNotices(texts).flatMap((mark) => words.map((word) => `[${mark}] ${about}: ${word}`));
  }
  return marksOf(life, kind, texts, arrivedAt).map((mark) => `[${mark}] ${about}`);
}

/** How urgent the mail of a rung is. */
function marksOf(life: Life, kind: MailKind, texts: Texts, arrivedAt: Temporal.Instant): readonly string[] {
  const { urgencies } = texts.staffMails;
  const countdown = COUNTDOWN.find((each) => each === kind);
  if (countdown !== undefined) return countdownMarks(life, countdown, texts, arrivedAt);
  return [urgencies[URGENCY_OF[kind] ?? 'stillOpen']];
}

const URGENCY_OF: Readonly<Partial<Record<MailKind, 'newCase' | 'unclaimed' | 'promiseMissed' | 'limitMissed'>>> = {
  new_case: 'newCase',
  unclaimed: 'unclaimed',
  promise_missed: 'promiseMissed',
  limit_missed: 'limitMissed',
};

/** A recipient is asked to act by a day that follows from the one it was told on. */
function recipientSubjects(life: Life, kind: 'recipient_notice' | 'recipient_reminder', texts: Texts) {
  const { subjects } = texts.recipientMails;
  const words = kind === 'recipient_notice' ? subjects.notice : subjects.noticeReminder;
  return upTo(90).map((days) => {
    const date = formatDate(life.dates.receivedDate.add({ days }), languageOfTexts(texts));
    return words(date, life.accepted.caseNumber);
  });
}

function languageOfTexts(texts: Texts): Language {
  return texts === textsOf('en') ? 'en' : 'nl';
}

/** A notice about a task says which kind of task it is. */
function noticeSubjects(notice: StaffNotice, { staffNotices }: Texts): readonly string[] {
  const { notices, tasks, taskBounced } = staffNotices;
  if (notice === 'task_due') return Object.values(tasks).map(({ subject }) => subject);
  return [notices[notice].subject, ...(notice === 'letter_bounced' ? [taskBounced.subject] : [])];
}

/** Notices come on any day, and after closing too. */
function marksOfNotices({ staffMails: { urgencies } }: Texts): readonly string[] {
  return [
    urgencies.closed,
    urgencies.targetPassed,
    urgencies.lastDay,
    ...upTo(70).map((days) => urgencies.daysLeft(days)),
  ];
}

/** A mail tells the days left when it leaves: on the day of its rung, or later when the machine was busy. */
function countdownMarks(life: Life, step: Countdown, texts: Texts, arrivedAt: Temporal.Instant): readonly string[] {
  const { urgencies } = texts.staffMails;
  const marks: string[] = [];
  const last = civilDate(life.caseTime(arrivedAt));
  const target = (step.startsWith('extended_') ? life.extendedTarget : undefined) ?? life.dates.targetDate;
  for (let day = civilDate(life.rung(step).at); day.until(last).sign >= 0; day = day.add({ days: 1 })) {
    const left = workingDaysBetween(day, target, life.calendar);
    marks.push(left > 0 ? urgencies.daysLeft(left) : left === 0 ? urgencies.lastDay : urgencies.targetPassed);
  }
  return marks;
}

/** The digest is about every unconfirmed request there is, so urgency and number are not this life's alone. */
function digestSubjects(texts: Texts): readonly string[] {
  const { urgencies, unconfirmedCount } = texts.staffMails;
  const marks = [urgencies.targetPassed, urgencies.lastDay, ...upTo(25).map((days) => urgencies.daysLeft(days))];
  return marks.flatMap((mark) => upTo(50).map((count) => `[${mark}] ${unconfirmedCount(count)}`));
}

function upTo(most: number): readonly number[] {
  return Array.from({ length: most }, (_, index) => index + 1);
}
