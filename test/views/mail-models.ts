import { Temporal } from 'temporal-polyfill';
import type { MailModel } from '../../domain/outbox/mail-model.ts';

export const CASE_NUMBER = 'P-7K3Q9-M2XCD';
export const REQUESTER_NAME = 'Wilhelmina Achterberg';
export const CODE = 'q7Zb3LrTn0eWvXk2MhYd9PfGs5JuAiC8oBxNt1RlEwQ';

const link = (path: string, code = CODE) => `https://desk.example.nl${path}?language=nl#${code}`;
const date = (text: string) => Temporal.PlainDate.from(text);

const staffCase = {
  caseNumber: CASE_NUMBER,
  requestTypes: ['access', 'complaint'],
  receivedDate: date('2026-06-09'),
  promisedDate: date('2026-07-07'),
  statutoryDate: date('2026-07-09'),
  workingDaysLeft: 5,
  assigneeName: 'Anna de Wit',
} as const;

export const withLinks = {
  ...staffCase,
  takeUrl: link('/desk/act'),
  answers: [
    { partId: '1', requestType: 'access', url: link('/desk/act', `1${CODE.slice(1)}`) },
    { partId: '2', requestType: 'complaint', url: link('/desk/act', `2${CODE.slice(1)}`) },
  ],
} as const;

const unconfirmed = { ...staffCase, acceptUrl: link('/desk/act'), dismissUrl: link('/desk/act', `3${CODE.slice(1)}`) };

export const requesterMails = [
  {
    template: 'confirm_request',
    caseNumber: CASE_NUMBER,
    promisedDate: date('2026-07-07'),
    confirmUrl: link('/confirm'),
  },
  { template: 'marketing_stopped', caseNumber: CASE_NUMBER, stoppedOn: date('2026-06-09'), moreToCome: true },
  {
    template: 'acknowledgement',
    caseNumber: CASE_NUMBER,
    requesterName: REQUESTER_NAME,
    receivedAt: Temporal.Instant.from('2026-06-09T12:03:00Z'),
    requestTypes: ['access', 'complaint'],
    promisedDate: date('2026-07-07'),
    reckoning: 'Dat is precies vier weken na uw bericht.',
  },
  {
    template: 'answer_ready',
    caseNumber: CASE_NUMBER,
    requesterName: REQUESTER_NAME,
    collectUrl: link('/collect'),
    collectUntil: date('2026-09-05'),
  },
  {
    template: 'promise_missed',
    caseNumber: CASE_NUMBER,
    requesterName: REQUESTER_NAME,
    requestTypes: ['access', 'complaint'],
    promisedDate: date('2026-07-07'),
  },
] as const satisfies readonly MailModel[];

export const staffMails = [
  { template: 'staff_new_case', staffName: 'Joris Bakker', subject: withLinks },
  { template: 'staff_step', staffName: 'Joris Bakker', step: 'five_days_left', subject: withLinks },
  {
    template: 'staff_unconfirmed',
    staffName: 'Joris Bakker',
    cases: [unconfirmed, { ...unconfirmed, caseNumber: 'P-AAAAA-BBBBB', workingDaysLeft: 2 }],
  },
  { template: 'staff_sign_in', staffName: 'Joris Bakker', signInUrl: link('/desk/sign-in'), validMinutes: 15 },
] as const satisfies readonly MailModel[];

export const allMails: readonly MailModel[] = [...requesterMails, ...staffMails];

/** The sample of one template. */
export function sampleOf<T extends MailModel['template']>(template: T): Extract<MailModel, { template: T }> {
  return allMails.find((model) => model.template === template) as Extract<MailModel, { template: T }>;
}
