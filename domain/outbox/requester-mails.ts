import type { Temporal } from 'temporal-polyfill';
import type { Case } from '../cases/case.ts';
import { datesOf } from '../cases/case-dates.ts';
import type { ActionToken } from '../desk/action-token.ts';
import type { BuiltMail, LetterContext, MailContext } from './built-mail.ts';
import type { AddressedModel, RequesterSubject } from './case-subject.ts';
import { letterModel, type LetterOrder } from './letter-models.ts';
import { linkMaker } from './link-maker.ts';
import type { MailModel } from './mail-model.ts';
import type { MailOrder } from './outbox-row.ts';
import { replyAddress } from '../inbound-mail/reply-address.ts';
import { progressModel, type ProgressOrder } from './progress-models.ts';
import { proofModel, type ProofOrder } from './proof-models.ts';

export type RequesterOrder = ProgressOrder | LetterOrder | ProofOrder;

/** Whether an order is for a mail to the requester: what may be posted instead. */
export function isRequesterOrder(order: MailOrder): order is RequesterOrder {
  return TO_REQUESTERS.has(order.template);
}

const TO_REQUESTERS: ReadonlySet<MailOrder['template']> = new Set<RequesterOrder['template']>([
  'confirm_request',
  'marketing_stopped',
  'acknowledgement',
  'answer_ready',
  'answer_reminder',
  'promise_missed',
  'withdrawal_confirmed',
  'case_reopened',
  'inquiry',
  'message',
  'extension_letter',
  'retyped',
  'restriction_lifting',
  'identity_code',
  'confirm_contact',
  'contact_changed',
]);

/** Mails that may reach somebody who asked nothing: they are counted (rule R6). */
const TO_UNPROVEN_ADDRESS: ReadonlySet<MailModel['template']> = new Set([
  'confirm_request',
  'marketing_stopped',
  'confirm_contact',
]);

/** A mail to a requester before its envelope. */
export interface RequesterLetter {
  readonly subject: Case;
  /** Null when the requester has no e-mail address: what is then sent is a letter by post. */
  readonly to: string | null;
  readonly model: MailModel;
  /** What its links need; worth nothing until they are stored. */
  readonly tokens: readonly ActionToken[];
}

/**
 * What a mail to a requester says, as the case is now, whether or not there is an address to mail it to; undefined when
 * the case has moved past it.
 */
export async function requesterLetter(
  context: LetterContext,
  order: RequesterOrder,
  wallNow: Temporal.Instant,
): Promise<RequesterLetter | undefined> {
  const { cases } = context;
  const subject = await cases.find(order.caseNumber);
  const content = await cases.findContent(order.caseNumber);
  if (subject === undefined || content === undefined) return undefined;
  const links = linkMaker(context, subject.language);
  const addressed = addressedModel(order, {
    context,
    subject,
    requester: content.requester,
    texts: hasText(order) ? await cases.listTexts(order.caseNumber) : [],
    dates: datesOf(subject, context.calendar),
    links,
    wallNow,
  });
  return addressed === undefined ? undefined : { subject, ...addressed, tokens: links.tokens };
}

/**
 * A mail to the requester, or to another address of theirs; undefined when the case has moved past it, and when there
 * is no address to send it to.
 */
export async function requesterMail(
  context: MailContext,
  order: RequesterOrder,
  wallNow: Temporal.Instant,
): Promise<BuiltMail | undefined> {
  const letter = await requesterLetter(context, order, wallNow);
  if (letter === undefined || letter.to === null) return undefined;
  const { subject, to, model, tokens } = letter;
  return {
    to,
    language: subject.language,
    model,
    tokens,
    rehearsal: subject.clock.kind === 'rehearsal',
    ...(context.inboundMailDomain !== null && {
      replyTo: replyAddress(context.keys, subject.caseNumber, context.inboundMailDomain),
    }),
    ...(subject.inbound !== null && order.template === 'acknowledgement' && { coolDown: acknowledgedOnce(subject) }),
    unconfirmedContact: TO_UNPROVEN_ADDRESS.has(model.template) ? subject.contactHash.mac : null,
  };
}

/** Whoever writes many mails, or has a machine that does, is answered once a day. */
function acknowledgedOnce({ contactHash }: Case): { readonly subject: string; readonly seconds: number } {
  return { subject: `acknowledged-${contactHash.mac}`, seconds: 86_400 };
}

function addressedModel(order: RequesterOrder, from: RequesterSubject): AddressedModel | undefined {
  switch (order.template) {
    case 'identity_code':
    case 'confirm_contact':
    case 'contact_changed':
      return proofModel(order, from);
    case 'inquiry':
    case 'message':
    case 'extension_letter':
    case 'retyped':
    case 'restriction_lifting':
      return toRequester(letterModel(order, from), from);
    case 'confirm_request':
    case 'marketing_stopped':
    case 'acknowledgement':
    case 'answer_ready':
    case 'answer_reminder':
    case 'promise_missed':
    case 'withdrawal_confirmed':
    case 'case_reopened':
      return toRequester(progressModel(order, from), from);
  }
}

function toRequester(model: MailModel | undefined, { requester }: RequesterSubject): AddressedModel | undefined {
  return model === undefined ? undefined : { to: requester.email ?? null, model };
}

function hasText({ template }: RequesterOrder): boolean {
  return !NO_TEXT.has(template);
}

const NO_TEXT: ReadonlySet<RequesterOrder['template']> = new Set([
  'confirm_request',
  'marketing_stopped',
  'acknowledgement',
  'answer_ready',
  'answer_reminder',
  'withdrawal_confirmed',
  'case_reopened',
  'restriction_lifting',
]);
