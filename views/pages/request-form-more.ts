import { representativeSchema } from '../../domain/cases/representation.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import { html, type Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { inputField, selectField, textField } from './fields.ts';
import type { FieldErrors } from './request-form-errors.ts';
import type { RequestFormValues } from './request-form-page.ts';

interface More {
  readonly values: RequestFormValues;
  readonly errorOf: FieldErrors;
  readonly texts: Texts;
  readonly organisation: OrganisationProfile;
}

/** What nobody has to say, folded away until it is used. */
export function moreAboutYou({ values, errorOf, texts }: More): Html {
  const { form: words } = texts.requesterPages;
  const { phone, relation, message } = values;
  const isUsed = isFilled(phone, relation, message) || hasError(errorOf, 'phone', 'relation', 'message');
  return html`<details ${isUsed && html`open`}>
    <summary>${words.moreAboutYou}</summary>
    ${inputField({
      name: 'phone',
      type: 'tel',
      label: words.phone,
      value: phone,
      error: errorOf('phone'),
      autocomplete: 'tel',
    })}
    ${selectField({
      name: 'relation',
      label: words.relation,
      value: relation,
      error: errorOf('relation'),
      empty: words.relationNone,
      options: Object.entries(texts.words.relations).map(([value, label]) => ({ value, label })),
    })}
    ${textField({ name: 'message', label: words.message, value: message, error: errorOf('message') })}
  </details>`;
}

/** Somebody asks for another person: in which capacity, and for whom. The mandate itself is never sent along. */
export function onBehalf({ values, errorOf, texts, organisation }: More): Html {
  const { form: words } = texts.requesterPages;
  const { onBehalfAs, onBehalfName } = values;
  const representatives = words.representatives(organisation.jurisdiction.childAge);
  const isUsed = isFilled(onBehalfAs, onBehalfName) || hasError(errorOf, 'onBehalfAs', 'onBehalfName');
  return html`<details ${isUsed && html`open`}>
    <summary>${words.behalfHeading}</summary>
    ${selectField({
      name: 'onBehalfAs',
      label: words.onBehalfAs,
      hint: words.behalfHint,
      value: onBehalfAs,
      error: errorOf('onBehalfAs'),
      empty: words.behalfNone,
      options: representativeSchema.options.map((value) => ({ value, label: representatives[value] })),
    })}
    ${inputField({
      name: 'onBehalfName',
      label: words.onBehalfName,
      value: onBehalfName,
      error: errorOf('onBehalfName'),
      autocomplete: 'off',
    })}
    <p class="hint">${words.heirHint}</p>
  </details>`;
}

function isFilled(...values: readonly (string | undefined)[]): boolean {
  return values.some((value) => value !== undefined && value !== '');
}

function hasError(errorOf: FieldErrors, ...names: readonly string[]): boolean {
  return names.some((name) => errorOf(name) !== undefined);
}
