import type { Temporal } from 'temporal-polyfill';
import { filesOf } from '../../domain/cases/answer-file.ts';
import { formatInstant } from '../../domain/deadlines/format.ts';
import { html, type Html, type Piece } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { caseFacts, contentFacts } from './case-facts.ts';
import { inquiriesSection, taskLine, tasksSection, textsSection, timelineSection } from './case-work.ts';
import { hiddenField } from './fields.ts';
import { renderPage } from './layout.ts';
import { lookAtFiles } from './look-at-files.ts';
import { isUnsorted, mailSection, partsOrProposal } from './mail-section.ts';
import { caseAddress, pageAddress, PATHS, type PageContext } from './page-context.ts';
import { form } from './page-parts.ts';
import { proposalSection } from './proposal-section.ts';
import { doorFields, staffActionErrors, staffActionForm, type StaffFormModel } from './staff-action-form.ts';

export interface StaffActionModel extends StaffFormModel {
  /** Who did it before and when; then the page shows the case without the form. `byName` starts a sentence. */
  readonly done?: { readonly byName: string; readonly at: Temporal.Instant } | undefined;
  /** How the requester would read the answer that is filled in, when somebody asked to see it. */
  readonly preview?: Piece | undefined;
}

/**
 * A case with the form for one action, which posts its door and its fields to `/desk/decide`. Shows personal data: for
 * the addressee's session only.
 */
export function staffActionPage(context: PageContext, model: StaffActionModel): string {
  const texts = textsOf(context.language);
  const { action: words } = texts.deskPages;
  const { view } = model;
  return renderPage(context, {
    title: texts.deskActions.titles[model.action],
    once: true,
    path: PATHS.act,
    ...(model.problem !== undefined && { titlePrefix: texts.requesterPages.form.errorTitle }),
    main: html`${staffActionErrors(model, context, texts)}
      <section>
        <h2>${words.caseHeading}</h2>
        ${caseFacts(view, context, texts)}
      </section>
      ${
        // The form to accept a mail shows what is proposed itself.
        (model.action !== 'accept' || !isUnsorted(view)) && partsOrProposal(view, model.on, context, texts)
      }
      <section>
        <h2>${words.contentHeading}</h2>
        ${contentFacts(view.content, texts)}
      </section>
      ${mailSection(view, context, texts)} ${inquiriesSection(view, context, texts)}
      ${textsSection(view, context, texts)} ${tasksSection(view, context, texts)} ${aboutSection(model, context, texts)}
      ${lookAtFiles(context, model.door, filesCount(model), texts)}
      ${
        model.preview !== undefined &&
        html`<section class="keep" id="preview">
          <h2>${texts.deskActions.previewHeading}</h2>
          <p class="warning">${texts.deskActions.previewHint}</p>
          <div lang="${view.case.language}">${model.preview}</div>
        </section>`
      }
      <section>
        <h2>${words.formHeading}</h2>
        ${
          model.done === undefined
            ? staffActionForm(context, model, texts)
            : doneSentence(model, model.done, context, texts)
        }
      </section>
      ${timelineSection(view, context, texts)} ${deskLinks(context, view.case.caseNumber, texts)}`,
  });
}

/** What the action is about, where that is neither the case nor a part. */
function aboutSection({ view, action, on, door }: StaffActionModel, context: PageContext, texts: Texts): Html | false {
  if (action === 'approve') {
    const proposal = view.case.proposals.find(({ proposalId }) => proposalId === on);
    return proposal !== undefined && proposalSection(proposal, view, context, texts);
  }
  if (action !== 'end_task') return false;
  const task = view.case.tasks.find(({ taskId }) => taskId === on);
  if (task === undefined) return false;
  const print = html`${doorFields(door)} ${hiddenField('print', 'on')}`;
  return html`<p class="lead">${taskLine(task, view, context, texts)}</p>
    ${task.kind === 'post_letter' && form(context, PATHS.act, print, texts.deskActions.letter.button)}`;
}

/** How many files a second person has to look at. */
function filesCount({ view, action, on }: StaffActionModel): number {
  if (action !== 'approve') return 0;
  const proposal = view.case.proposals.find(({ proposalId }) => proposalId === on);
  return proposal !== undefined && 'partId' in proposal ? filesOf(view.case, proposal.partId).length : 0;
}

/** The ways on: the case and the overview. */
export function deskLinks(context: PageContext, caseNumber: string, texts: Texts): Html {
  const { toCase, toOverview } = texts.deskPages.case;
  return html`<p>
    <a href="${caseAddress(context, caseNumber)}">${toCase}</a> ·
    <a href="${pageAddress(context, PATHS.desk)}">${toOverview}</a>
  </p>`;
}

function doneSentence(
  { action }: StaffActionModel,
  { byName, at }: NonNullable<StaffActionModel['done']>,
  { language }: PageContext,
  texts: Texts,
): Html {
  return html`<p>${texts.deskActions.doneBy[action](byName, formatInstant(at, language))}</p>
    <p>${texts.deskPages.doneBy.nothingToDo}</p>`;
}
