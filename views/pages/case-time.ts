import { formatDate } from '../../domain/deadlines/format.ts';
import type { StaffCase } from '../../domain/outbox/staff-case.ts';
import { html, type Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import type { PageContext } from './page-context.ts';

/** Working days to the staff target, as large as nothing else: in words, so that no colour has to be seen. */
export function timeLeft(workingDays: number, { deskWork }: Texts): Html {
  const kind = workingDays < 0 ? ' late' : workingDays === 0 ? ' today' : '';
  return large(deskWork.time(workingDays), kind);
}

/** What stands in the place of the time left where none runs any more. */
export function timeOver(status: 'closed' | 'dismissed', { deskWork }: Texts): Html {
  return large(deskWork[status], ' over');
}

function large({ big, rest }: { readonly big: string; readonly rest: string }, kind: string): Html {
  return html`<strong class="days${kind}"><span class="big">${big}</span> ${rest}</strong>`;
}

/** By when the requester has the answer: the promised date, or that of an extension in force. */
export function dueDate(
  { extendedUntil, promisedDate }: StaffCase,
  { language }: PageContext,
  { deskWork }: Texts,
): string {
  return extendedUntil === null
    ? formatDate(promisedDate, language)
    : `${formatDate(extendedUntil, language)} (${deskWork.extended})`;
}

interface Waiting {
  readonly status: 'open' | 'unconfirmed';
  readonly isMail: boolean;
  readonly proposals: number;
  readonly openInquiries: number;
  readonly hasAssignee: boolean;
}

/** For whom or what a case waits first. */
export function waitsFor(
  { status, isMail, proposals, openInquiries, hasAssignee }: Waiting,
  { deskWork: { waits } }: Texts,
): string {
  if (status === 'unconfirmed') return isMail ? waits.sorting : waits.confirmation;
  if (proposals > 0) return waits.approval;
  if (!hasAssignee) return waits.handler;
  return openInquiries > 0 ? waits.requester : waits.answer;
}
