import type { Temporal } from 'temporal-polyfill';
import type { BuiltMail, MailContext } from './built-mail.ts';
import type { MailOrder } from './outbox-row.ts';
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
    case 'staff_new_case':
    case 'staff_step':
      return staffMail(context, order, wallNow);
    case 'confirm_request':
    case 'marketing_stopped':
    case 'acknowledgement':
    case 'answer_ready':
    case 'promise_missed':
      return requesterMail(context, order, wallNow);
  }
}
