import type { StaffAction } from '../../domain/desk/staff-actions.ts';
import type { PossibleAction } from '../../domain/outbox/possible-actions.ts';
import { html, type Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { caseFacts, contentFacts } from './case-facts.ts';
import {
  inquiriesSection,
  proposalsSection,
  taskLine,
  tasksSection,
  textsSection,
  timelineSection,
} from './case-work.ts';
import type { CaseView } from './case-view.ts';
import { renderPage } from './layout.ts';
import { mailSection, partsOrProposal } from './mail-section.ts';
import { caseAddress, pageAddress, PATHS, type PageContext } from './page-context.ts';
import { form } from './page-parts.ts';
import { doorFields } from './staff-action-form.ts';

export interface DeskCaseModel {
  readonly view: CaseView;
  /** What whoever looks can do now, the most usual first. */
  readonly actions: readonly PossibleAction[];
  /** Numbers of other cases of the same person. */
  readonly related: readonly string[];
}

/** A case on the desk with everything known of it. Shows personal data: for a session that may see the case only. */
export function deskCasePage(context: PageContext, { view, actions, related }: DeskCaseModel): string {
  const texts = textsOf(context.language);
  const { action: words, case: caseWords } = texts.deskPages;
  const { caseNumber } = view.case;
  return renderPage(context, {
    title: caseWords.title(caseNumber),
    path: `/desk/cases/${caseNumber}`,
    main: html`<p><a href="${pageAddress(context, PATHS.desk)}">${caseWords.toOverview}</a></p>
      <section>
        <h2>${words.caseHeading}</h2>
        ${caseFacts(view, context, texts)} ${relatedCases(related, context, texts)}
      </section>
      ${partsOrProposal(view, null, context, texts)}
      <section>
        <h2>${words.contentHeading}</h2>
        ${contentFacts(view.content, texts)}
      </section>
      ${mailSection(view, context, texts)} ${proposalsSection(view, context, texts)}
      ${inquiriesSection(view, context, texts)}
      <section>
        <h2>${caseWords.actionsHeading}</h2>
        ${actions.length === 0 && html`<p>${caseWords.noActions}</p>`}
        <div class="actions">${actions.map((action) => actionForm(action, view, context, texts))}</div>
        <p><a href="${pageAddress(context, PATHS.intake)}&linkTo=${caseNumber}">${caseWords.somethingNew}</a></p>
      </section>
      ${tasksSection(view, context, texts)} ${textsSection(view, context, texts)}
      ${timelineSection(view, context, texts)}`,
  });
}

function relatedCases(related: readonly string[], context: PageContext, texts: Texts): Html | false {
  if (related.length === 0) return false;
  return html`<p>
    ${texts.deskPages.case.related}:
    ${related.map((number) => html`<a href="${caseAddress(context, number)}">${number}</a> `)}
  </p>`;
}

/** One button: it opens the form of the action, and changes nothing yet. */
function actionForm(
  { action, on, requestType }: PossibleAction,
  view: CaseView,
  context: PageContext,
  texts: Texts,
): Html {
  const { caseNumber } = view.case;
  const about = aboutOf(action, on, view, context, texts) ?? (requestType !== null && texts.words.names[requestType]);
  const label = `${texts.deskActions.titles[action]}${about === false ? '' : ` (${about})`}`;
  return form(context, PATHS.act, doorFields({ kind: 'desk', action, caseNumber, on }), label);
}

function aboutOf(
  action: StaffAction,
  on: string | null,
  view: CaseView,
  context: PageContext,
  texts: Texts,
): string | undefined {
  if (action === 'end_task') {
    const task = view.case.tasks.find(({ taskId }) => taskId === on);
    return task && taskLine(task, view, context, texts);
  }
  if (action !== 'approve') return undefined;
  const proposal = view.case.proposals.find(({ proposalId }) => proposalId === on);
  return proposal && texts.deskWords.proposalKinds[proposal.kind];
}
