import type { Temporal } from 'temporal-polyfill';
import { filesOf } from '../../domain/cases/answer-file.ts';
import { ACTS_ON } from '../../domain/desk/staff-actions.ts';
import { formatInstant } from '../../domain/deadlines/format.ts';
import { html, type Html, type Piece } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { caseFacts, contentFacts } from './case-facts.ts';
import { partsSection } from './case-parts.ts';
import { caseSummary } from './case-summary.ts';
import { timeline } from './case-timeline.ts';
import { inquiriesSection, taskLine, tasksSection, textsSection } from './case-work.ts';
import { hiddenField } from './fields.ts';
import { renderPage } from './layout.ts';
import { lookAtFiles } from './look-at-files.ts';
import { isUnsorted, mailSection, partsOrProposal } from './mail-section.ts';
import { caseAddress, pageAddress, PATHS, type PageContext } from './page-context.ts';
import { form, written } from './page-parts.ts';
import { proposalSection } from './proposal-section.ts';
import { doorFields, isRedrawn, staffActionErrors, staffActionForm, type StaffFormModel } from './staff-action-form.ts';

export interface StaffActionModel extends StaffFormModel {
  /** Who did it before and when; then the page shows the case without the form. `byName` starts a sentence. */
  readonly done?: { readonly byName: string; readonly at: Temporal.Instant } | undefined;
  /** How the requester would read the answer that is filled in, when somebody asked to see it. */
  readonly preview?: Piece | undefined;
}

/**
 * A case with the form for one action, which posts its door and its fields to `/desk/decide`: in short, what the action
 * is about, the form, and then all the rest to unfold. Shows personal data: for the addressee's session only.
 */
export function staffActionPage(context: PageContext, model: StaffActionModel): string {
  const texts = textsOf(context.language);
  const { action: words } = texts.deskPages;
  const { view, done, preview } = model;
  const hasForm = done === undefined;
  return renderPage(context, {
    title: texts.deskActions.titles[model.action],
    path: PATHS.act,
    ...(hasForm && isRedrawn(model.action) ? { redrawnBy: PATHS.decide } : { once: true }),
    ...(model.problem !== undefined && { titlePrefix: texts.requesterPages.form.errorTitle }),
    main: html`${staffActionErrors(model, context, texts)} ${caseSummary(view, context, texts)}
      ${aboutSection(model, context, texts)} ${lookAtFiles(context, model.door, filesCount(model), texts)}
      ${
        preview !== undefined &&
        html`<section class="keep" id="preview" tabindex="-1">
          <h2>${texts.deskActions.previewHeading}</h2>
          <p class="warning">${texts.deskActions.previewHint}</p>
          <div lang="${view.case.language}">${preview}</div>
        </section>`
      }
      <section>
        <h2>${words.formHeading}</h2>
        ${hasForm ? staffActionForm(context, model, texts) : doneSentence(model, done, context, texts)}
      </section>
      ${wholeCase(model, context, texts)} ${deskLinks(context, view.case.caseNumber, texts)}`,
  });
}

/** What has to be read to decide: the mail, the proposal, the task, or what was asked. */
function aboutSection(model: StaffActionModel, context: PageContext, texts: Texts): Html | false {
  const { view, action, on } = model;
  if (isUnsorted(view)) return html`${mailAbout(model, context, texts)}`;
  const proposal = action === 'approve' ? view.case.proposals.find(({ proposalId }) => proposalId === on) : undefined;
  if (action === 'end_task') return taskAbout(model, context, texts);
  const asked = partsSection(view, on, context, texts, partsAbout(model));
  const { message } = view.content;
  return html`<section>
      <h2>${texts.deskWork.action.aboutHeading}</h2>
      ${asked}
      ${
        message !== undefined &&
        html`<h3>${texts.words.labels.message}</h3>
          <div class="letter">${written(message)}</div>`
      }
    </section>
    ${proposal !== undefined && proposalSection(proposal, view, context, texts)}`;
}

/** A mail that nobody has sorted is its own request. The form to accept it shows what is proposed itself. */
function mailAbout({ view, action, on }: StaffActionModel, context: PageContext, texts: Texts): Html {
  return html`${action !== 'accept' && partsOrProposal(view, on, context, texts)}
    <section>
      <h2>${texts.deskPages.action.contentHeading}</h2>
      ${contentFacts(view.content, texts)}
    </section>
    ${mailSection(view, context, texts)}`;
}

function taskAbout({ view, on, door }: StaffActionModel, context: PageContext, texts: Texts): Html | false {
  const task = view.case.tasks.find(({ taskId }) => taskId === on);
  if (task === undefined) return false;
  const print = html`${doorFields(door)} ${hiddenField('print', 'on')}`;
  return html`<p class="lead">${taskLine(task, view, context, texts)}</p>
    ${task.kind === 'post_letter' && form(context, PATHS.act, print, texts.deskActions.letter.button)}`;
}

/** The parts an action is about: its own, those of its proposal, or all where it is about the case. */
function partsAbout({ view, action, on }: StaffActionModel) {
  const { parts, proposals } = view.case;
  const about = ACTS_ON[action];
  if (about === 'part') return parts.filter(({ partId }) => partId === on);
  const proposal = about === 'proposal' ? proposals.find(({ proposalId }) => proposalId === on) : undefined;
  if (proposal === undefined) return parts;
  const ids = proposal.kind === 'extension' ? proposal.partIds : [proposal.partId];
  return parts.filter(({ partId }) => ids.includes(partId));
}

/** All that is known of the case, for whoever needs more. */
function wholeCase({ view, on }: StaffActionModel, context: PageContext, texts: Texts): Html {
  const { action: words } = texts.deskWork;
  return html`<details>
      <summary>${words.whole}</summary>
      ${caseFacts(view, context, texts)}
      ${
        !isUnsorted(view) &&
        html`${partsOrProposal(view, on, context, texts)}
          <section>
            <h2>${texts.deskPages.action.contentHeading}</h2>
            ${contentFacts(view.content, texts)}
          </section>
          ${mailSection(view, context, texts)}`
      }
      ${inquiriesSection(view, context, texts)} ${textsSection(view, context, texts)}
      ${tasksSection(view, context, texts)}
    </details>
    <details>
      <summary>${words.history}</summary>
      ${timeline(view, context, texts)}
    </details>`;
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
