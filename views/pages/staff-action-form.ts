import type { CaseContent } from '../../domain/cases/case.ts';
import type { StaffActionToken } from '../../domain/desk/action-token.ts';
import { html, type Html, type Piece } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { errorSummary, fieldId, hiddenField, selectField, textField } from './fields.ts';
import { PATHS, type PageContext } from './page-context.ts';
import { form } from './page-parts.ts';

/** Why a decision was not carried out. */
export type StaffActionError = keyof Texts['deskPages']['action']['errors'];

/** What the form needs of the page's model. */
interface FormModel {
  readonly action: StaffActionToken['action'];
  readonly token: string;
  readonly content: CaseContent;
  readonly error?: StaffActionError | undefined;
  readonly text?: string | undefined;
}

const FIELD_OF: Readonly<Record<StaffActionError, string | null>> = {
  text_required: 'text',
  text_refused: 'text',
  ground_required: 'ground',
};

/** The form for one action; posts to `/desk/decide`. */
export function staffActionForm(context: PageContext, model: FormModel, texts: Texts): Html {
  const { action: words } = texts.deskPages;
  const fields = html`${hiddenField('token', model.token)} ${fieldsOf(model, texts)}`;
  return form(context, PATHS.decide, fields, words.buttons[model.action]);
}

/** What went wrong, for the top of the page. */
export function staffActionErrors({ error }: FormModel, texts: Texts): Html | false {
  if (error === undefined) return false;
  const field = FIELD_OF[error];
  return errorSummary(texts.requesterPages.form.errorSummary, [
    { id: field === null ? 'main' : fieldId(field), text: texts.deskPages.action.errors[error] },
  ]);
}

function fieldsOf(model: FormModel, texts: Texts): Piece {
  const { action: words } = texts.deskPages;
  const errorOn = (field: string) =>
    model.error !== undefined && FIELD_OF[model.error] === field ? words.errors[model.error] : undefined;
  switch (model.action) {
    case 'take':
      return html`<p>${words.take}</p>`;
    case 'accept':
      return html`<p>${words.accept}</p>`;
    case 'dismiss':
      return html`<p class="warning">${words.dismissWarning}</p>
        ${selectField({
          name: 'ground',
          label: words.ground,
          error: errorOn('ground'),
          required: true,
          empty: words.chooseGround,
          options: Object.entries(texts.words.grounds).map(([value, label]) => ({ value, label })),
        })}`;
    case 'answer':
      return html`<p class="warning">${words.noPersonalData}</p>
        ${textField({
          name: 'text',
          label: words.text,
          hint: words.textHint,
          error: errorOn('text'),
          value: model.text,
          required: true,
        })}`;
  }
}
