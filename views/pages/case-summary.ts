import type { Case } from '../../domain/cases/case.ts';
import type { CaseEvent } from '../../domain/cases/case-events.ts';
import { formatInstant } from '../../domain/deadlines/format.ts';
import { parseInstant } from '../../domain/instants.ts';
import { html, type Html, type Piece } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { dueDate, timeLeft, timeOver, waitsFor } from './case-time.ts';
import { actorName, type CaseView } from './case-view.ts';
import { typesOf } from './desk-case-table.ts';
import { eventDetails } from './event-details.ts';
import { isUnsorted } from './mail-section.ts';
import type { PageContext } from './page-context.ts';
import { factList, written } from './page-parts.ts';

/** A case in ten seconds: the time left, who asks what, by when, who has it, what was done last. */
export function caseSummary(view: CaseView, context: PageContext, texts: Texts): Html {
  const { case: subject, staffCase, content } = view;
  const { case: words } = texts.deskWork;
  const { labels, nobody } = texts.words;
  const verb = isUnsorted(view) ? words.seemsToAsk : words.asks;
  return html`<section aria-labelledby="in-short">
    <h2 id="in-short" class="away">${words.inShort}</h2>
    <div class="short">
      ${isOver(subject) ? timeOver(subject.status, texts) : timeLeft(staffCase.workingDaysLeft, texts)}
      <div>
        <p class="lead">
          ${written(content.requester.name)}
          ${content.onBehalfOf !== undefined && html`(${words.onBehalfOf} ${written(content.onBehalfOf)})`} ${verb}:
          <strong>${typesOf(staffCase.requestTypes, texts)}</strong>
        </p>
        ${factList([
          { label: labels.promised, value: dueDate(staffCase, context, texts) },
          { label: labels.assignee, value: staffCase.assigneeName ?? nobody },
          { label: labels.status, value: stateOf(subject, staffCase.assigneeName !== null, texts) },
          ...lastDone(view, context, texts),
        ])}
      </div>
    </div>
  </section>`;
}

function isOver(subject: Case): subject is Extract<Case, { status: 'closed' | 'dismissed' }> {
  return subject.status === 'closed' || subject.status === 'dismissed';
}

function stateOf(subject: Case, hasAssignee: boolean, texts: Texts): Piece {
  const state = texts.words.statuses[subject.status];
  if (isOver(subject)) return state;
  const waits = waitsFor(
    {
      status: subject.status,
      isMail: subject.inbound !== null,
      proposals: subject.proposals.length,
      openInquiries: subject.inquiries.filter(({ answeredAt }) => answeredAt === null).length,
      hasAssignee,
    },
    texts,
  );
  return `${state}; ${waits}`;
}

function lastDone(view: CaseView, context: PageContext, texts: Texts) {
  const last = view.events.at(-1);
  if (last === undefined) return [];
  const when = formatInstant(parseInstant(last.at), context.language);
  const value = html`${texts.words.events[last.type]}, ${when}
    <span class="by">(${aboutEvent(last, view, context, texts)})</span>`;
  return [{ label: texts.deskWork.case.lastDone, value }];
}

/** What an event was about and who did it. */
export function aboutEvent(event: CaseEvent, view: CaseView, context: PageContext, texts: Texts): string {
  return [
    ...eventDetails(event, view, context, texts),
    texts.deskWords.by(actorName(event.actor, context.organisation, texts)),
  ].join(', ');
}
