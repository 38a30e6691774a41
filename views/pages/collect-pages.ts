import type { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../domain/deadlines/format.ts';
import type { Language } from '../../domain/languages.ts';
import { html } from '../html.ts';
import { decisionLetter } from '../letters/decision-letter.ts';
import { letterHtml } from '../letters/letter-parts.ts';
import type { DecisionLetterModel } from '../letters/letter-sections.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { errorSummary, fieldId, hiddenField, inputField, tokenField } from './fields.ts';
import { type CollectableFilesModel, fileList } from './file-pages.ts';
import { PAGE_FORM, renderPage } from './layout.ts';
import { pageAddress, PATHS, type PageContext } from './page-context.ts';
import { contactLine, form } from './page-parts.ts';

const CODE_FIELD = 'collectionCode';

/** Why the answer was not shown. */
export type CollectError = keyof Texts['requesterPages']['collect']['errors'];

export interface CollectModel {
  readonly error?: CollectError | undefined;
  /** The secret of the link as it was posted, so that it need not be typed again after an error. */
  readonly token?: string | undefined;
  /** What was typed before the language was changed; `token` where it was no whole secret yet. */
  readonly typed?: { readonly token: string; readonly collectionCode: string } | undefined;
}

/** The page behind the link in the mail about an answer; it posts `token` and `collectionCode` to `/collect`. */
export function collectPage(context: PageContext, model: CollectModel = {}): string {
  const texts = textsOf(context.language);
  const { collect, form: formWords } = texts.requesterPages;
  const error = model.error === undefined ? undefined : collect.errors[model.error];
  const { token, typed } = model;
  const fields = html`${token === undefined ? tokenField(texts, typed?.token) : hiddenField('token', token)}
  ${inputField({
    name: CODE_FIELD,
    label: collect.code,
    hint: collect.codeHint,
    value: typed?.collectionCode,
    error,
    required: true,
    autocomplete: 'off',
  })}`;
  return renderPage(context, {
    title: collect.title,
    path: PATHS.collect,
    redrawnBy: PATHS.collect,
    ...(error !== undefined && { titlePrefix: formWords.errorTitle }),
    main: html`${
        error !== undefined && errorSummary(formWords.errorSummary, [{ id: fieldId(CODE_FIELD), text: error }])
      }
      <p class="lead">${collect.lead}</p>
      ${form(context, PATHS.collect, fields, collect.button, { id: PAGE_FORM })}
      <h2>${collect.lost}</h2>
      ${contactLine(context)}`,
  });
}

export interface AnswersModel {
  readonly caseNumber: string;
  readonly closedOn: Temporal.PlainDate;
  /** A letter for each decided part. */
  readonly letters: readonly DecisionLetterModel[];
  /** The language of the case, which the letters are in whatever the language of the page. */
  readonly language: Language;
  readonly files?: CollectableFilesModel | undefined;
}

/** Every letter of a case, fit for printing: each says its outcome first, and how to go on where one disagrees. */
export function answersPage(context: PageContext, model: AnswersModel): string {
  const { language } = context;
  const { answers: words } = textsOf(language).requesterPages;
  const { ownCase } = textsOf(language);
  return renderPage(context, {
    title: words.title,
    once: true,
    path: PATHS.collect,
    main: html`<p class="lead">${words.lead(model.caseNumber)}</p>
      <p>${words.closedOn(formatDate(model.closedOn, language))} <span class="on-screen">${words.print}</span></p>
      <p class="on-screen" data-with-script hidden>
        <button type="button" class="second" data-print>${words.printButton}</button>
      </p>
      ${model.letters.map(
        (letter) =>
          html`<section class="decision" lang="${model.language}">
            ${letterHtml(decisionLetter(letter, model.language))}
          </section> `,
      )}
      ${model.letters.length === 0 && html`<p>${words.erased}</p>`}
      ${model.files !== undefined && fileList(context, model.files)}
      <section class="on-screen">
        <h2>${words.authorityHeading}</h2>
        <p>${words.tellUs}</p>
        <p><a href="${pageAddress(context, PATHS.ownCase)}">${ownCase.form.title}</a></p>
        ${contactLine(context)}
      </section>`,
  });
}
