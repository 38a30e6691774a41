import { html } from '../html.ts';
import { textsOf } from '../texts/texts-of.ts';
import { errorSummary, fieldId, hiddenField, inputField } from './fields.ts';
import { PAGE_FORM, renderPage } from './layout.ts';
import { PATHS, type PageContext } from './page-context.ts';
import { contactLine, form, written } from './page-parts.ts';

const FIELDS = ['caseNumber', 'collectionCode'] as const;

export interface RequesterCaseFormModel {
  /** What was typed before. */
  readonly values?: { readonly caseNumber: string; readonly collectionCode: string };
  /** `unknown`: no such case, or not this code; which of them is not told. `required`: something was left empty. */
  readonly error?: 'unknown' | 'required';
  /** What the person wrote on the page of the case, when it could not be taken; it goes along into the case. */
  readonly typed?: string;
}

/** Asks for what stands on the receipt; posts it to `/case`. */
export function requesterCaseFormPage(context: PageContext, model: RequesterCaseFormModel = {}): string {
  const texts = textsOf(context.language);
  const { form: words } = texts.ownCase;
  const { form: formWords, collect } = texts.requesterPages;
  const { values, error, typed = '' } = model;
  const errorOf = (name: (typeof FIELDS)[number]) => {
    if (error === 'required') return values?.[name].trim() === '' ? words.required : undefined;
    return error === 'unknown' ? words.unknown : undefined;
  };
  const faulty = FIELDS.flatMap((name) => {
    const text = errorOf(name);
    return text === undefined ? [] : [{ id: fieldId(name), text: `${labelOf(name)}: ${text}` }];
  });
  function labelOf(name: (typeof FIELDS)[number]): string {
    return name === 'caseNumber' ? words.caseNumber : collect.code;
  }
  const fields = html`${inputField({
    name: 'caseNumber',
    label: words.caseNumber,
    hint: words.caseNumberHint,
    value: values?.caseNumber,
    error: errorOf('caseNumber'),
    required: true,
    autocomplete: 'off',
  })}
  ${inputField({
    name: 'collectionCode',
    label: collect.code,
    hint: collect.codeHint,
    value: values?.collectionCode,
    error: errorOf('collectionCode'),
    required: true,
    autocomplete: 'off',
  })}
  ${typed !== '' && hiddenField('text', typed)}`;
  return renderPage(context, {
    title: words.title,
    path: PATHS.ownCase,
    redrawnBy: PATHS.ownCase,
    ...(error !== undefined && { titlePrefix: formWords.errorTitle }),
    main: html`${faulty.length > 0 && errorSummary(formWords.errorSummary, faulty)}
      ${
        typed !== '' &&
        html`<p>${words.typedKept}</p>
          <div class="letter">${written(typed)}</div>`
      }
      <p class="lead">${words.lead}</p>
      <p>${words.where}</p>
      ${form(context, PATHS.ownCase, fields, words.button, { id: PAGE_FORM })}
      <h2>${words.lost}</h2>
      ${contactLine(context)}`,
  });
}
