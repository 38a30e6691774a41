import type { ChangeDependencies } from '../../domain/cases/commit-change.ts';
import { civilDate } from '../../domain/deadlines/deadlines.ts';
import { doneBefore } from '../../domain/desk/done-before.ts';
import type { OpenedAction } from '../../domain/desk/use-cases/open-action.ts';
import { parseInstant } from '../../domain/instants.ts';
import { staffCaseOf } from '../../domain/outbox/staff-case.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import type { Language } from '../../domain/languages.ts';
import type { Clock } from '../../domain/ports.ts';
import { nameOf } from './name-of.ts';
import type { StaffActionModel } from '../../views/pages/staff-action-page.ts';

/** What the page of a staff link shows of the case. `secret` is posted on with the decision. */
export function staffActionModel(
  dependencies: Pick<ChangeDependencies, 'calendar'> & {
    readonly organisation: OrganisationProfile;
    readonly clock: Clock;
  },
  { token, case: subject, content, events }: Extract<OpenedAction, { outcome: 'show' }>,
  secret: string,
  language: Language,
): StaffActionModel {
  const before = doneBefore(token, subject);
  return {
    action: token.action,
    token: secret,
    ...(token.action === 'answer' && { partId: token.partId }),
    subject: {
      ...staffCaseOf(subject, dependencies.clock.now(), dependencies),
      status: subject.status,
      receivedAt: parseInstant(subject.receivedAt),
    },
    ...(before !== undefined && {
      done: { byName: nameOf(before, dependencies.organisation, language), at: parseInstant(before.at) },
    }),
    content,
    parts: subject.parts.map(({ partId, requestType, decision }) => ({
      partId,
      requestType,
      decidedOn: decision === null ? null : civilDate(parseInstant(decision.decidedAt)),
    })),
    events: events.map(({ at, type }) => ({ at: parseInstant(at), what: type })),
  };
}
