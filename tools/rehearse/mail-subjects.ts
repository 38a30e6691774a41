import type { Temporal } from 'temporal-polyfill';
import { civilDate } from '../../domain/deadlines/deadlines.ts';
import { workingDaysBetween } from '../../domain/deadlines/working-days.ts';
import { findStaff } from '../../domain/organisation.ts';
import type { Language } from '../../domain/languages.ts';
import type { Texts } from '../../views/texts/nl.ts';
import { textsOf } from '../../views/texts/texts-of.ts';
import type { Mail } from '../desk-client/mailbox.ts';
import { rehearsalAddressOf } from '../desk-client/staff.ts';
import type { Life } from './life.ts';
import type { Addressee } from './people.ts';

/** What a mail is: one to the requester, the mail about a new case, the digest, or the mail of a rung to staff. */
export type MailKind =
  | 'confirm_request'
  | 'acknowledgement'
  | 'answer_ready'
  | 'apology'
  | 'marketing_stopped'
  | 'new_case'
  | 'digest'
  | Countdown
  | 'unclaimed'
  | 'promise_missed'
  | 'limit_missed'
  | `still_open_${number}`;

/** Rungs whose mails say how many working days are left. */
type Countdown = 'ten_days_left' | 'five_days_left' | 'two_days_left' | 'one_day_left' | 'target_day';

/** The address of somebody in a life. Throws RangeError for an id that is not on the staff. */
function addressOf(life: Life, to: Addressee): string {
  if (to === 'requester') return life.requester.email;
  const member = findStaff(life.stage.client.organisation, to);
  if (member === undefined) throw new RangeError(`nobody on the staff is ${to}`);
  return rehearsalAddressOf(life.stage.client.desk, member);
}

/** Whether a mail about a life is of this kind and for this person, by address, subject and rehearsal mark. */
export function isMail(life: Life, mail: Mail, kind: MailKind, to: Addressee): boolean {
  return mail.to === addressOf(life, to) && subjectsOf(life, kind, to, mail.arrivedAt).includes(mail.subject);
}

function subjectsOf(life: Life, kind: MailKind, to: Addressee, arrivedAt: Temporal.Instant): readonly string[] {
  const texts = textsOf(languageOf(life, to));
  const { caseNumber } = life.accepted;
  return bareSubjects(life, kind, texts, arrivedAt).map(
    (subject) => `${texts.shared.rehearsalSubject} ${kind === 'digest' ? subject : `${subject}${caseNumber}`}`,
  );
}

function languageOf(life: Life, to: Addressee): Language {
  if (to === 'requester') return life.requester.language;
  return findStaff(life.stage.client.organisation, to)?.language ?? 'nl';
}

/** Subjects without rehearsal mark and case number. */
function bareSubjects(life: Life, kind: MailKind, texts: Texts, arrivedAt: Temporal.Instant): readonly string[] {
  const { subjects } = texts.requesterMails;
  const { urgencies } = texts.staffMails;
  switch (kind) {
    case 'confirm_request':
    case 'acknowledgement':
    case 'answer_ready':
    case 'marketing_stopped':
      return [subjects[kind]('')];
    case 'apology':
      return [subjects.promise_missed('')];
    case 'new_case':
      return [`[${urgencies.newCase}] `];
    case 'digest':
      return digestSubjects(texts);
    case 'unclaimed':
      return [`[${urgencies.unclaimed}] `];
    case 'promise_missed':
      return [`[${urgencies.promiseMissed}] `];
    case 'limit_missed':
      return [`[${urgencies.limitMissed}] `];
    case 'ten_days_left':
    case 'five_days_left':
    case 'two_days_left':
    case 'one_day_left':
    case 'target_day':
      return countdownSubjects(life, kind, texts, arrivedAt);
    default:
      return [`[${urgencies.stillOpen}] `];
  }
}

/** A mail tells the days left when it leaves: on the day of its rung, or later when the machine was busy. */
function countdownSubjects(life: Life, step: Countdown, texts: Texts, arrivedAt: Temporal.Instant): readonly string[] {
  const { urgencies } = texts.staffMails;
  const subjects: string[] = [];
  const last = civilDate(life.caseTime(arrivedAt));
  for (let day = civilDate(life.rung(step).at); day.until(last).sign >= 0; day = day.add({ days: 1 })) {
    const left = workingDaysBetween(day, life.dates.targetDate, life.calendar);
    const urgency = left > 0 ? urgencies.daysLeft(left) : left === 0 ? urgencies.lastDay : urgencies.targetPassed;
    subjects.push(`[${urgency}] `);
  }
  return subjects;
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
