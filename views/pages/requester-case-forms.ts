import type { OwnCaseAct } from '../../contracts/http/forms.ts';
import type { OwnCaseView } from '../../domain/cases/use-cases/requester/show-own-case.ts';
import { html, type Html, type Piece } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { checkboxField, hiddenField, inputField, textField } from './fields.ts';
import { PATHS, type PageContext } from './page-context.ts';
import { form } from './page-parts.ts';
import type { CaseError, RequesterCaseModel } from './requester-case-page.ts';

interface Forms {
  readonly context: PageContext;
  readonly model: RequesterCaseModel;
  readonly texts: Texts;
}

/** What can be done on the page of a case now; each form posts to `/case/act`. None on one that was laid aside. */
export function caseForms(context: PageContext, model: RequesterCaseModel): Html | false {
  const texts = textsOf(context.language);
  const forms = { context, model, texts };
  const { status } = model.view.case;
  if (status === 'dismissed') return false;
  return html`<section>
    <h2>${texts.ownCase.page.doHeading}</h2>
    ${hasCode(model.view) && codeForm(forms)} ${writeForm(forms)} ${sendAgainForm(forms)} ${addressForm(forms)}
    ${status !== 'closed' && withdrawForms(forms)}
  </section>`;
}

function hasCode({ questions }: OwnCaseView): boolean {
  return questions.some((question) => question.kind === 'identity' && question.codeSent);
}

function actForm({ context, model }: Forms, act: OwnCaseAct, fields: Piece, button: string): Html {
  const { caseNumber, collectionCode } = model.key;
  return form(
    context,
    PATHS.ownCaseAct,
    html`${hiddenField('caseNumber', caseNumber)} ${hiddenField('collectionCode', collectionCode)}
    ${hiddenField('act', act)} ${fields}`,
    button,
  );
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

function writeForm(forms: Forms): Html {
  const { write: words } = forms.texts.ownCase.acts;
  const { model, context } = forms;
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
    ${actForm(forms, 'write', field, words.button)}`;
}

function sendAgainForm(forms: Forms): Html {
  const { send_again: words } = forms.texts.ownCase.acts;
  return html`<h3>${words.heading}</h3>
    <p>${words.what}</p>
    ${actForm(forms, 'send_again', false, words.button)}`;
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
  return html`<h3>${words.heading}</h3>
    ${actForm(forms, 'change_address', field, words.button)}`;
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
  return html`<h3>${words.heading}</h3>
    <p class="warning">${words.warning}</p>
    ${
      status === 'open' &&
      open.length > 1 &&
      html`${actForm(forms, 'withdraw', ticked, words.partsButton)}
        <p>${words.allHint}</p>`
    }
    ${whole}`;
}
