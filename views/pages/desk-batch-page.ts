import type { RequestType } from '../../domain/cases/request-types.ts';
import type { DeskRow } from '../../domain/desk/use-cases/open-desk.ts';
import { type BatchResult, MOST_ANSWERED_AT_ONCE } from '../../domain/desk/use-cases/answer-several.ts';
import { html, type Html, type Piece } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { dueDate } from './case-time.ts';
import { checkboxField, errorSummary, hiddenField, textField } from './fields.ts';
import { renderPage } from './layout.ts';
import { caseAddress, pageAddress, PATHS, type PageContext } from './page-context.ts';
import { form } from './page-parts.ts';
import { problemField, problemSentence, problemTarget, type StaffActionProblem } from './staff-action-problem.ts';
import { checklistOf, group } from './staff-form-groups.ts';

export interface DeskBatchModel {
  readonly requestType: RequestType;
  /** Open cases with an open part of this type, the most urgent first. */
  readonly rows: readonly DeskRow[];
  /** What was filled in before: `text`, `case_<number>`, and the checklist of an answer. */
  readonly values: Readonly<Record<string, string>>;
  readonly problem?: StaffActionProblem | undefined;
}

/** The form with which one answer goes to many cases that ask the same; posts to `/desk/batch`. */
export function deskBatchPage(context: PageContext, model: DeskBatchModel): string {
  const texts = textsOf(context.language);
  const { batch: words, case: caseWords } = texts.deskPages;
  const { problem, rows, requestType } = model;
  return renderPage(context, {
    title: words.title(texts.words.names[requestType]),
    path: PATHS.desk,
    ...(problem !== undefined && { titlePrefix: texts.requesterPages.form.errorTitle }),
    main: html`${problem !== undefined && summary(problem, context, texts)}
      <p class="lead">${words.lead}</p>
      ${
        rows.length === 0
          ? html`<p>${words.none}</p>`
          : html`<section>
              <h2>${texts.deskPages.action.formHeading}</h2>
              ${form(context, PATHS.batch, fields(model, context, texts), words.button)}
            </section>`
      }
      <p><a href="${pageAddress(context, PATHS.desk)}">${caseWords.toOverview}</a></p>`,
  });
}

function summary(problem: StaffActionProblem, context: PageContext, texts: Texts): Html {
  const id = problem.field === 'cases' ? problemTarget('cases') : problemTarget(problemField(problem, 'answer'));
  return errorSummary(texts.requesterPages.form.errorSummary, [{ id, text: problemSentence(problem, context, texts) }]);
}

const boxName = ({ staffCase }: DeskRow) => `case_${staffCase.caseNumber}`;

function fields({ requestType, rows, values, problem }: DeskBatchModel, context: PageContext, texts: Texts): Piece {
  const { batch: words, overview } = texts.deskPages;
  const errorOn = (field: string) =>
    problem !== undefined && (problem.field === field || problemField(problem, 'answer') === field)
      ? problemSentence(problem, context, texts)
      : undefined;
  const isTicked = (row: DeskRow) => values[boxName(row)] === 'on';
  // More urgent cases may have come since some were ticked: those stay.
  const shown = rows.filter((row, index) => index < MOST_ANSWERED_AT_ONCE || isTicked(row));
  const labelOf = ({ staffCase }: DeskRow) =>
    html`<a href="${caseAddress(context, staffCase.caseNumber)}">${staffCase.caseNumber}</a>:
      <strong>${texts.words.daysLeft(staffCase.workingDaysLeft)}</strong>,
      ${overview.due(dueDate(staffCase, context, texts))}`;
  const boxes = shown.map((row) => checkboxField({ name: boxName(row), label: labelOf(row), checked: isTicked(row) }));
  const { label, hint } = texts.deskFields.answer_text;
  return html`${hiddenField('requestType', requestType)}
  ${group('cases', words.casesHeading, words.casesLead, errorOn('cases'), [
    boxes,
    rows.length > shown.length && html`<p class="hint">${texts.deskWork.batch.more(rows.length - shown.length)}</p>`,
  ])}
  ${textField({ name: 'text', label, hint, error: errorOn('text'), value: values['text'], required: true, rows: 12 })}
  ${checklistOf(requestType, values, errorOn('contents'), context, texts)}`;
}

/** What became of each case. */
export function batchDonePage(context: PageContext, results: BatchResult): string {
  const texts = textsOf(context.language);
  const { batch: words, case: caseWords } = texts.deskPages;
  return renderPage(context, {
    title: words.doneTitle,
    once: true,
    path: PATHS.desk,
    main: html`<ul>
        ${results.map(
          ({ caseNumber, refused }) =>
            html`<li>
              <a href="${caseAddress(context, caseNumber)}">${caseNumber}</a>:
              ${refused === null ? words.answered : `${words.notAnswered}. ${texts.deskRules.rules[refused]}`}
            </li> `,
        )}
      </ul>
      <p><a href="${pageAddress(context, PATHS.desk)}">${caseWords.toOverview}</a></p>`,
  });
}
