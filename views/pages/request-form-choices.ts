import { requestTypeSchema, type RequestType } from '../../domain/cases/request-types.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import { html, type Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textField } from './fields.ts';
import { TYPES_FIELD, typeId, type FieldErrors } from './request-form-errors.ts';
import type { RequestFormValues } from './request-form-page.ts';

/** What people ask for most, in the words they use. */
const FIRST: readonly RequestType[] = [
  'access',
  'rectification',
  'erasure',
  'marketing_objection',
  'question',
  'complaint',
];
const OTHERS = requestTypeSchema.options.filter((type) => !FIRST.includes(type));

interface Choices {
  readonly values: RequestFormValues;
  readonly errorOf: FieldErrors;
  readonly texts: Texts;
  readonly organisation: OrganisationProfile;
}

/** Everything that can be asked, several at once. What is rare unfolds below, named, and is open when it is used. */
export function choices({ values, errorOf, texts, organisation }: Choices): Html {
  const { form: words } = texts.requesterPages;
  const error = errorOf(TYPES_FIELD);
  const given = { values, errorOf, texts, organisation };
  const described = ['field-requestType-hint', ...(error === undefined ? [] : ['field-requestType-error'])].join(' ');
  return html`<fieldset aria-describedby="${described}">
    <legend><h2>${words.whatHeading}</h2></legend>
    <p class="hint" id="field-requestType-hint">${words.whatHint}</p>
    ${error !== undefined && html`<p class="error" id="field-requestType-error">${error}</p>`}
    ${FIRST.map((type) => choice(type, given))}
    <details ${OTHERS.some((type) => isUsed(type, given)) && html`open`}>
      <summary>${words.otherChoices}</summary>
      ${OTHERS.map((type) => choice(type, given))}
    </details>
  </fieldset>`;
}

function isUsed(type: RequestType, { values, errorOf }: Choices): boolean {
  return values.requestTypes?.includes(type) === true || hasText(type, values) || errorOf(`text.${type}`) !== undefined;
}

function hasText(type: RequestType, { texts }: RequestFormValues): boolean {
  return (texts?.[type] ?? '') !== '';
}

/** One thing to ask, with a text that unfolds once it is ticked. */
function choice(type: RequestType, { values, errorOf, texts, organisation }: Choices): Html {
  const { form: words } = texts.requesterPages;
  const id = typeId(type);
  const name = `text.${type}`;
  const error = errorOf(name);
  const keepOpen = hasText(type, values) || error !== undefined;
  return html`<div class="choice${keepOpen && ' open'}">
    <div class="check">
      <input
        type="checkbox"
        id="${id}"
        name="${TYPES_FIELD}"
        value="${type}"
        ${values.requestTypes?.includes(type) === true && html`checked`}
      />
      <label for="${id}">${texts.words.asks[type]}</label>
    </div>
    <div class="more">
      ${textField({
        name,
        label: words.details[type],
        hint: type === 'portability' && organisation.isTelecomProvider ? words.portabilityHint : undefined,
        value: values.texts?.[type],
        error,
        rows: 3,
      })}
    </div>
  </div> `;
}
