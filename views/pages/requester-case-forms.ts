import type { OwnCaseAct } from '../../contracts/http/forms.ts';
import type { OwnCaseView } from '../../domain/cases/use-cases/requester/show-own-case.ts';
import { html, type Html, type Piece } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { checkboxField, hiddenField, inputField, textField } from './fields.ts';
import { PAGE_FORM } from './layout.ts';
import { PATHS, type PageContext } from './page-context.ts';
import { form } from './page-parts.ts';
import type { CaseError, RequesterCaseModel } from './requester-case-page.ts';

interface Forms {
  readonly context: PageContext;
  readonly model: RequesterCaseModel;
  readonly texts: Texts;
}

/** The ways to answer an open question. Every form of the page posts to `/case/act`. */
export function answerForms(context: PageContext, model: RequesterCaseModel): Html {
  const forms = { context, model, texts: textsOf(context.language) };
  return html`${hasCode(model.view) && codeForm(forms)} ${writeForm(context, model)}`;
}

/** What else can be done on the page of a case, folded away until it is used. Nothing on one that was laid aside. */
export function otherActs(context: PageContext, model: RequesterCaseModel): Html | false {
  const texts = textsOf(context.language);
  const forms = { context, model, texts };
  const { status } = model.view.case;
  if (status === 'dismissed') return false;
  return html`<section>
    <h2>${texts.ownCase.page.doHeading}</h2>
    ${sendAgainForm(forms)} ${addressForm(forms)} ${status !== 'closed' && withdrawForms(forms)}
  </section>`;
}

function hasCode({ questions }: OwnCaseView): boolean {
  return questions.some((question) => question.kind === 'identity' && question.codeSent);
}

function actForm(
  { context, model }: Forms,
  act: OwnCaseAct,
  fields: Piece,
  button: string,
  options: Parameters<typeof form>[4] = {},
): Html {
  const { caseNumber, collectionCode } = model.key;
  return form(
    context,
    PATHS.ownCaseAct,
    html`${hiddenField('caseNumber', caseNumber)} ${hiddenField('collectionCode', collectionCode)}
    ${hiddenField('act', act)} ${fields}`,
    button,
    options,
  );
}

function folded(summary: string, isOpen: boolean, content: Piece): Html {
  return html`<details ${isOpen && html`open`}>
    <summary>${summary}</summary>
    ${content}
  </details>`;
}

function errorOf({ model, texts }: Forms, field: CaseError['field']): string | undefined {
  return model.error?.field === field ? texts.ownCase.errors[model.error.message] : undefined;
}

function codeForm(forms: Forms): Html {
  const { identity_code: words } = forms.texts.ownCase.acts;
  const field = inputField({
    name: 'code',
    label: words.label,
    hint: words.hint,
    value: forms.model.values?.code,
    error: errorOf(forms, 'code'),
    required: true,
    autocomplete: 'one-time-code',
  });
  return html`<h3>${words.heading}</h3>
    ${actForm(forms, 'identity_code', field, words.button)}`;
}

/** A message to the desk. It is the form that another language is asked with, so that the text goes along. */
export function writeForm(context: PageContext, model: RequesterCaseModel): Html {
  const forms = { context, model, texts: textsOf(context.language) };
  const { write: words } = forms.texts.ownCase.acts;
  const field = textField({
    name: 'text',
    label: words.label,
    hint: words.hint(context.organisation.jurisdiction.personalNumber[context.language]),
    value: model.values?.text,
    error: errorOf(forms, 'text'),
    required: true,
    rows: 6,
  });
  return html`<h3>${model.view.questions.length > 0 ? words.answerHeading : words.heading}</h3>
    ${actForm(forms, 'write', field, words.button, { id: PAGE_FORM })}`;
}

function sendAgainForm(forms: Forms): Html {
  const { send_again: words } = forms.texts.ownCase.acts;
  const act = actForm(forms, 'send_again', false, words.button, { second: true });
  return folded(
    words.heading,
    false,
    html`<p>${words.what}</p>
      ${act}`,
  );
}

function addressForm(forms: Forms): Html {
  const { change_address: words } = forms.texts.ownCase.acts;
  const field = inputField({
    name: 'email',
    type: 'email',
    label: words.label,
    hint: words.hint,
    value: forms.model.values?.email,
    error: errorOf(forms, 'email'),
    required: true,
    autocomplete: 'email',
  });
  const isUsed = (forms.model.values?.email ?? '') !== '' || forms.model.error?.field === 'email';
  return folded(words.heading, isUsed, actForm(forms, 'change_address', field, words.button, { second: true }));
}

/** A request that was never confirmed is withdrawn as a whole only. */
function withdrawForms(forms: Forms): Html | false {
  const { model, texts } = forms;
  const { withdraw: words } = texts.ownCase.acts;
  const { parts, status } = model.view.case;
  const open = parts.filter(({ decision }) => decision === null);
  if (open.length === 0) return false;
  const whole = actForm(
    forms,
    'withdraw',
    hiddenField('all', 'on'),
    parts.length > 1 ? words.allButton : words.oneButton,
    { second: true },
  );
  const ticked = html`<fieldset>
    <legend>${words.partsLegend}</legend>
    ${open.map(({ partId, requestType }, index) =>
      checkboxField({
        name: `part_${partId}`,
        label: texts.words.understood[requestType],
        error: index === 0 ? errorOf(forms, 'parts') : undefined,
        checked: model.values?.parts?.includes(partId) === true,
      }),
    )}
  </fieldset>`;
  const isUsed = (model.values?.parts ?? []).length > 0 || model.error?.field === 'parts';
  return folded(
    words.heading,
    isUsed,
    html`<p class="warning">${words.warning}</p>
      ${
        status === 'open' &&
        open.length > 1 &&
        html`${actForm(forms, 'withdraw', ticked, words.partsButton, { second: true })}
          <p>${words.allHint}</p>`
      }
      ${whole}`,
  );
}
