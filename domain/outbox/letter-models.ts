import { extensionWindowOf, isBeforeEndOf } from '../cases/check-extension.ts';
import { caseTimeOf } from '../cases/case-dates.ts';
import { Temporal } from 'temporal-polyfill';
import type { Part } from '../cases/part.ts';
import { explainExtension } from '../deadlines/explain-extension.ts';
import { parseInstant } from '../instants.ts';
import { caseUrlOf, type RequesterSubject, writtenIn } from './case-subject.ts';
import type { MailModel } from './mail-model.ts';
import type { MailOrder } from './outbox-row.ts';

type OrderOf<Template extends MailOrder['template']> = Extract<MailOrder, { template: Template }>;
export type LetterOrder = OrderOf<'inquiry' | 'message' | 'extension_letter' | 'retyped' | 'restriction_lifting'>;

/** Models of what staff write to the requester; undefined when it is answered, ended or withdrawn. */
export function letterModel(order: LetterOrder, from: RequesterSubject): MailModel | undefined {
  switch (order.template) {
    case 'inquiry':
      return inquiryModel(order, from);
    case 'message': {
      const text = writtenIn(from.texts, order.textId, 'text');
      return text === '' ? undefined : { template: order.template, ...common(from), text };
    }
    case 'extension_letter':
      return extensionModel(from);
    case 'retyped':
      return retypedModel(order, from);
    case 'restriction_lifting': {
      const part = partOf(from, order.partId);
      if (part === undefined || part.restriction === null || part.restriction.liftedAt !== null) return undefined;
      return { template: order.template, ...common(from), requestType: part.requestType };
    }
  }
}

function inquiryModel(order: OrderOf<'inquiry'>, from: RequesterSubject): MailModel | undefined {
  const { subject, texts, dates } = from;
  const inquiry = subject.inquiries.find(({ inquiryId }) => inquiryId === order.inquiryId);
  if (subject.status !== 'open' || inquiry === undefined || inquiry.answeredAt !== null) return undefined;
  return {
    template: order.template,
    ...common(from),
    identity: inquiry.kind === 'identity' ? { doubt: inquiry.doubt, level: inquiry.levelNeeded } : null,
    question: writtenIn(texts, inquiry.textId, 'text'),
    reminder: order.reminder,
    promisedDate: dates.promisedDate,
  };
}

/** Only while the letter still has to leave, and within the month: later it would extend nothing. */
function extensionModel(from: RequesterSubject): MailModel | undefined {
  const { subject, texts, dates } = from;
  const { extension, parts } = subject;
  if (subject.status !== 'open' || extension?.state !== 'approved') return undefined;
  const isExtended = ({ partId }: Part) => extension.partIds.includes(partId);
  const open = parts.filter((part) => part.decision === null);
  const extendedTypes = open.filter(isExtended).map(({ requestType }) => requestType);
  if (extendedTypes.length === 0) return undefined;
  const now = caseTimeOf(subject, from.wallNow);
  const { freelyUntil, officerUntil } = extensionWindowOf(subject, from.context.calendar);
  if (!isBeforeEndOf(officerUntil, now)) return undefined;
  return {
    template: 'extension_letter',
    ...common(from),
    extendedTypes,
    otherTypes: open.filter((part) => !isExtended(part)).map(({ requestType }) => requestType),
    readyTypes: parts
      .filter(({ decision }) => decision !== null && decision.outcome !== 'withdrawn')
      .map(({ requestType }) => requestType),
    ground: extension.ground,
    facts: writtenIn(texts, extension.textId, 'facts'),
    until: Temporal.PlainDate.from(extension.until),
    promisedDate: dates.promisedDate,
    reckoning: explainExtension(parseInstant(subject.receivedAt), subject.language),
    promiseMissed: extension.promiseMissed || !isBeforeEndOf(freelyUntil, now),
  };
}

function retypedModel(order: OrderOf<'retyped'>, from: RequesterSubject): MailModel | undefined {
  const part = partOf(from, order.partId);
  const reason = writtenIn(from.texts, order.textId, 'reason');
  if (part === undefined || reason === '') return undefined;
  return {
    template: order.template,
    ...common(from),
    to: part.requestType,
    reason,
    promisedDate: from.dates.promisedDate,
  };
}

function partOf({ subject }: RequesterSubject, partId: string): Part | undefined {
  return subject.parts.find((part) => part.partId === partId);
}

function common(from: RequesterSubject) {
  return { caseNumber: from.subject.caseNumber, requesterName: from.requester.name, caseUrl: caseUrlOf(from) };
}
