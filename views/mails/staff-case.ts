import type { MailModel, StaffCaseWithLinks } from '../../domain/outbox/mail-model.ts';
import { heading, paragraph, type Block, type MailDraft } from './blocks.ts';
import type { MailContext } from './mail-parts.ts';
import {
  aboutLinks,
  caseActions,
  caseFacts,
  urgencyLead,
  urgencyMark,
  urgencyOf,
  type Urgency,
} from './staff-parts.ts';

type NewCase = Extract<MailModel, { template: 'staff_new_case' }>;
type CaseStep = Extract<MailModel, { template: 'staff_step' }>;

/** Tells staff of a new case. */
export function staffNewCase(model: NewCase, context: MailContext): MailDraft {
  return aboutCase('newCase', model.staffName, model.subject, context);
}

/** Reminds of a case, or escalates it. */
export function staffStep(model: CaseStep, context: MailContext): MailDraft {
  return aboutCase(urgencyOf(model.step, model.subject.workingDaysLeft), model.staffName, model.subject, context);
}

function aboutCase(urgency: Urgency, staffName: string, subject: StaffCaseWithLinks, context: MailContext): MailDraft {
  const { staffMails } = context.texts;
  const lead = urgencyLead(urgency, subject.workingDaysLeft, context);
  return {
    subject: `${urgencyMark(urgency, subject.workingDaysLeft, context)} ${subject.caseNumber}`,
    preview: lead,
    blocks: [
      paragraph(staffMails.greeting(staffName)),
      paragraph(lead),
      caseFacts(subject, context),
      heading(staffMails.nextHeading),
      paragraph(nextFor(urgency, subject, context)),
      ...actions(subject, context),
    ],
  };
}

function nextFor(urgency: Urgency, subject: StaffCaseWithLinks, { texts }: MailContext): string {
  const { next } = texts.staffMails;
  if (urgency === 'promiseMissed') return next.promiseMissed;
  if (urgency === 'limitMissed') return next.limitMissed;
  if (urgency === 'stillOpen') return next.stillOpen;
  if (urgency === 'lastDay' || urgency === 'targetPassed') return next.blocked;
  if (subject.takeUrl !== null) return next.take;
  return subject.answers.length > 0 ? next.answer : next.information;
}

function actions(subject: StaffCaseWithLinks, context: MailContext): readonly Block[] {
  const buttons = caseActions(subject, context);
  const anyLink = subject.takeUrl ?? subject.answers[0]?.url;
  return anyLink === undefined ? [] : [...buttons, ...aboutLinks(anyLink, context)];
}
