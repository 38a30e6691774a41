import { Temporal } from 'temporal-polyfill';
import { caseTimeOf } from '../cases/case-dates.ts';
import { undecidedParts } from '../cases/case-ladder.ts';
import { isBeforeEndOf } from '../cases/check-extension.ts';
import { isCodeOfSubmission } from '../cases/collection-code.ts';
import { REQUEST_TYPE_RULES, type RequestType } from '../cases/request-types.ts';
import { civilDate } from '../deadlines/deadlines.ts';
import { explainPromise } from '../deadlines/explain.ts';
import { parseInstant } from '../instants.ts';
import { caseUrlOf, type RequesterSubject, writtenIn } from './case-subject.ts';
import { extendedUntilOf } from './extended-until.ts';
import type { CodeSource, MailModel } from './mail-model.ts';
import type { MailOrder } from './outbox-row.ts';

const COLLECT_LINK_DAYS = 60;
const CONFIRM_LINK_DAYS_AT_LEAST = 7;

export type ProgressOrder = Extract<
  MailOrder,
  {
    template:
      | 'confirm_request'
      | 'marketing_stopped'
      | 'acknowledgement'
      | 'answer_ready'
      | 'answer_reminder'
      | 'promise_missed'
      | 'withdrawal_confirmed'
      | 'case_reopened';
  }
>;

/** Models of mails about how far a case is; undefined when it has moved on. */
export function progressModel(order: ProgressOrder, from: RequesterSubject): MailModel | undefined {
  const { template } = order;
  const { subject, dates } = from;
  const { caseNumber } = subject;
  const requesterName = from.requester.name;
  switch (template) {
    case 'confirm_request':
      return confirmModel(from);
    case 'marketing_stopped': {
      const moreToCome = subject.parts.some(
        (part) => part.decision === null || !REQUEST_TYPE_RULES[part.requestType].carriedOutAtOnce,
      );
      const stoppedOn = order.on === undefined ? dates.receivedDate : Temporal.PlainDate.from(order.on);
      return { template, caseNumber, stoppedOn, moreToCome };
    }
    case 'acknowledgement': {
      const reckoning = explainPromise(parseInstant(subject.receivedAt), subject.language);
      return {
        template,
        caseNumber,
        // A name in a mail that nobody has looked at may be anything (rule R5).
        requesterName: subject.status === 'unconfirmed' ? null : requesterName,
        receivedAt: parseInstant(subject.receivedAt),
        requestTypes: subject.parts.map((part) => part.requestType),
        promisedDate: dates.promisedDate,
        reckoning,
        caseUrl: caseUrlOf(from),
        codeFrom: codeSourceOf(from),
      };
    }
    case 'answer_ready':
      return subject.status === 'closed' ? { template, caseNumber, requesterName, ...collecting(from) } : undefined;
    case 'answer_reminder':
      return subject.status === 'closed' && subject.collectedAt === null
        ? { template, caseNumber, requesterName, ...collecting(from) }
        : undefined;
    case 'promise_missed':
      return missedModel(from);
    case 'withdrawal_confirmed': {
      const withdrawnTypes = typesOf(subject.parts.filter((part) => part.decision?.outcome === 'withdrawn'));
      const openTypes = typesOf(subject.parts.filter((part) => part.decision === null));
      return withdrawnTypes.length === 0
        ? undefined
        : { template, caseNumber, requesterName, withdrawnTypes, openTypes };
    }
    case 'case_reopened':
      return subject.status === 'open'
        ? {
            template,
            caseNumber,
            requesterName,
            requestTypes: typesOf(subject.parts.filter((part) => part.decision === null)),
            caseUrl: caseUrlOf(from),
          }
        : undefined;
  }
}

function confirmModel({ subject, dates, links, wallNow }: RequesterSubject): MailModel | undefined {
  if (subject.status !== 'unconfirmed') return undefined;
  const { caseNumber } = subject;
  const untilPromise = caseTimeOf(subject, wallNow).until(dates.promisedUntil);
  const atLeast = Temporal.Duration.from({ hours: CONFIRM_LINK_DAYS_AT_LEAST * 24 });
  const lives = Temporal.Duration.compare(untilPromise, atLeast) < 0 ? atLeast : untilPromise;
  const confirmUrl = links.make('confirm', { action: 'confirm', caseNumber }, wallNow.add(lives));
  return { template: 'confirm_request', caseNumber, promisedDate: dates.promisedDate, confirmUrl };
}

function codeSourceOf({ subject }: Pick<RequesterSubject, 'subject'>): CodeSource {
  return isCodeOfSubmission(subject) ? 'submission' : 'staff';
}

function collecting({ subject, links, wallNow }: RequesterSubject) {
  const until = wallNow.add({ hours: COLLECT_LINK_DAYS * 24 });
  const collectUrl = links.make('collect', { action: 'collect', caseNumber: subject.caseNumber }, until);
  return { collectUrl, collectUntil: civilDate(until).subtract({ days: 1 }), codeFrom: codeSourceOf({ subject }) };
}

/** Only parts that are late are named: never one whose limit was lawfully extended to a day still to come. */
function missedModel({ subject, requester, texts, dates, wallNow }: RequesterSubject): MailModel | undefined {
  if (subject.status !== 'open') return undefined;
  const { promised, extended } = undecidedParts(subject);
  const until = extendedUntilOf(subject);
  const extensionIsOver = until !== null && !isBeforeEndOf(until, caseTimeOf(subject, wallNow));
  const requestTypes = typesOf([...promised, ...(extensionIsOver ? extended : [])]);
  if (requestTypes.length === 0) return undefined;
  return {
    template: 'promise_missed',
    caseNumber: subject.caseNumber,
    requesterName: requester.name,
    requestTypes,
    promisedDate: promised.length === 0 && until !== null ? until : dates.promisedDate,
    delay: delayOf({ subject, texts, wallNow }),
  };
}

/** A new date that has passed as well is not told again. */
function delayOf({
  subject,
  texts,
  wallNow,
}: Pick<RequesterSubject, 'subject' | 'texts' | 'wallNow'>): Extract<
  MailModel,
  { template: 'promise_missed' }
>['delay'] {
  const cause = subject.delay === null ? '' : writtenIn(texts, subject.delay.textId, 'text');
  if (subject.delay === null || cause === '') return null;
  const until = subject.delay.until === null ? null : Temporal.PlainDate.from(subject.delay.until);
  const isToCome = until !== null && isBeforeEndOf(until, caseTimeOf(subject, wallNow));
  return { cause, until: isToCome ? until : null };
}

function typesOf(parts: readonly { readonly requestType: RequestType }[]): readonly RequestType[] {
  return parts.map(({ requestType }) => requestType);
}
