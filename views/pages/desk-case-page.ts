import type { PossibleAction } from '../../domain/outbox/possible-actions.ts';
import { html, type Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { actionsSection } from './case-actions.ts';
import { caseFacts, contentFacts } from './case-facts.ts';
import { caseSummary } from './case-summary.ts';
import { timelineSection } from './case-timeline.ts';
import { inquiriesSection, proposalsSection, tasksSection, textsSection } from './case-work.ts';
import type { CaseView } from './case-view.ts';
import { renderPage } from './layout.ts';
import { mailSection, partsOrProposal } from './mail-section.ts';
import { caseAddress, pageAddress, PATHS, type PageContext } from './page-context.ts';

export interface DeskCaseModel {
  readonly view: CaseView;
  /** What whoever looks can do now, the most usual first. */
  readonly actions: readonly PossibleAction[];
  /** Numbers of other cases of the same person. */
  readonly related: readonly string[];
}

/**
 * A case on the desk: in short, what now, then everything known of it. Shows personal data: for a session that may see
 * the case only.
 */
export function deskCasePage(context: PageContext, { view, actions, related }: DeskCaseModel): string {
  const texts = textsOf(context.language);
  const { action: words, case: caseWords } = texts.deskPages;
  const { caseNumber } = view.case;
  return renderPage(context, {
    title: caseWords.title(caseNumber),
    path: `/desk/cases/${caseNumber}`,
    wide: true,
    main: html`<p><a href="${pageAddress(context, PATHS.desk)}">${caseWords.toOverview}</a></p>
      ${caseSummary(view, context, texts)} ${actionsSection(view, actions, context, texts)}
      <div class="beside">
        <div>
          ${partsOrProposal(view, null, context, texts)}
          <section>
            <h2>${words.contentHeading}</h2>
            ${contentFacts(view.content, texts)}
          </section>
          ${mailSection(view, context, texts)} ${proposalsSection(view, context, texts)}
          ${inquiriesSection(view, context, texts)} ${tasksSection(view, context, texts)}
          ${textsSection(view, context, texts)} ${timelineSection(view, context, texts)}
        </div>
        <aside aria-labelledby="facts">
          <h2 id="facts">${texts.deskWork.case.factsHeading}</h2>
          ${caseFacts(view, context, texts)} ${relatedCases(related, context, texts)}
        </aside>
      </div>`,
  });
}

function relatedCases(related: readonly string[], context: PageContext, texts: Texts): Html | false {
  if (related.length === 0) return false;
  return html`<p>
    ${texts.deskPages.case.related}:
    ${related.map((number) => html`<a href="${caseAddress(context, number)}">${number}</a> `)}
  </p>`;
}
