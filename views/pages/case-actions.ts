import type { StaffAction } from '../../domain/desk/staff-actions.ts';
import { planActions } from '../../domain/outbox/action-groups.ts';
import type { PossibleAction } from '../../domain/outbox/possible-actions.ts';
import { html, type Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import type { CaseView } from './case-view.ts';
import { taskLine } from './case-work.ts';
import { pageAddress, PATHS, type PageContext } from './page-context.ts';
import { form } from './page-parts.ts';
import { doorFields } from './staff-action-form.ts';

/** What whoever looks does now: the usual one or two as buttons, all others behind headings. */
export function actionsSection(
  view: CaseView,
  actions: readonly PossibleAction[],
  context: PageContext,
  texts: Texts,
): Html {
  const { case: words } = texts.deskWork;
  const { caseNumber } = view.case;
  const { next, groups } = planActions(actions, view.case);
  return html`<section id="now" tabindex="-1">
    <h2>${words.nowHeading}</h2>
    ${next.length === 0 && html`<p>${nothingNow(view, actions, texts)}</p>`}
    <div class="next">${next.map((action, index) => actionForm(action, view, index > 0, context, texts))}</div>
    ${groups.length > 0 && html`<h3>${words.others}</h3>`}
    <div class="more-actions">
      ${groups.map(
        ({ group, actions: ofGroup }) =>
          html`<details>
            <summary>${words.groupOf(words.groups[group], ofGroup.length)}</summary>
            ${ofGroup.map((action) => actionForm(action, view, true, context, texts))}
          </details> `,
      )}
    </div>
    ${
      actions.length > 0 &&
      html`<p class="after">
        <a href="${pageAddress(context, PATHS.intake)}&linkTo=${caseNumber}">${texts.deskPages.case.somethingNew}</a>
      </p>`
    }
  </section>`;
}

function nothingNow({ case: subject }: CaseView, actions: readonly PossibleAction[], texts: Texts): string {
  const { nowNothing } = texts.deskWork.case;
  if (subject.status === 'closed' || subject.status === 'dismissed') return nowNothing.done;
  if (actions.length === 0) return nowNothing.mayNot;
  return subject.proposals.length > 0 ? nowNothing.approval : nowNothing.other;
}

/** One button: it opens the form of the action, and changes nothing yet. */
function actionForm(
  { action, on, requestType }: PossibleAction,
  view: CaseView,
  second: boolean,
  context: PageContext,
  texts: Texts,
): Html {
  const { caseNumber, parts } = view.case;
  const part = requestType === null || on === null || parts.length === 1 ? '' : `${texts.words.part(on)}: `;
  const about =
    aboutOf(action, on, view, context, texts) ??
    (requestType === null ? undefined : `${part}${texts.words.names[requestType]}`);
  const label = `${texts.deskActions.titles[action]}${about === undefined ? '' : ` (${about})`}`;
  return form(context, PATHS.act, doorFields({ kind: 'desk', action, caseNumber, on }), label, { second });
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
