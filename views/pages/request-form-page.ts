import type { Temporal } from 'temporal-polyfill';
import { representativeSchema } from '../../domain/cases/representation.ts';
import { requestTypeSchema, type RequestType } from '../../domain/cases/request-types.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import { html, type Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { webAddress } from '../web-address.ts';
import { hiddenField, inputField, selectField, textField } from './fields.ts';
import { renderPage } from './layout.ts';
import { PATHS, type PageContext } from './page-context.ts';
import { form } from './page-parts.ts';
import { formErrorSummary, TYPES_FIELD, typeId, type FieldError } from './request-form-errors.ts';

/** What the person typed before, as it came; unknown values are left out of the page. */
export interface RequestFormValues {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly relation?: string | undefined;
  readonly requestTypes?: readonly string[] | undefined;
  /** Texts by request type. */
  readonly texts?: Readonly<Record<string, string | undefined>> | undefined;
  readonly message?: string | undefined;
  /** For whom somebody else asks, and in which capacity. */
  readonly onBehalfAs?: string | undefined;
  readonly onBehalfName?: string | undefined;
}

export interface RequestFormModel {
  /** Random for each page shown, so that a second press stores nothing new. */
  readonly idempotencyKey: string;
  readonly values?: RequestFormValues | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  /** The promised date of a request sent today, as an Amsterdam civil date; without it the page says four weeks. */
  readonly promisedDateToday?: Temporal.PlainDate | undefined;
}

/** The form with which people ask. It posts to `/request`; given errors, it shows them and keeps what was typed. */
export function requestFormPage(context: PageContext, model: RequestFormModel): string {
  const texts = textsOf(context.language);
  const { form: words } = texts.requesterPages;
  const errors = model.errors ?? [];
  return renderPage(context, {
    title: words.title,
    path: PATHS.request,
    listed: true,
    ...(errors.length > 0 && { titlePrefix: words.errorTitle }),
    main: html`${errors.length > 0 && formErrorSummary(errors, texts)}
      <p class="lead">${words.lead}</p>
      <p>${words.noIdentity}</p>
      ${form(context, PATHS.request, fields(model, texts), words.send)}
      <section>
        <h2>${words.nextHeading}</h2>
        <p>${words.next}</p>
        <p>${promise(context, model, texts)}</p>
      </section>
      <section>
        <h2>${words.privacyHeading}</h2>
        <p>${words.privacy}</p>
        <p><a href="${webAddress(context.organisation.statementUrl)}">${words.statement}</a></p>
      </section>`,
  });
}

function promise({ language }: PageContext, { promisedDateToday }: RequestFormModel, texts: Texts): string {
  const { form: words } = texts.requesterPages;
  return promisedDateToday === undefined ? words.when : words.whenToday(formatDate(promisedDateToday, language));
}

function fields(model: RequestFormModel, texts: Texts): Html {
  const { form: words, fieldErrors } = texts.requesterPages;
  const values = model.values ?? {};
  const errorOf = (name: string) => {
    const error = model.errors?.find(({ field }) => field === name);
    return error && fieldErrors[error.message];
  };
  const optional = (label: string) => `${label} (${words.optional})`;
  return html`${hiddenField('idempotencyKey', model.idempotencyKey)}
    <fieldset>
      <legend><h2>${words.whatHeading}</h2></legend>
      <p class="hint" id="field-requestType-hint">${words.whatHint}</p>
      ${typesError(errorOf(TYPES_FIELD))}
      ${requestTypeSchema.options.map((type) => typeChoice(type, values, texts, errorOf))}
    </fieldset>
    ${textField({
      name: 'message',
      label: optional(words.message),
      value: values.message,
      error: errorOf('message'),
    })}
    <fieldset>
      <legend><h2>${words.aboutYou}</h2></legend>
      ${inputField({
        name: 'name',
        label: words.name,
        value: values.name,
        error: errorOf('name'),
        required: true,
        autocomplete: 'name',
      })}
      ${inputField({
        name: 'email',
        type: 'email',
        label: words.email,
        hint: words.emailHint,
        value: values.email,
        error: errorOf('email'),
        required: true,
        autocomplete: 'email',
      })}
      ${inputField({
        name: 'phone',
        type: 'tel',
        label: optional(words.phone),
        value: values.phone,
        error: errorOf('phone'),
        autocomplete: 'tel',
      })}
      ${selectField({
        name: 'relation',
        label: optional(words.relation),
        value: values.relation,
        error: errorOf('relation'),
        empty: words.relationNone,
        options: Object.entries(texts.words.relations).map(([value, label]) => ({ value, label })),
      })}
    </fieldset>
    ${behalfFields(values, texts, errorOf)}`;
}

/** Somebody asks for another person: in which capacity, and for whom. The mandate itself is never sent along. */
function behalfFields(values: RequestFormValues, texts: Texts, errorOf: (name: string) => string | undefined): Html {
  const { form: words } = texts.requesterPages;
  return html`<fieldset>
    <legend><h2>${words.behalfHeading}</h2></legend>
    <p class="hint">${words.behalfHint}</p>
    ${selectField({
      name: 'onBehalfAs',
      label: `${words.onBehalfAs} (${words.optional})`,
      hint: words.heirHint,
      value: values.onBehalfAs,
      error: errorOf('onBehalfAs'),
      empty: words.behalfNone,
      options: representativeSchema.options.map((value) => ({ value, label: words.representatives[value] })),
    })}
    ${inputField({
      name: 'onBehalfName',
      label: `${words.onBehalfName} (${words.optional})`,
      value: values.onBehalfName,
      error: errorOf('onBehalfName'),
      autocomplete: 'off',
    })}
  </fieldset>`;
}

function typesError(error: string | undefined): Html | false {
  return error !== undefined && html`<p class="error" id="field-requestType-error">${error}</p>`;
}

/** One thing to ask, with a text that unfolds once it is ticked. */
function typeChoice(
  type: RequestType,
  values: RequestFormValues,
  texts: Texts,
  errorOf: (name: string) => string | undefined,
): Html {
  const { form: words } = texts.requesterPages;
  const ask = texts.words.asks[type];
  const id = typeId(type);
  const name = `text.${type}`;
  const text = values.texts?.[type];
  const error = errorOf(name);
  const keepOpen = (text !== undefined && text !== '') || error !== undefined;
  const checked = values.requestTypes?.includes(type) === true;
  return html`<div class="choice${keepOpen && ' open'}">
    <div class="check">
      <input
        type="checkbox"
        id="${id}"
        name="${TYPES_FIELD}"
        value="${type}"
        aria-describedby="field-requestType-hint"
        ${checked && html`checked`}
      />
      <label for="${id}">${ask}</label>
    </div>
    <div class="more">
      ${textField({
        name,
        // Eyes see which tick box it stands under; a screen reader is told.
        label: html`${words.detail} <span class="away">${ask}</span> (${words.optional})`,
        hint: type === 'portability' ? words.portabilityHint : undefined,
        value: text,
        error,
      })}
    </div>
  </div> `;
}
