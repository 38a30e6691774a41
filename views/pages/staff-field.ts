import { datesOf } from '../../domain/cases/case-dates.ts';
import { refusalGroundsOf } from '../../domain/cases/request-types.ts';
import { html, type Piece } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { checkboxField, hiddenField, inputField, selectField, textField } from './fields.ts';
import { isUnsorted } from './mail-section.ts';
import type { PageContext } from './page-context.ts';
import type { StaffFormModel } from './staff-action-form.ts';
import type { FieldDescription } from './staff-action-fields.ts';
import { problemField, problemSentence } from './staff-action-problem.ts';
import { checklist, group, kept, recipients } from './staff-form-groups.ts';
import { OPTIONS, partOf } from './staff-form-options.ts';
import { requestTypesGroup, usualGround } from './staff-mail-form.ts';

/** Whether the form of this case has a field of that name to lead to. */
export function shows(
  field: FieldDescription,
  name: string,
  model: StaffFormModel,
  context: PageContext,
  texts: Texts,
): boolean {
  if (field.kind === 'refusal') {
    return isRefusable(model) && field.fields.some((inner) => shows(inner, name, model, context, texts));
  }
  if (field.name !== name) return false;
  if (field.kind === 'types') return isUnsorted(model.view);
  if (field.kind !== 'select') return true;
  const options = OPTIONS[field.options](model, context, texts);
  return options.length > 1 || (options.length === 1 && field.hiddenWhenOne !== true);
}

function isRefusable(model: StaffFormModel): boolean {
  const part = partOf(model);
  return part !== undefined && refusalGroundsOf(part.requestType).length > 0;
}

/** One field of a form, with what was filled in before and what is wrong with it; nothing where it does not apply. */
export function renderField(field: FieldDescription, model: StaffFormModel, context: PageContext, texts: Texts): Piece {
  const { values, problem } = model;
  const error =
    problem !== undefined && problemField(problem, model.action) === field.name
      ? problemSentence(problem, context, texts)
      : undefined;
  switch (field.kind) {
    case 'text': {
      const { label, hint } = texts.deskFields[field.text];
      const typed = values === null ? (field.prefill === 'draft' ? model.draft : undefined) : values[field.name];
      return html`${field.goesByMail === true && html`<p class="warning">${texts.deskActions.goesByMail}</p>`}
      ${field.prefill === 'draft' && html`<p class="warning">${texts.deskActions.redactHint}</p>`}
      ${textField({
        name: field.name,
        label: labelOf(field, label, texts),
        hint,
        error,
        value: typed,
        required: field.required === true,
        rows: field.prefill === 'draft' ? 20 : 4,
      })}`;
    }
    case 'line':
    case 'email':
    case 'date': {
      const { label, hint } = texts.deskFields[field.text];
      const prefilled = field.kind === 'date' && field.prefill !== undefined ? longestExtension(model) : undefined;
      return inputField({
        name: field.name,
        type: field.kind === 'line' ? 'text' : field.kind,
        label: labelOf(field, label, texts),
        hint,
        error,
        value: values === null ? prefilled : values[field.name],
        required: field.required === true,
        autocomplete: 'off',
      });
    }
    case 'select':
      return renderSelect(field, error, model, context, texts);
    case 'checkbox': {
      const { label, hint } = texts.deskFields[field.text];
      return checkboxField({
        name: field.name,
        label,
        hint,
        error,
        checked: values === null ? isDefault(field.name, model) : values[field.name] === 'on',
      });
    }
    case 'checklist':
      return checklist(model, error, context, texts);
    case 'types':
      return requestTypesGroup(model, error, texts);
    case 'recipients':
      return recipients(model, error, context, texts);
    case 'kept':
      return kept(model, error, context, texts);
    case 'refusal':
      return (
        isRefusable(model) &&
        group(
          field.name,
          texts.deskActions.refusalHeading,
          texts.deskActions.refusalLead,
          undefined,
          field.fields.map((inner) => renderField(inner, model, context, texts)),
        )
      );
  }
}

function labelOf({ required }: { readonly required?: boolean }, label: string, texts: Texts): string {
  return required === true ? label : `${label} (${texts.deskActions.optional})`;
}

function longestExtension({ view }: StaffFormModel): string {
  return datesOf(view.case, view.calendar).extendedRawDate.toString();
}

function renderSelect(
  field: Extract<FieldDescription, { kind: 'select' }>,
  error: string | undefined,
  model: StaffFormModel,
  context: PageContext,
  texts: Texts,
): Piece {
  const options = OPTIONS[field.options](model, context, texts);
  const [only] = options;
  if (only === undefined) return false;
  if (options.length === 1 && field.hiddenWhenOne === true) return hiddenField(field.name, only.value);
  const { label, hint, empty = '' } = texts.deskFields[field.text];
  return selectField({
    name: field.name,
    label: labelOf(field, label, texts),
    hint,
    error,
    value:
      model.values === null && field.prefill === 'usual_ground' ? usualGround(model.view) : model.values?.[field.name],
    required: field.required === true,
    empty,
    options,
  });
}

/** What releases data by its nature counts as such unless the handler says that this answer holds none. */
function isDefault(name: string, model: StaffFormModel): boolean {
  const requestType = partOf(model)?.requestType;
  return name === 'personalData' && (requestType === 'access' || requestType === 'portability');
}
