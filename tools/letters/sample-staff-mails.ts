import type { StepId } from '../../domain/cases/step-id.ts';
import { taskSchema } from '../../domain/cases/task.ts';
import type { StaffRole } from '../../domain/organisation.ts';
import type { MailModel } from '../../domain/outbox/mail-model.ts';
import { staffNoticeSchema } from '../../domain/outbox/outbox-row.ts';
import { CASE_NUMBER, closedCase, date, linkTo, openCase, staffCase, takenCase, toldCase } from './sample-case.ts';

const staffName = 'Joris Bakker';
const figures = { medianDays: 12.5, onTimePercent: 91, extended: 2, refused: 1, partlyRefused: 3, withdrawn: 4 };
const roles: readonly StaffRole[] = ['handler', 'team_lead', 'privacy_officer', 'director', 'data_protection_officer'];
const steps: readonly (readonly [StepId, number])[] = [
  ['unclaimed', 17],
  ['ten_days_left', 10],
  ['two_days_left', 2],
  ['target_day', 0],
  ['promise_missed', -1],
  ['extended_date_missed', -1],
  ['limit_missed', -3],
  ['still_open_1', -8],
];

function caseFor(role: StaffRole, step: StepId) {
  if (role === 'data_protection_officer') return toldCase;
  return step === 'unclaimed' ? openCase : takenCase;
}

/** Rungs of the ladder, each as everyone on it reads it. */
const ladder: readonly MailModel[] = steps.flatMap(([step, workingDaysLeft]) =>
  roles.map((role): MailModel => ({
    template: 'staff_step',
    staffName,
    role,
    step,
    task: null,
    subject: { ...caseFor(role, step), workingDaysLeft },
  })),
);

const tasks: readonly MailModel[] = taskSchema.options.map(({ shape }) => ({
  template: 'staff_step',
  staffName,
  role: 'handler',
  step: 'task_1_1',
  task: shape.kind.value,
  subject: closedCase,
}));

const notices: readonly MailModel[] = staffNoticeSchema.options.map((notice) => ({
  template: 'staff_notice',
  staffName,
  role: 'handler',
  notice,
  about:
    notice === 'approval_wanted'
      ? { proposal: 'refusal', task: null, until: null }
      : notice === 'task_reported'
        ? { proposal: null, task: 'search', until: null }
        : notice === 'authority_letter'
          ? { proposal: null, task: 'authority_letter', until: date('2026-07-24') }
          : null,
  expiring: notice === 'expiring_data' ? [{ name: 'Location data', on: date('2026-06-10') }] : [],
  subject: notice === 'not_collected' ? closedCase : takenCase,
}));

const unconfirmed = {
  ...staffCase,
  mail: null,
  acceptUrl: linkTo('/desk/act', 'y'),
  dismissUrl: linkTo('/desk/act', 'z'),
};

/** One mail to staff of each kind: every rung for every role, every notice, every kind of task. */
export const sampleStaffMails: readonly MailModel[] = [
  { template: 'staff_new_case', staffName, role: 'handler', subject: openCase },
  ...ladder,
  {
    template: 'staff_step',
    staffName,
    role: 'handler',
    step: 'inquiry_1_unanswered',
    task: null,
    subject: takenCase,
  },
  ...tasks,
  ...notices,
  {
    template: 'staff_unconfirmed',
    staffName,
    cases: [
      unconfirmed,
      {
        ...unconfirmed,
        caseNumber: 'P-AAAAA-BBBBB',
        workingDaysLeft: 2,
        mail: { sender: 'person', readable: true },
      },
    ],
  },
  {
    template: 'staff_figures',
    staffName,
    report: {
      month: '2026-10',
      types: [{ requestType: 'access', ...figures, closed: 12 }],
      others: { ...figures, closed: 7, medianDays: 3 },
      total: {
        ...figures,
        closed: 19,
        medianDays: 9,
        withinFourWeeksPercent: 84,
        withinOneMonthPercent: 94,
        withinThreeMonthsPercent: 100,
      },
    },
  },
  { template: 'staff_sign_in', staffName, signInUrl: linkTo('/desk/sign-in'), validMinutes: 15 },
];

const asked = { caseNumber: CASE_NUMBER, answerBy: date('2026-07-14'), reportUrl: linkTo('/report') };

function recipientNotice(
  role: 'processor' | 'controller',
  requestType: 'rectification' | 'erasure' | 'restriction',
): MailModel {
  const reminder = requestType === 'restriction';
  return {
    template: 'recipient_notice',
    ...asked,
    recipientName: 'Voorbeeld Incasso B.V.',
    role,
    requestType,
    reminder,
  };
}

function searchRequest(reminder: boolean): MailModel {
  return { template: 'search_request', ...asked, departmentName: 'Marketing', requestTypes: ['access'], reminder };
}

/** Mails to recipients of data and to departments. */
export const sampleTaskMails: readonly MailModel[] = [
  ...(['processor', 'controller'] as const).flatMap((role) => [
    recipientNotice(role, 'rectification'),
    recipientNotice(role, 'erasure'),
    recipientNotice(role, 'restriction'),
  ]),
  searchRequest(false),
  searchRequest(true),
];
