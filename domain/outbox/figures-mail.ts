import { monthlyReport } from '../figures/monthly-report.ts';
import { findStaff } from '../organisation.ts';
import type { BuiltMail, MailContext } from './built-mail.ts';
import type { MailOrder } from './outbox-row.ts';

/** The figures of a month as they are now; undefined once the addressee has left. */
export async function figuresMail(
  context: Pick<MailContext, 'figures' | 'organisation'>,
  order: Extract<MailOrder, { template: 'staff_figures' }>,
): Promise<BuiltMail | undefined> {
  const addressee = findStaff(context.organisation, order.staffId);
  if (addressee === undefined) return undefined;
  const report = monthlyReport(order.month, await context.figures.listMonth(order.month));
  return {
    to: addressee.email,
    language: addressee.language,
    model: { template: order.template, staffName: addressee.name, report },
    tokens: [],
    // Rehearsals are never counted, so these figures are real on every stage.
    rehearsal: false,
    unconfirmedContact: null,
  };
}
