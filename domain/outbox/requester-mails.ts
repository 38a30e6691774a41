import { Temporal } from 'temporal-polyfill';
import type { Case, CaseContent } from '../cases/case.ts';
import { caseTimeOf, datesOf } from '../cases/case-dates.ts';
import { REQUEST_TYPE_RULES } from '../cases/request-types.ts';
import { civilDate } from '../deadlines/deadlines.ts';
import { explainDeadlines } from '../deadlines/explain.ts';
import { parseInstant } from '../instants.ts';
import type { BuiltMail, MailContext } from './built-mail.ts';
import { type LinkMaker, linkMaker } from './link-maker.ts';
import type { MailModel } from './mail-model.ts';
import type { MailOrder } from './outbox-row.ts';

const COLLECT_LINK_DAYS = 60;
const CONFIRM_LINK_DAYS_AT_LEAST = 7;

type RequesterOrder = Extract<
  MailOrder,
  { template: 'confirm_request' | 'marketing_stopped' | 'acknowledgement' | 'answer_ready' | 'promise_missed' }
>;

/** A mail to the requester; undefined when the case has moved past it. */
export async function requesterMail(
  context: MailContext,
  order: RequesterOrder,
  wallNow: Temporal.Instant,
): Promise<BuiltMail | undefined> {
  const subject = await context.cases.find(order.caseNumber);
  const content = await context.cases.findContent(order.caseNumber);
  if (subject === undefined || content === undefined) return undefined;
  const links = linkMaker(context, subject.language);
  const model = requesterModel(context, order.template, subject, content, links, wallNow);
  if (model === undefined) return undefined;
  return {
    to: content.requester.email,
    language: subject.language,
    model,
    tokens: links.tokens,
    rehearsal: subject.clock.kind === 'rehearsal',
    unconfirmedContact:
      model.template === 'confirm_request' || model.template === 'marketing_stopped' ? subject.contactHash.mac : null,
  };
}

function requesterModel(
  context: MailContext,
  template: RequesterOrder['template'],
  subject: Case,
  content: CaseContent,
  links: LinkMaker,
  wallNow: Temporal.Instant,
): MailModel | undefined {
  const { caseNumber } = subject;
  const dates = datesOf(subject, context.calendar);
  const requesterName = content.requester.name;
  const requestTypes = subject.parts.map((part) => part.requestType);
  switch (template) {
    case 'confirm_request': {
      if (subject.status !== 'unconfirmed') return undefined;
      const untilPromise = caseTimeOf(subject, wallNow).until(dates.promisedUntil);
      const atLeast = Temporal.Duration.from({ hours: CONFIRM_LINK_DAYS_AT_LEAST * 24 });
      const lives = Temporal.Duration.compare(untilPromise, atLeast) < 0 ? atLeast : untilPromise;
      const confirmUrl = links.make('confirm', { action: 'confirm', caseNumber }, wallNow.add(lives));
      return { template, caseNumber, promisedDate: dates.promisedDate, confirmUrl };
    }
    case 'marketing_stopped': {
      const moreToCome = subject.parts.some(
        (part) => part.decision === null || !REQUEST_TYPE_RULES[part.requestType].carriedOutAtOnce,
      );
      return { template, caseNumber, stoppedOn: dates.receivedDate, moreToCome };
    }
    case 'acknowledgement': {
      const { promise } = explainDeadlines(parseInstant(subject.receivedAt), subject.language, context.calendar);
      return {
        template,
        caseNumber,
        requesterName,
        receivedAt: parseInstant(subject.receivedAt),
        requestTypes,
        promisedDate: dates.promisedDate,
        reckoning: promise,
      };
    }
    case 'answer_ready': {
      const until = wallNow.add({ hours: COLLECT_LINK_DAYS * 24 });
      const collectUrl = links.make('collect', { action: 'collect', caseNumber }, until);
      return { template, caseNumber, requesterName, collectUrl, collectUntil: civilDate(until).subtract({ days: 1 }) };
    }
    case 'promise_missed':
      return subject.status === 'open'
        ? { template, caseNumber, requesterName, requestTypes, promisedDate: dates.promisedDate }
        : undefined;
  }
}
