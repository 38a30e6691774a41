import { inquiryOfStep } from '../../domain/cases/step-id.ts';
import type { MailModel, StaffCaseWithLinks } from '../../domain/outbox/mail-model.ts';
import type { StaffRole } from '../../domain/organisation.ts';
import type { Texts } from '../texts/nl.ts';
import { heading, paragraph, type MailDraft } from './blocks.ts';
import type { MailContext } from './mail-parts.ts';
import { staffNotice } from './staff-notice.ts';
import { caseActions, caseFacts, caseSubject, urgencyLead, urgencyOf, type Urgency } from './staff-parts.ts';

type NewCase = Extract<MailModel, { template: 'staff_new_case' }>;
type CaseStep = Extract<MailModel, { template: 'staff_step' }>;

/** Tells staff of a new case. */
export function staffNewCase(model: NewCase, context: MailContext): MailDraft {
  return aboutCase('newCase', model, context);
}

/** Reminds of a case or escalates it, in words for the addressee's role; or of a task or an unanswered question. */
export function staffStep(model: CaseStep, context: MailContext): MailDraft {
  const { step, task, subject } = model;
  if (task !== null) {
    return staffNotice(
      { ...model, notice: 'task_due', about: { proposal: null, task, until: null }, expiring: [] },
      context,
    );
  }
  if (inquiryOfStep(step) !== undefined) {
    return staffNotice({ ...model, notice: 'inquiry_unanswered', about: null, expiring: [] }, context);
  }
  return aboutCase(urgencyOf(step, subject), model, context);
}

function aboutCase(
  urgency: Urgency,
  { staffName, role, subject }: Pick<CaseStep, 'staffName' | 'role' | 'subject'>,
  context: MailContext,
): MailDraft {
  const { staffMails } = context.texts;
  const lead = urgencyLead(urgency, subject.workingDaysLeft, context);
  return {
    subject: caseSubject(urgency, subject, context),
    preview: lead,
    blocks: [
      paragraph(staffMails.greeting(staffName)),
      paragraph(lead),
      caseFacts(subject, context),
      heading(staffMails.nextHeading),
      paragraph(nextFor(urgency, role, subject, context.texts)),
      ...caseActions(subject, context),
    ],
  };
}

type Phase = keyof Texts['staffMails']['next']['handler'];

const PHASES: Readonly<Record<Urgency, Phase>> = {
  newCase: 'early',
  unclaimed: 'early',
  daysLeft: 'early',
  lastDay: 'blocked',
  targetPassed: 'blocked',
  promiseMissed: 'missed',
  extendedMissed: 'missed',
  limitMissed: 'limit',
  stillOpen: 'stillOpen',
  closed: 'early',
};

function nextFor(urgency: Urgency, role: StaffRole, { links }: StaffCaseWithLinks, texts: Texts): string {
  const { next, take, information } = texts.staffMails;
  if (role === 'data_protection_officer' || links.length === 0) return information;
  const phase = PHASES[urgency];
  // A deputy stands in for the handler.
  const reader = role === 'deputy' ? 'handler' : role;
  const canTake = links.some(({ action }) => action === 'take');
  return reader === 'handler' && phase === 'early' && canTake ? take : next[reader][phase];
}
