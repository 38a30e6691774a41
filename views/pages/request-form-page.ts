import type { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../domain/deadlines/format.ts';
import { html, type Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { webAddress } from '../web-address.ts';
import { hiddenField, inputField } from './fields.ts';
import { PAGE_FORM, renderPage } from './layout.ts';
import { PATHS, type PageContext } from './page-context.ts';
import { form } from './page-parts.ts';
import { choices } from './request-form-choices.ts';
import { type FieldErrors, formErrorSummary, type FieldError } from './request-form-errors.ts';
import { moreAboutYou, onBehalf } from './request-form-more.ts';

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
    redrawnBy: PATHS.request,
    listed: true,
    ...(errors.length > 0 && { titlePrefix: words.errorTitle }),
    main: html`${errors.length > 0 && formErrorSummary(errors, texts)}
      <p class="lead">${words.lead}</p>
      <p>${words.noIdentity(context.organisation.jurisdiction.personalNumber[context.language])}</p>
      ${form(context, PATHS.request, fields(context, model, texts), words.send, { id: PAGE_FORM })}`,
  });
}

function fields(context: PageContext, model: RequestFormModel, texts: Texts): Html {
  const { form: words, fieldErrors } = texts.requesterPages;
  const values = model.values ?? {};
  const errorOf: FieldErrors = (name) => {
    const error = model.errors?.find(({ field }) => field === name);
    return error && fieldErrors[error.message];
  };
  const given = { values, errorOf, texts, organisation: context.organisation };
  return html`${hiddenField('idempotencyKey', model.idempotencyKey)} ${choices(given)}
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
      ${onBehalf(given)} ${moreAboutYou(given)}
    </fieldset>
    ${whatHappensNext(context, model, texts)} ${privacy(context, texts)}`;
}

/** What follows and by when, before anything is sent. */
function whatHappensNext(context: PageContext, { promisedDateToday }: RequestFormModel, texts: Texts): Html {
  const { form: words } = texts.requesterPages;
  const answer =
    promisedDateToday === undefined ? words.when : words.whenToday(formatDate(promisedDateToday, context.language));
  return html`<section>
    <h2>${words.nextHeading}</h2>
    <ol class="steps">
      ${words.next.map((step) => html`<li>${step}</li> `)}
      <li><strong>${answer}</strong></li>
    </ol>
    <p>${words.atOnce}</p>
  </section>`;
}

/** What a controller says when it collects data (GDPR art. 13), in full behind its first sentence. */
function privacy({ organisation }: PageContext, texts: Texts): Html {
  const { form: words } = texts.requesterPages;
  return html`<details>
    <summary>${words.privacyHeading}</summary>
    <p>${words.privacy}</p>
    <p><a href="${webAddress(organisation.statementUrl)}">${words.statement}</a></p>
  </details>`;
}
