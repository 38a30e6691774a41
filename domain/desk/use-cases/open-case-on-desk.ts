import type { Answer, Case, CaseContent } from '../../cases/case.ts';
import { normaliseCaseNumber } from '../../cases/case-number.ts';
import type { CaseEvent } from '../../cases/case-events.ts';
import type { CaseText } from '../../cases/case-text.ts';
import type { StaffDependencies } from '../../cases/staff-of-case.ts';
import type { StaffMember } from '../../organisation.ts';
import type { CaseViewLog } from '../../ports.ts';
import { instantText } from '../../instants.ts';
import type { Absence } from '../absence.ts';
import { findSessionMember, maySee, type SessionDependencies, type SignedInMember } from '../session-member.ts';

export interface CaseOnDeskDependencies extends StaffDependencies, SessionDependencies {
  readonly views: CaseViewLog;
}

export type CaseOnDesk =
  | { readonly outcome: 'sign_in_needed' }
  /** No such case, or not one this member may see: which of them is not told. */
  | { readonly outcome: 'unknown'; readonly session: SignedInMember }
  | {
      readonly outcome: 'show';
      readonly member: StaffMember;
      readonly case: Case;
      readonly content: CaseContent;
      readonly texts: readonly CaseText[];
      readonly answers: readonly Answer[];
      readonly events: readonly CaseEvent[];
      /** Other cases of the same contact, and those linked by hand. */
      readonly related: readonly string[];
      readonly absences: readonly Absence[];
    };

/**
 * A case as staff see it. That it was looked at, by whom and when, is recorded apart from the audit trail. Changes
 * nothing of the case.
 */
export async function openCaseOnDesk(
  dependencies: CaseOnDeskDependencies,
  sessionSecret: string | undefined,
  typedNumber: string,
): Promise<CaseOnDesk> {
  const session = await findSessionMember(dependencies, sessionSecret);
  if (session === undefined) return { outcome: 'sign_in_needed' };
  const { cases, clock } = dependencies;
  const caseNumber = normaliseCaseNumber(typedNumber);
  const subject = caseNumber === undefined ? undefined : await cases.find(caseNumber);
  if (caseNumber === undefined || subject === undefined || !maySee(session, subject))
    return { outcome: 'unknown', session };
  const { member } = session;
  await dependencies.views.record({
    schemaVersion: 1,
    caseNumber,
    staffId: member.staffId,
    at: instantText(clock.now()),
  });
  const [content, texts, answers, events, ofContact, absences] = await Promise.all([
    cases.findContent(caseNumber),
    cases.listTexts(caseNumber),
    cases.listAnswers(caseNumber),
    cases.listEvents(caseNumber),
    cases.listOfContact(subject.contactHash),
    dependencies.absences.list(),
  ]);
  if (content === undefined) return { outcome: 'unknown', session };
  const related = [...new Set([...ofContact, ...subject.linkedCases])].filter((other) => other !== caseNumber);
  return { outcome: 'show', member, case: subject, content, texts, answers, events, related, absences };
}
