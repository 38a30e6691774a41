import { Temporal } from 'temporal-polyfill';
import type { CaseEvent } from '../../domain/cases/case-events.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import { otherAddressOf } from '../../domain/inbound-mail/joined-mail.ts';
import { findStaff } from '../../domain/organisation.ts';
import type { Texts } from '../texts/nl.ts';
import { mayName } from './case-facts.ts';
import { type CaseView, textOf } from './case-view.ts';
import type { PageContext } from './page-context.ts';

type Labels = Readonly<Record<string, string>>;

/** What each code in the details of an event is called; hashes and ids mean nothing to people and are left out. */
function labelsOf({ words, deskWords, deskPages }: Texts): Readonly<Record<string, Labels>> {
  const { proposalKinds, inquiryKinds, taskKinds, refusalGrounds, extensionGrounds, taskEnds } = deskWords;
  return {
    requestType: words.names,
    from: words.names,
    to: words.names,
    kind: { ...proposalKinds, ...inquiryKinds, ...taskKinds },
    outcome: deskWords.outcomes,
    ground: { ...words.grounds, ...refusalGrounds, ...extensionGrounds },
    doubt: deskWords.doubts,
    method: deskWords.identityMethods,
    as: { ...deskWords.representatives, ...taskEnds },
    through: deskWords.channels,
    reason: deskPages.intake.lateReasons,
  };
}

/** What an event is about and why, in words, in the order it was noted. */
export function eventDetails(
  { details }: CaseEvent,
  view: CaseView,
  context: PageContext,
  texts: Texts,
): readonly string[] {
  const labels = labelsOf(texts);
  return Object.entries(details).flatMap(([key, value]) => {
    const words = labels[key]?.[value] ?? nameOf(key, value, view, context, texts);
    return words === undefined ? [] : [words];
  });
}

function nameOf(key: string, value: string, view: CaseView, context: PageContext, texts: Texts): string | undefined {
  const { organisation, language } = context;
  switch (key) {
    case 'partId':
      return texts.words.part(value);
    case 'to':
    case 'staffId':
      return findStaff(organisation, value)?.name;
    case 'approvedBy':
      return texts.deskPages.case.approvedBy(findStaff(organisation, value)?.name ?? texts.words.formerColleague);
    case 'textId': {
      const text = textOf(view, value);
      return text === undefined || otherAddressOf(text) === undefined ? undefined : texts.deskMail.joined.fromOther;
    }
    case 'until':
      return formatDate(Temporal.PlainDate.from(value), language);
    case 'step':
      return stepWords(value, texts);
    case 'recipientId':
      return mayName(view, value, context)
        ? organisation.recipients.find(({ recipientId }) => recipientId === value)?.name
        : texts.deskActions.confidential;
    default:
      return undefined;
  }
}

/** Why the desk reminded or escalated. */
function stepWords(step: string, { deskWork }: Texts): string {
  const { steps, stillOpen, inquiryStep, taskStep, steppedAs } = deskWork.case;
  const named: Readonly<Record<string, string>> = steps;
  const why = step.startsWith('inquiry_') ? inquiryStep : step.startsWith('task_') ? taskStep : stillOpen;
  return steppedAs(named[step] ?? why);
}
