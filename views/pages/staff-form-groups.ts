import { requiredContentsOf } from '../../domain/answers/required-contents.ts';
import type { RequestType } from '../../domain/cases/request-types.ts';
import { html, type Html, type Piece } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { checkboxField, fieldId, inputField, selectField } from './fields.ts';
import type { PageContext } from './page-context.ts';
import { KEPT_LINES } from './staff-action-fields.ts';
import { type FormSubject, partOf, recipientsFor } from './staff-form-options.ts';

/** Lines for kept data that are seen at once; few cases need more. */
const KEPT_AT_ONCE = 2;

/** What a group of fields is made from. `values` is what was filled in before. */
interface GroupModel extends FormSubject {
  readonly values: Readonly<Record<string, string>> | null;
}

/** Fields that belong together, with a heading and an error of their own. */
export function group(name: string, heading: string, lead: string, error: string | undefined, fields: Piece): Html {
  return html`<fieldset id="${fieldId(name)}" class="${name}" tabindex="-1">
    <legend><h3>${heading}</h3></legend>
    <p class="hint">${lead}</p>
    ${error !== undefined && html`<p class="error">${error}</p>`} ${fields}
  </fieldset>`;
}

/** Fields that belong together under a heading, each with an error of its own. */
export function plainGroup(heading: string, fields: Piece): Html {
  return html`<fieldset>
    <legend><h3>${heading}</h3></legend>
    ${fields}
  </fieldset>`;
}

/** What an answer must contain, each line to tick or to explain. */
export function checklist(model: GroupModel, error: string | undefined, context: PageContext, texts: Texts): Piece {
  const part = partOf(model);
  return part !== undefined && checklistOf(part.requestType, model.values, error, context, texts);
}

/** The same for a type of request. */
export function checklistOf(
  requestType: RequestType,
  values: GroupModel['values'],
  error: string | undefined,
  { organisation }: PageContext,
  texts: Texts,
): Html {
  const { checklistHeading, checklistLead, explain } = texts.deskActions;
  const items = requiredContentsOf(requestType, organisation).map((item) => {
    const what = texts.answerKit.contents[item];
    return html`${checkboxField({
        name: `content_${item}`,
        label: what,
        checked: values?.[`content_${item}`] === 'on',
      })}
      <div class="more">
        ${inputField({
          name: `explain_${item}`,
          // Eyes see which tick box it stands under; a screen reader is told.
          label: html`${explain} <span class="away">${what}</span> (${texts.deskActions.optional})`,
          value: values?.[`explain_${item}`],
          autocomplete: 'off',
        })}
      </div>`;
  });
  return group('contents', checklistHeading, checklistLead, error, items);
}

/** Recipients of data to tick. */
export function recipients(model: GroupModel, error: string | undefined, context: PageContext, texts: Texts): Piece {
  const { recipientsHeading, confidential } = texts.deskActions;
  const boxes = recipientsFor(model, context).map(({ recipientId, name, category, confidential: isSecret }) =>
    checkboxField({
      name: `recipient_${recipientId}`,
      label: `${name} (${texts.answerKit.recipientCategories[category]}${isSecret ? `, ${confidential}` : ''})`,
      checked: model.values?.[`recipient_${recipientId}`] === 'on',
    }),
  );
  return group('recipients', recipientsHeading, texts.deskActions.leads.tell_recipients, error, boxes);
}

/** Only against an erasure is anything kept. */
export function kept(model: GroupModel, error: string | undefined, context: PageContext, texts: Texts): Piece {
  if (partOf(model)?.requestType !== 'erasure') return false;
  const { kept_category: category, kept_until: until } = texts.deskFields;
  const options = context.organisation.dataCategories.map(({ categoryId, name }) => ({
    value: categoryId,
    label: name[context.language],
  }));
  const lines = KEPT_LINES.map(
    (line) =>
      html`${selectField({
        name: `keptCategory${line}`,
        label: `${category.label} ${line}`,
        value: model.values?.[`keptCategory${line}`],
        empty: category.empty ?? '',
        options,
      })}
      ${inputField({
        name: `keptUntil${line}`,
        type: 'date',
        label: `${until.label} (${line})`,
        value: model.values?.[`keptUntil${line}`],
        autocomplete: 'off',
      })}`,
  );
  const isFilledIn = KEPT_LINES.slice(KEPT_AT_ONCE).some(
    (line) => (model.values?.[`keptCategory${line}`] ?? model.values?.[`keptUntil${line}`] ?? '') !== '',
  );
  return group('kept', texts.deskActions.keptHeading, texts.deskActions.keptLead, error, [
    ...lines.slice(0, KEPT_AT_ONCE),
    html`<details ${isFilledIn && html`open`}>
      <summary>${texts.deskWork.action.moreKept}</summary>
      ${lines.slice(KEPT_AT_ONCE)}
    </details>`,
  ]);
}
