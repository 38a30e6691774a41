import type { MailModel } from '../../domain/outbox/mail-model.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { sampleConsentMails } from '../../tools/letters/sample-consent-mails.ts';
import { sampleRequesterMails } from '../../tools/letters/sample-requester-mails.ts';
import { sampleStaffMails, sampleTaskMails } from '../../tools/letters/sample-staff-mails.ts';

export { CASE_NUMBER, CODE, REQUESTER_NAME } from '../../tools/letters/sample-case.ts';

export const requesterMails = sampleRequesterMails('nl');
export const allMails: readonly MailModel[] = [
  ...requesterMails,
  ...sampleConsentMails(ctTelecom, 'nl'),
  ...sampleTaskMails,
  ...sampleStaffMails,
];

/** The first sample of one template. */
export function sampleOf<T extends MailModel['template']>(template: T): Extract<MailModel, { template: T }> {
  return allMails.find((model) => model.template === template) as Extract<MailModel, { template: T }>;
}
