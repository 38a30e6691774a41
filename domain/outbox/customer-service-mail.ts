import { parseInstant } from '../instants.ts';
import type { BuiltMail, MailContext } from './built-mail.ts';
import type { MailOrder } from './outbox-row.ts';

/** A mail that is no privacy matter, sent on whole; undefined when customer service has its own copy or it is gone. */
export async function customerServiceMail(
  { cases, organisation, inboundMail }: MailContext,
  order: Extract<MailOrder, { template: 'to_customer_service' }>,
): Promise<BuiltMail | undefined> {
  const subject = await cases.find(order.caseNumber);
  const inbound = subject?.inbound ?? null;
  if (organisation.customerServiceEmail === null || subject === undefined || inbound === null) return undefined;
  const attached = await inboundMail.read(inbound.objectKey);
  if (attached === undefined) return undefined;
  return {
    to: organisation.customerServiceEmail,
    language: organisation.defaultLanguage,
    model: { template: order.template, caseNumber: subject.caseNumber, receivedAt: parseInstant(subject.receivedAt) },
    tokens: [],
    rehearsal: subject.clock.kind === 'rehearsal',
    unconfirmedContact: null,
    attached,
  };
}
