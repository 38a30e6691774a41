import type { Temporal } from 'temporal-polyfill';
import { REQUEST_TYPE_RULES, type RequestType } from '../../domain/cases/request-types.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import { html, type Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { errorSummary, fieldId, inputField, knownOrTypedToken } from './fields.ts';
import { renderPage } from './layout.ts';
import { PATHS, type PageContext } from './page-context.ts';
import { authoritySection, contactLine, form, written } from './page-parts.ts';

const CODE_FIELD = 'collectionCode';

/** Why the answer was not shown. */
export type CollectError = keyof Texts['requesterPages']['collect']['errors'];

export interface CollectModel {
  readonly error?: CollectError | undefined;
  /** The secret of the link as it was posted, so that it need not be typed again after an error. */
  readonly token?: string | undefined;
}

/** The page behind the link in the mail about an answer; it posts `token` and `collectionCode` to `/collect`. */
export function collectPage(context: PageContext, model: CollectModel = {}): string {
  const texts = textsOf(context.language);
  const { collect, form: formWords } = texts.requesterPages;
  const error = model.error === undefined ? undefined : collect.errors[model.error];
  const fields = html`${knownOrTypedToken(model.token, texts)}
  ${inputField({
    name: CODE_FIELD,
    label: collect.code,
    hint: collect.codeHint,
    error,
    required: true,
    autocomplete: 'off',
  })}`;
  return renderPage(context, {
    title: collect.title,
    path: PATHS.collect,
    ...(error !== undefined && { titlePrefix: formWords.errorTitle }),
    main: html`${
        error !== undefined && errorSummary(formWords.errorSummary, [{ id: fieldId(CODE_FIELD), text: error }])
      }
      <p class="lead">${collect.lead}</p>
      ${form(context, PATHS.collect, fields, collect.button)}
      <h2>${collect.lost}</h2>
      ${contactLine(context)}`,
  });
}

export interface AnswersModel {
  readonly caseNumber: string;
  readonly answers: readonly AnswerShown[];
  readonly closedOn: Temporal.PlainDate;
}

export interface AnswerShown {
  readonly requestType: RequestType;
  readonly text: string;
  readonly decidedOn: Temporal.PlainDate;
}

/** All answers of a case, fit for printing. Court is named where a right under the GDPR was at stake. */
export function answersPage(context: PageContext, model: AnswersModel): string {
  const { language, organisation } = context;
  const texts = textsOf(language);
  const { answers: words } = texts.requesterPages;
  const aboutRights = model.answers.some(({ requestType }) => REQUEST_TYPE_RULES[requestType].hasStatutoryLimit);
  return renderPage(context, {
    title: words.title,
    once: true,
    path: PATHS.collect,
    main: html`<p class="lead">${words.lead(model.caseNumber)}</p>
      <p>${words.closedOn(formatDate(model.closedOn, language))} ${words.print}</p>
      ${model.answers.map((answer) => answerSection(answer, context, texts))}
      ${authoritySection(context, words.authorityHeading, words.tellUs)}
      ${
        aboutRights &&
        html`<section>
          <h2>${words.courtHeading}</h2>
          <p>${organisation.courtSentence[language]}</p>
        </section>`
      }
      ${contactLine(context)}`,
  });
}

function answerSection(answer: AnswerShown, { language }: PageContext, texts: Texts): Html {
  return html`<section>
    <h2>${texts.words.asks[answer.requestType]}</h2>
    <div class="letter">${written(answer.text)}</div>
    <p class="hint">${texts.requesterPages.answers.decidedOn(formatDate(answer.decidedOn, language))}</p>
  </section> `;
}
