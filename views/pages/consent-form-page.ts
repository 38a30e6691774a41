import type { Topic } from '../../domain/organisation/consents.ts';
import { shownText } from '../../domain/consents/wording.ts';
import { html, type Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { webAddress } from '../web-address.ts';
import { checkboxField, errorSummary, fieldId, hiddenField, inputField } from './fields.ts';
import { PAGE_FORM, renderPage, startLink } from './layout.ts';
import { pageAddress, PATHS, type PageContext } from './page-context.ts';
import { contactLine, factList, form } from './page-parts.ts';

/** A field of the form and why it was refused; `form` for the form as a whole. */
export interface SignUpError {
  readonly field: 'topic' | 'email' | 'age' | 'form';
  readonly code: keyof Texts['consentPages']['form']['errors'];
}

export interface SignUpFormModel {
  /** Random for each page shown, so that a second press orders no second mail. */
  readonly formId: string;
  /** What was sent before, as it came. Without it nothing is ticked: silence is no consent (GDPR recital 32). */
  readonly values?: { readonly email: string; readonly topics: readonly string[]; readonly isOldEnough: boolean };
  readonly errors?: readonly SignUpError[];
}

/** The form with which people sign up; posts to `/newsletter`. Each topic has its own box and its own sentence. */
export function signUpFormPage(context: PageContext, model: SignUpFormModel): string {
  const texts = textsOf(context.language);
  const { form: words } = texts.consentPages;
  const { consents } = context.organisation;
  const { language } = context;
  const errors = model.errors ?? [];
  return renderPage(context, {
    title: words.title,
    path: PATHS.newsletter,
    redrawnBy: PATHS.newsletter,
    listed: true,
    ...(errors.length > 0 && { titlePrefix: texts.requesterPages.form.errorTitle }),
    main: html`${
        errors.length > 0 &&
        errorSummary(
          texts.requesterPages.form.errorSummary,
          errors.map(({ field, code }) => ({ id: placeOf(field, context), text: words.errors[code] })),
        )
      }
      <p class="lead">${words.lead}</p>
      <p>${words.howToStop}</p>
      ${form(context, PATHS.newsletter, fields(context, model, texts), words.send, { id: PAGE_FORM })}
      <section>
        <h2>${words.privacyHeading}</h2>
        <p>${words.privacy}</p>
        <p>${words.unconfirmed} ${words.limit}</p>
        ${factList([
          { label: words.kept, value: consents.retention[language] },
          {
            label: words.recipients,
            value: texts.words.list(consents.recipients.map((recipient) => recipient[language])),
          },
          { label: words.location, value: consents.storageLocation[language] },
        ])}
        <p>${words.rights} <a href="${pageAddress(context, PATHS.request)}">${words.toRequest}</a></p>
        ${contactLine(context)}
      </section>`,
  });
}

function fields(context: PageContext, model: SignUpFormModel, texts: Texts): Html {
  const { form: words } = texts.consentPages;
  const { consents } = context.organisation;
  const { language } = context;
  const { values } = model;
  const errorOf = (name: SignUpError['field']) => {
    const error = model.errors?.find(({ field }) => field === name);
    return error && words.errors[error.code];
  };
  const topicError = errorOf('topic');
  return html`${hiddenField('formId', model.formId)}
    <fieldset>
      <legend><h2>${words.topics}</h2></legend>
      <p class="hint" id="field-topic-hint">${words.topicsHint}</p>
      ${topicError !== undefined && html`<p class="error" id="field-topic-error">${topicError}</p>`}
      ${consents.topics.map((topic) =>
        topicChoice(topic, context, values?.topics.includes(topic.topic) === true, topicError !== undefined),
      )}
    </fieldset>
    ${inputField({
      name: 'email',
      type: 'email',
      label: words.email,
      hint: words.emailHint,
      value: values?.email,
      error: errorOf('email'),
      required: true,
      autocomplete: 'email',
    })}
    ${checkboxField({
      name: 'age',
      label: consents.ageStatement[language],
      hint: words.ageHint(consents.age),
      error: errorOf('age'),
      checked: values?.isOldEnough === true,
    })}
    <p><a href="${webAddress(consents.notice.url)}">${words.notice}</a></p>`;
}

/** One box: the literal sentence that is kept with the consent, and under it what comes. */
function topicChoice(topic: Topic, { language }: PageContext, checked: boolean, refused: boolean): Html {
  const id = topicId(topic.topic);
  const described = `${id}-hint field-topic-hint${refused ? ' field-topic-error' : ''}`;
  return html`<div class="choice">
    <div class="check">
      <input
        type="checkbox"
        id="${id}"
        name="topic"
        value="${topic.topic}"
        aria-describedby="${described}"
        ${refused && html`aria-invalid="true"`}
        ${checked && html`checked`}
      />
      <label for="${id}">${shownText(topic, language).text}</label>
    </div>
    <p class="hint" id="${id}-hint">${topic.name[language]}: ${topic.description[language]}</p>
  </div> `;
}

function topicId(topic: string): string {
  return fieldId(`topic-${topic}`);
}

function placeOf(field: SignUpError['field'], { organisation }: PageContext): string {
  const [first] = organisation.consents.topics;
  if (field === 'topic') return topicId(first?.topic ?? '');
  return field === 'form' ? 'main' : fieldId(field);
}

/** The answer to a form sent: the same for every address. */
export function signUpSentPage(context: PageContext): string {
  const { sent } = textsOf(context.language).consentPages;
  return renderPage(context, {
    title: sent.title,
    once: true,
    path: PATHS.newsletter,
    main: html`<p class="lead">${sent.lead}</p>
      <p>${sent.until}</p>
      <p>${sent.noMail} <a href="${pageAddress(context, PATHS.newsletter)}">${sent.again}</a></p>
      ${contactLine(context)} ${startLink(context)}`,
  });
}
