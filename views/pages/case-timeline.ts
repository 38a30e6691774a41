import type { Actor } from '../../domain/cases/actor.ts';
import type { CaseEvent, CaseEventType } from '../../domain/cases/case-events.ts';
import type { CaseText } from '../../domain/cases/case-text.ts';
import { formatInstant } from '../../domain/deadlines/format.ts';
import { parseInstant } from '../../domain/instants.ts';
import { html, type Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { aboutEvent } from './case-summary.ts';
import type { CaseView } from './case-view.ts';
import type { PageContext } from './page-context.ts';
import { written } from './page-parts.ts';

/** Events that are seen at once; those before them are a press away. */
const SHOWN_AT_ONCE = 10;

/** Texts that say why something was done; what was written to people stands among the messages. */
const REASONS: Readonly<Partial<Record<CaseEventType, readonly CaseText['kind'][]>>> = {
  proposal_made: ['extension_reasons', 'retyping_reasons'],
  proposal_sent_back: ['note'],
  part_retyped: ['retyping_reasons'],
  delay_explained: ['delay_reasons'],
  task_ended: ['reason'],
  case_reopened: ['note'],
  wrong_recipient: ['note'],
};

/** Everything that happened, the newest first: when, what, about what, by whom, and why. */
export function timelineSection(view: CaseView, context: PageContext, texts: Texts): Html {
  const { case: words } = texts.deskWork;
  return html`<section>
    <h2>${texts.deskPages.action.eventsHeading}</h2>
    ${view.events.length > 1 && html`<p class="hint">${words.newestFirst}</p>`} ${timeline(view, context, texts)}
  </section>`;
}

/** The same without a heading. */
export function timeline(view: CaseView, context: PageContext, texts: Texts): Html {
  const newest = view.events.toReversed();
  const [recent, earlier] = [newest.slice(0, SHOWN_AT_ONCE), newest.slice(SHOWN_AT_ONCE)];
  const list = (events: readonly CaseEvent[]) =>
    html`<ol class="events" reversed>
      ${events.map((event) => html`<li>${line(event, view, context, texts)}</li> `)}
    </ol>`;
  return html`${list(recent)}
  ${
    earlier.length > 0 &&
    html`<details>
      <summary>${texts.deskWork.case.earlier(earlier.length)}</summary>
      ${list(earlier)}
    </details>`
  }`;
}

function line(event: CaseEvent, view: CaseView, context: PageContext, texts: Texts): Html {
  const reason = reasonOf(event, view);
  return html`<time datetime="${event.at}">${formatInstant(parseInstant(event.at), context.language)}:</time>
    ${texts.words.events[event.type]}
    <span class="by">(${aboutEvent(event, view, context, texts)})</span>
    ${reason !== undefined && html`<span class="by">${texts.deskWork.case.reason} ${written(reason)}</span>`}`;
}

/** What was written in the same change by the same person. */
function reasonOf({ type, at, actor }: CaseEvent, { texts }: CaseView): string | undefined {
  const kinds = REASONS[type] ?? [];
  const text = texts.find(
    ({ kind, at: writtenAt, from }) => kinds.includes(kind) && writtenAt === at && isSameActor(from, actor),
  );
  return text === undefined ? undefined : Object.values(text.texts)[0];
}

function isSameActor(one: Actor, other: Actor): boolean {
  return one.kind === 'staff' ? other.kind === 'staff' && one.staffId === other.staffId : one.kind === other.kind;
}
