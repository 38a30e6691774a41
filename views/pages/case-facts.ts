import type { Case, CaseContent } from '../../domain/cases/case.ts';
import { hasStatutoryLimit } from '../../domain/cases/case-dates.ts';
import { isCodeTold } from '../../domain/cases/collection-code.ts';
import { identityLevelOf, neededIdentityLevel } from '../../domain/cases/identity-of-case.ts';
import { explainDeadlines } from '../../domain/deadlines/explain.ts';
import { formatDate, formatInstant } from '../../domain/deadlines/format.ts';
import { statutoryIfSuspended } from '../../domain/deadlines/suspension.ts';
import { parseInstant } from '../../domain/instants.ts';
import { html, type Html, type Piece } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { actorName, type CaseView, mayKnowConfidential, staffName } from './case-view.ts';
import { caseAddress, type PageContext } from './page-context.ts';
import { factList, written } from './page-parts.ts';

type Fact = { readonly label: string; readonly value: Piece };

/** Number, state, dates and people of a case, with how its dates were reckoned. */
export function caseFacts(view: CaseView, context: PageContext, texts: Texts): Html {
  const { language } = context;
  const { labels, statuses, daysLeft, none, nobody } = texts.words;
  const { case: words } = texts.deskPages;
  const { case: subject, staffCase } = view;
  const { statutoryDate } = staffCase;
  const receivedAt = parseInstant(subject.receivedAt);
  return html`${factList([
      { label: labels.caseNumber, value: subject.caseNumber },
      { label: labels.status, value: statuses[subject.status] },
      { label: labels.received, value: formatInstant(receivedAt, language) },
      { label: words.through, value: texts.deskWords.channels[subject.receivedThrough] },
      { label: words.language, value: texts.deskPages.intake.languages[subject.language] },
      { label: labels.promised, value: formatDate(staffCase.promisedDate, language) },
      ...extensionFacts(subject, staffCase, context, texts),
      ...(subject.status === 'closed' || subject.status === 'dismissed'
        ? []
        : [{ label: labels.daysLeft, value: daysLeft(staffCase.workingDaysLeft) }]),
      { label: labels.statutory, value: statutoryDate === null ? none : formatDate(statutoryDate, language) },
      ...suspendedFacts(view, context, texts),
      { label: labels.assignee, value: staffCase.assigneeName ?? nobody },
      ...personFacts(view, context, texts),
      ...codeFacts(subject, texts),
      ...linkFacts(subject, context, texts),
    ])}
    <details>
      <summary>${words.whyHeading}</summary>
      <p>${explainDeadlines(receivedAt, language, view.calendar)}</p>
    </details>`;
}

function extensionFacts(
  { extension }: Case,
  { extendedUntil }: CaseView['staffCase'],
  { language }: PageContext,
  texts: Texts,
): readonly Fact[] {
  if (extension === null) return [];
  const { extendedUntil: label, extensionStates } = texts.deskPages.case;
  const state = extensionStates[extension.state];
  return [{ label, value: extendedUntil === null ? state : `${formatDate(extendedUntil, language)} (${state})` }];
}

/** For the privacy officer only, and uncertain: no other date is reckoned from it. */
function suspendedFacts(view: CaseView, { language }: PageContext, texts: Texts): readonly Fact[] {
  if (view.member.role !== 'privacy_officer' || !hasStatutoryLimit(view.case)) return [];
  return view.case.inquiries.flatMap(({ askedAt, answeredAt }) => {
    const limit = statutoryIfSuspended(
      parseInstant(view.case.receivedAt),
      { askedAt: parseInstant(askedAt), answeredAt: answeredAt === null ? null : parseInstant(answeredAt) },
      view.calendar,
    );
    return limit === null ? [] : [{ label: texts.deskPages.case.ifSuspended, value: formatDate(limit.date, language) }];
  });
}

function personFacts({ case: subject }: CaseView, context: PageContext, texts: Texts): readonly Fact[] {
  const { organisation, language } = context;
  const { case: words } = texts.deskPages;
  const { identityLevels, identityMethods, representatives, by } = texts.deskWords;
  const { identity, representation } = subject;
  const known =
    identity === null
      ? identityLevels[identityLevelOf(subject)]
      : `${identityLevels[identityLevelOf(subject)]}: ${identityMethods[identity.method]}, ${by(actorName(identity.by, organisation, texts))}, ${formatInstant(parseInstant(identity.at), language)}`;
  return [
    { label: words.identity, value: known },
    ...(subject.status === 'open'
      ? [{ label: words.identityNeeded, value: identityLevels[neededIdentityLevel(subject)] }]
      : []),
    ...(representation === null
      ? []
      : [
          {
            label: words.representation,
            value: `${representatives[representation.as]}; ${
              representation.mandate === null
                ? words.mandateNotSeen
                : words.mandateSeen(
                    staffName(representation.mandate.seenBy, organisation, texts),
                    formatInstant(parseInstant(representation.mandate.seenAt), language),
                  )
            }`,
          },
        ]),
  ];
}

/** Only where one is missing: nobody can open the answer then. */
function codeFacts(subject: Case, { words, deskPages }: Texts): readonly Fact[] {
  const isMissing = (subject.status === 'open' || subject.status === 'closed') && !isCodeTold(subject);
  return isMissing ? [{ label: words.labels.collectionCode, value: deskPages.case.noCode }] : [];
}

function linkFacts(subject: Case, context: PageContext, texts: Texts): readonly Fact[] {
  const { case: words } = texts.deskPages;
  const { linkedCases, excludedStaff } = subject;
  const collectedAt = subject.status === 'closed' ? subject.collectedAt : null;
  return [
    ...(linkedCases.length === 0
      ? []
      : [
          {
            label: words.linked,
            value: linkedCases.map((number) => html`<a href="${caseAddress(context, number)}">${number}</a> `),
          },
        ]),
    ...(excludedStaff.length === 0
      ? []
      : [
          {
            label: words.excluded,
            value: texts.words.list(excludedStaff.map((staffId) => staffName(staffId, context.organisation, texts))),
          },
        ]),
    ...(collectedAt === null
      ? []
      : [{ label: words.collected, value: formatInstant(parseInstant(collectedAt), context.language) }]),
  ];
}

/** What the requester wrote about themselves, and the message besides the parts. */
export function contentFacts({ requester, message, onBehalfOf }: CaseContent, texts: Texts): Html {
  const { labels, relations } = texts.words;
  const { case: words } = texts.deskPages;
  const { email, phone, postalAddress, relation } = requester;
  return factList([
    { label: labels.name, value: written(requester.name) },
    ...(email === undefined ? [] : [{ label: labels.email, value: written(email) }]),
    ...(phone === undefined ? [] : [{ label: labels.phone, value: written(phone) }]),
    ...(postalAddress === undefined ? [] : [{ label: words.postalAddress, value: written(postalAddress) }]),
    ...(relation === undefined ? [] : [{ label: labels.relation, value: relations[relation] }]),
    ...(onBehalfOf === undefined ? [] : [{ label: words.onBehalfOf, value: written(onBehalfOf) }]),
    ...(message === undefined ? [] : [{ label: labels.message, value: written(message) }]),
  ]);
}

/** Whether a recipient's name may be shown to whoever looks. */
export function mayName(view: CaseView, recipientId: string, { organisation }: PageContext): boolean {
  const recipient = organisation.recipients.find((each) => each.recipientId === recipientId);
  return recipient === undefined || !recipient.confidential || mayKnowConfidential(view.member);
}
