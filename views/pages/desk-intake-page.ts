import type { Temporal } from 'temporal-polyfill';
import { lateReasonSchema } from '../../domain/cases/new-case.ts';
import { representativeSchema } from '../../domain/cases/representation.ts';
import { requestTypeSchema } from '../../domain/cases/request-types.ts';
import { typedInChannelSchema } from '../../contracts/http/intake-form.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import { languageSchema } from '../../domain/languages.ts';
import { html, type Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { errorSummary, fieldId, hiddenField, inputField, selectField, textField } from './fields.ts';
import { PAGE_FORM, renderPage } from './layout.ts';
import { caseAddress, pageAddress, PATHS, type PageContext } from './page-context.ts';
import { factList, form } from './page-parts.ts';

/** A field of the form and why it was refused. */
export interface IntakeError {
  readonly field: string;
  readonly code: keyof Texts['deskRules']['form'] | keyof Texts['deskRules']['rules'];
}

export interface IntakeModel {
  /** Random for each page shown, so that a second press stores nothing new. */
  readonly formId: string;
  readonly values: Readonly<Record<string, string>>;
  readonly requestTypes: readonly string[];
  readonly errors: readonly IntakeError[];
}

const TYPES_ID = 'field-requestTypes';
/** What few requests need: folded unless something is in it. */
const MORE = ['onBehalfAs', 'onBehalfName', 'linkTo'];

/** The form with which staff type in what came by phone, post, counter or ticket; posts to `/desk/intake`. */
export function intakePage(context: PageContext, model: IntakeModel): string {
  const texts = textsOf(context.language);
  const { intake: words } = texts.deskPages;
  const { errors } = model;
  return renderPage(context, {
    title: words.title,
    path: PATHS.intake,
    redrawnBy: PATHS.intake,
    ...(errors.length > 0 && { titlePrefix: texts.requesterPages.form.errorTitle }),
    main: html`${
        errors.length > 0 &&
        errorSummary(
          texts.requesterPages.form.errorSummary,
          errors.map(({ field, code }) => ({ id: fieldId(field), text: sentenceOf(code, texts) })),
        )
      }
      <p class="lead">${words.lead}</p>
      <p class="warning">${words.noIdentity(context.organisation.jurisdiction.personalNumber[context.language])}</p>
      ${form(context, PATHS.intake, fields(model, texts), words.button, { id: PAGE_FORM })}
      <p><a href="${pageAddress(context, PATHS.desk)}">${texts.deskPages.case.toOverview}</a></p>`,
  });
}

function sentenceOf(code: IntakeError['code'], { deskRules }: Texts): string {
  return code === 'field_required' || code === 'field_invalid' ? deskRules.form[code] : deskRules.rules[code];
}

function fields(model: IntakeModel, texts: Texts): Html {
  const { intake: words } = texts.deskPages;
  const { optional } = texts.deskActions;
  const of = (name: string, label: string, required = true) => {
    const code = model.errors.find(({ field }) => field === name)?.code;
    return {
      name,
      label: required ? label : `${label} (${optional})`,
      value: model.values[name],
      error: code === undefined ? undefined : sentenceOf(code, texts),
      required,
    };
  };
  const { intake: work } = texts.deskWork;
  return html`${hiddenField('formId', model.formId)}
    <fieldset>
      <legend><h2>${work.howHeading}</h2></legend>
      ${selectField({
        ...of('channel', words.channel),
        empty: words.chooseChannel,
        options: options(typedInChannelSchema.options, texts.deskWords.channels),
      })}
      ${inputField({ ...of('receivedDate', words.receivedDate), type: 'date', autocomplete: 'off' })}
      ${inputField({
        ...of('receivedTime', words.receivedTime),
        type: 'time',
        hint: words.receivedTimeHint,
        autocomplete: 'off',
      })}
      ${selectField({
        ...of('lateReason', words.pastReason, false),
        hint: words.pastReasonHint,
        empty: words.sameDay,
        options: options(lateReasonSchema.options, words.lateReasons),
      })}
    </fieldset>
    <fieldset id="${TYPES_ID}" tabindex="-1">
      <legend><h2>${words.whatHeading}</h2></legend>
      ${typesError(of('requestTypes', '').error)}
      ${requestTypeSchema.options.map((type) => {
        const id = `${TYPES_ID}-${type}`;
        return html`<div class="check">
          <input
            type="checkbox"
            id="${id}"
            name="requestType"
            value="${type}"
            ${model.requestTypes.includes(type) && html`checked`}
          />
          <label for="${id}">${texts.words.names[type]}</label>
        </div> `;
      })}
      ${textField(of('message', words.text, false))}
    </fieldset>
    <fieldset>
      <legend><h2>${words.aboutPerson}</h2></legend>
      ${inputField({ ...of('name', words.name), autocomplete: 'off' })}
      <p class="hint">${words.contactHint}</p>
      ${inputField({ ...of('email', words.email, false), type: 'email', autocomplete: 'off' })}
      ${inputField({ ...of('phone', words.phone, false), type: 'tel', autocomplete: 'off' })}
      ${textField(of('postalAddress', words.postalAddress, false))}
      ${selectField({
        ...of('language', words.language),
        empty: words.chooseLanguage,
        options: options(languageSchema.options, words.languages),
      })}
    </fieldset>
    <details ${MORE.some((name) => isTouched(name, model)) && html`open`}>
      <summary>${work.moreHeading}</summary>
      <fieldset>
        <legend><h2>${words.onBehalfHeading}</h2></legend>
        ${selectField({
          ...of('onBehalfAs', words.onBehalfAs, false),
          empty: words.notOnBehalf,
          options: options(representativeSchema.options, texts.deskWords.representatives),
        })}
        ${inputField({ ...of('onBehalfName', words.onBehalfName, false), autocomplete: 'off' })}
      </fieldset>
      ${inputField({ ...of('linkTo', words.linkTo, false), hint: words.linkToHint, autocomplete: 'off' })}
    </details>`;
}

function isTouched(name: string, { values, errors }: IntakeModel): boolean {
  return (values[name] ?? '') !== '' || errors.some(({ field }) => field === name);
}

function options<Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>) {
  return values.map((value) => ({ value, label: labels[value] }));
}

function typesError(error: string | undefined): Html | false {
  return error !== undefined && html`<p class="error">${error}</p>`;
}

/** What to tell the person: shown once, and the code nowhere else. */
export function intakeDonePage(
  context: PageContext,
  receipt: {
    readonly caseNumber: string;
    readonly collectionCode: string;
    readonly promisedDate: Temporal.PlainDate;
  },
): string {
  const texts = textsOf(context.language);
  const { intake: words, case: caseWords } = texts.deskPages;
  const { labels } = texts.words;
  return renderPage(context, {
    title: words.doneTitle,
    once: true,
    path: PATHS.intake,
    panel: html`<p class="lead">${words.doneLead(formatDate(receipt.promisedDate, context.language))}</p>`,
    main: html`<section class="keep">
        <p>${words.tell}</p>
        ${factList([
          { label: labels.caseNumber, value: html`<strong class="code">${receipt.caseNumber}</strong>` },
          { label: labels.collectionCode, value: html`<strong class="code">${receipt.collectionCode}</strong>` },
        ])}
      </section>
      <p>
        <a href="${caseAddress(context, receipt.caseNumber)}">${caseWords.toCase}</a> ·
        <a href="${pageAddress(context, PATHS.intake)}">${words.another}</a> ·
        <a href="${pageAddress(context, PATHS.desk)}">${caseWords.toOverview}</a>
      </p>`,
  });
}
