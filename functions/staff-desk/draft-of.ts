import type { Part } from '../../domain/cases/part.ts';
import { civilDate } from '../../domain/deadlines/deadlines.ts';
import { parseInstant } from '../../domain/instants.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import { draftAnswer } from '../../views/letters/draft-answer.ts';
import type { CaseView } from '../../views/pages/case-view.ts';

/** The draft an answer to a part starts from, in the language of the requester. */
export function draftOf(
  view: CaseView,
  { partId, requestType, restriction }: Part,
  organisation: OrganisationProfile,
): string {
  const { case: subject, content, at } = view;
  const told = subject.tasks.flatMap((task) =>
    task.kind === 'recipient_notice' && task.partId === partId ? [task.recipientId] : [],
  );
  return draftAnswer(organisation, requestType, subject.language, {
    caseNumber: subject.caseNumber,
    requesterName: content.requester.name,
    receivedDate: civilDate(parseInstant(subject.receivedAt)),
    today: civilDate(at),
    ...(restriction !== null && { frozenSince: civilDate(parseInstant(restriction.since)) }),
    ...(told.length > 0 && { recipientsTold: told }),
  });
}
