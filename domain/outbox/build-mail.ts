import type { Temporal } from 'temporal-polyfill';
import type { BuiltMail, MailContext } from './built-mail.ts';
import { consentMail } from './consent-mails.ts';
import { customerServiceMail } from './customer-service-mail.ts';
import { figuresMail } from './figures-mail.ts';
import { noticeMail } from './notice-mails.ts';
import type { MailOrder } from './outbox-row.ts';
import { taskMail } from './recipient-mails.ts';
import { requesterMail } from './requester-mails.ts';
import { signInMail, staffMail, unconfirmedMail } from './staff-mails.ts';

/**
 * Builds a mail from the case as it is now; undefined when it has become pointless: confirmed already, closed already,
 * the addressee gone.
 */
export async function buildMail(
  context: MailContext,
  order: MailOrder,
  wallNow: Temporal.Instant,
): Promise<BuiltMail | undefined> {
  switch (order.template) {
    case 'staff_sign_in':
      return signInMail(context, order, wallNow);
    case 'staff_unconfirmed':
      return unconfirmedMail(context, order, wallNow);
    case 'staff_figures':
      return figuresMail(context, order);
    case 'confirm_consent':
    case 'consent_receipt':
    case 'consent_withdrawn':
      return consentMail(context, order);
    case 'to_customer_service':
      return customerServiceMail(context, order);
    case 'staff_new_case':
    case 'staff_step':
      return staffMail(context, order, wallNow);
    case 'staff_notice':
      return noticeMail(context, order, wallNow);
    case 'recipient_notice':
    case 'search_request':
      return taskMail(context, order, wallNow);
    case 'confirm_request':
    case 'marketing_stopped':
    case 'acknowledgement':
    case 'answer_ready':
    case 'answer_reminder':
    case 'promise_missed':
    case 'withdrawal_confirmed':
    case 'case_reopened':
    case 'inquiry':
    case 'identity_code':
    case 'message':
    case 'extension_letter':
    case 'retyped':
    case 'restriction_lifting':
    case 'confirm_contact':
    case 'contact_changed':
      return requesterMail(context, order, wallNow);
  }
}
