import type { OwnCaseView } from '../../domain/cases/use-cases/requester/show-own-case.ts';
import { formatInstant } from '../../domain/deadlines/format.ts';
import { parseInstant } from '../../domain/instants.ts';
import { html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { errorSummary, fieldId } from './fields.ts';
import { renderPage } from './layout.ts';
import { PATHS, type PageContext } from './page-context.ts';
import { authoritySection, contactLine, factList } from './page-parts.ts';
import {
  datesSection,
  messagesSection,
  partsSection,
  questionsSection,
  recipientsSection,
} from './requester-case-facts.ts';
import { answerForms, otherActs, writeForm } from './requester-case-forms.ts';
import { progressSection, stageBlock } from './requester-progress.ts';

/** Which sentence says what came of a press. */
export type CaseNotice = 'write' | 'identity_code' | 'withdraw' | 'withdrawn_before' | 'change_address' | 'send_again';

/** A field of the case's forms, or the page as a whole, with the sentence about it. */
export interface CaseError {
  readonly field: 'text' | 'code' | 'parts' | 'email' | 'page';
  readonly message: keyof Texts['ownCase']['errors'];
}

/** What was typed, to be given back with an error. */
export interface CaseValues {
  readonly text?: string;
  readonly code?: string;
  readonly email?: string;
  readonly parts?: readonly string[];
}

export interface RequesterCaseModel {
  readonly view: OwnCaseView;
  /** As typed: each form carries it on. */
  readonly key: { readonly caseNumber: string; readonly collectionCode: string };
  readonly notice?: CaseNotice;
  readonly error?: CaseError;
  readonly values?: CaseValues;
}

/** A case for its requester: where it stands, by when and why, and what can be done. Shown in answer to a post only. */
export function requesterCasePage(context: PageContext, model: RequesterCaseModel): string {
  const { view, notice, error } = model;
  const texts = textsOf(context.language);
  const { page: words } = texts.ownCase;
  const { errorTitle, errorSummary: errorHeading } = texts.requesterPages.form;
  const { caseNumber, receivedAt, status } = view.case;
  // One that was laid aside has no form, so nothing with which to draw it again.
  const isOver = status === 'dismissed';
  const isAsked = view.questions.length > 0;
  return renderPage(context, {
    title: words.title,
    path: PATHS.ownCase,
    ...(isOver ? { once: true } : { redrawnBy: PATHS.ownCaseAct }),
    ...(error !== undefined && { titlePrefix: errorTitle }),
    main: html`${error !== undefined && errorSummary(errorHeading, [{ id: placeOf(error, view), text: texts.ownCase.errors[error.message] }])}
    ${notice !== undefined && html`<p class="keep" role="status">${noticeText(notice, view, texts)}</p>`}
    ${stageBlock(view, texts)}
    ${factList([
      { label: texts.words.labels.caseNumber, value: html`<strong class="code">${caseNumber}</strong>` },
      { label: texts.words.labels.received, value: formatInstant(parseInstant(receivedAt), context.language) },
    ])}
    ${questionsSection(context, view, isAsked && answerForms(context, model))} ${progressSection(context, view)}
    ${datesSection(context, view)} ${partsSection(context, view)} ${recipientsSection(context, view)}
    ${messagesSection(context, view, !isOver && !isAsked && writeForm(context, model))} ${otherActs(context, model)}
    ${authoritySection(context, words.authorityHeading)} ${contactLine(context)}`,
  });
}

function noticeText(notice: CaseNotice, { case: subject }: OwnCaseView, texts: Texts): string {
  const { acts } = texts.ownCase;
  if (notice === 'withdrawn_before') return acts.withdraw.before;
  if (notice === 'send_again' && subject.reachedBy === 'post') return acts.send_again.doneByPost;
  return acts[notice].done;
}

function placeOf({ field }: CaseError, { case: subject }: OwnCaseView): string {
  switch (field) {
    case 'text':
    case 'code':
    case 'email':
      return fieldId(field);
    case 'parts':
      return fieldId(`part_${subject.parts.find(({ decision }) => decision === null)?.partId ?? '1'}`);
    case 'page':
      return 'main';
  }
}
