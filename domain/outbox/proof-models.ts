import { civilDate } from '../deadlines/deadlines.ts';
import { identityCodeOf } from '../cases/identity-code.ts';
import { parseInstant } from '../instants.ts';
import { type AddressedModel, caseUrlOf, type RequesterSubject, writtenIn } from './case-subject.ts';
import type { MailOrder } from './outbox-row.ts';

type OrderOf<Template extends MailOrder['template']> = Extract<MailOrder, { template: Template }>;
export type ProofOrder = OrderOf<'identity_code' | 'confirm_contact' | 'contact_changed'>;

const CONFIRM_CONTACT_DAYS = 7;

/** Mails to an address other than the one the case has; undefined once that address is no longer kept. */
export function proofModel(order: ProofOrder, from: RequesterSubject): AddressedModel | undefined {
  switch (order.template) {
    case 'identity_code':
      return codeModel(order, from);
    case 'confirm_contact': {
      const { subject, texts, links, wallNow } = from;
      const to = writtenIn(texts, order.textId, 'new');
      if (to === '' || subject.status === 'dismissed') return undefined;
      const { caseNumber } = subject;
      const until = wallNow.add({ hours: CONFIRM_CONTACT_DAYS * 24 });
      const confirmUntil = civilDate(until).subtract({ days: 1 });
      const grant = { action: 'confirm_contact', caseNumber, textId: order.textId } as const;
      const confirmUrl = links.make('confirm-contact', grant, until);
      return { to, model: { template: order.template, caseNumber, confirmUrl, confirmUntil } };
    }
    case 'contact_changed': {
      const { subject, texts } = from;
      const text = texts.find(({ textId }) => textId === order.textId);
      const to = text?.texts['old'] ?? '';
      if (text === undefined || to === '') return undefined;
      const changedOn = civilDate(parseInstant(text.at));
      return { to, model: { template: order.template, caseNumber: subject.caseNumber, changedOn } };
    }
  }
}

/** Only while the question is open: a code that was typed is worth nothing any more. */
function codeModel(order: OrderOf<'identity_code'>, from: RequesterSubject): AddressedModel | undefined {
  const { context, subject, texts } = from;
  const inquiry = subject.inquiries.find(({ inquiryId }) => inquiryId === order.inquiryId);
  if (subject.status !== 'open' || inquiry?.kind !== 'identity' || inquiry.answeredAt !== null) return undefined;
  const code = identityCodeOf(context.keys, subject.caseNumber, inquiry);
  const to = inquiry.code === null ? '' : writtenIn(texts, inquiry.code.addressTextId, 'address');
  if (code === undefined || to === '') return undefined;
  return { to, model: { template: order.template, caseNumber: subject.caseNumber, code, caseUrl: caseUrlOf(from) } };
}
