import { html, type Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';

interface Field {
  /** Name in the form's body; ids are made of it. */
  readonly name: string;
  readonly label: string | Html;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

interface InputField extends Field {
  readonly type?: 'text' | 'email' | 'tel' | 'date' | 'time';
  readonly value?: string | undefined;
  readonly required?: boolean;
  /** HTML autofill token, or `off`. */
  readonly autocomplete: string;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** The id of a field's input, which an error summary links to. */
export function fieldId(name: string): string {
  return `field-${name.replaceAll('.', '-')}`;
}

/** A labelled line to type in. */
export function inputField(field: InputField): Html {
  const id = fieldId(field.name);
  return html`<div class="field">
    ${before(field)}
    <input
      id="${id}"
      name="${field.name}"
      type="${field.type ?? 'text'}"
      value="${field.value ?? ''}"
      autocomplete="${field.autocomplete}"
      dir="auto"
      ${described(field)}${field.required === true && html` required`}
    />
  </div> `;
}

/** A labelled text of several lines. */
export function textField(
  field: Field & { readonly value?: string | undefined; readonly required?: boolean; readonly rows?: number },
): Html {
  // Browsers drop a line break right behind the start tag: one is there for that, so that the text keeps its own.
  return html`<div class="field">
    ${before(field)}
    <textarea
      id="${fieldId(field.name)}"
      name="${field.name}"
      rows="${field.rows ?? 4}"
      dir="auto"
      ${described(field)}${field.required === true && html` required`}
    >
${field.value}</textarea>
  </div> `;
}

/** A labelled choice of one. */
export function selectField(
  field: Field & {
    readonly value?: string | undefined;
    readonly required?: boolean;
    /** What stands for no choice. */
    readonly empty: string;
    readonly options: readonly Option[];
  },
): Html {
  return html`<div class="field">
    ${before(field)}
    <select
      id="${fieldId(field.name)}"
      name="${field.name}"
      ${described(field)}${field.required === true && html` required`}
    >
      <option value="">${field.empty}</option>
      ${field.options.map(
        ({ value, label }) =>
          html`<option value="${value}" ${value === field.value && html`selected`}>${label}</option> `,
      )}
    </select>
  </div> `;
}

/** A labelled box to tick; ticked it posts `on`. */
export function checkboxField(field: Field & { readonly checked?: boolean }): Html {
  const { name, label, hint, error, checked } = field;
  const id = fieldId(name);
  return html`<div class="field">
    ${hint !== undefined && html`<p class="hint" id="${id}-hint">${hint}</p>`}
    ${error !== undefined && html`<p class="error" id="${id}-error">${error}</p>`}
    <div class="check">
      <input
        type="checkbox"
        id="${id}"
        name="${name}"
        value="on"
        ${described(field)}
        ${checked === true && html`checked`}
      />
      <label for="${id}">${label}</label>
    </div>
  </div> `;
}

/** The code of a link: a script fills and hides it; without script the person types it. */
export function tokenField(texts: Texts, typed = ''): Html {
  const { label, hint } = texts.requesterPages.token;
  return html`<div class="field" data-code-field>
    ${before({ name: 'token', label, hint })}
    <input
      id="${fieldId('token')}"
      name="token"
      type="text"
      value="${typed}"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      data-code
      ${described({ name: 'token', label, hint })}
      required
    />
  </div> `;
}

/** A value the person does not see. */
export function hiddenField(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}

/** What stands between a field's label and its input: the label itself, a hint, an error. */
function before({ name, label, hint, error }: Field): Html {
  const id = fieldId(name);
  return html`<label for="${id}">${label}</label>
    ${hint !== undefined && html`<p class="hint" id="${id}-hint">${hint}</p>`}
    ${error !== undefined && html`<p class="error" id="${id}-error">${error}</p>`}`;
}

function described({ name, hint, error }: Field): Html | false {
  const id = fieldId(name);
  const ids = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ');
  if (ids === '') return false;
  return html`aria-describedby="${ids}" ${error !== undefined && html`aria-invalid="true"`}`;
}

/** What went wrong, on top of a page, each line leading to its field. The keyboard starts there. */
export function errorSummary(title: string, errors: readonly { readonly id: string; readonly text: string }[]): Html {
  return html`<div class="error-summary" role="alert" aria-labelledby="error-summary-title" tabindex="-1" autofocus>
    <h2 id="error-summary-title">${title}</h2>
    <ul>
      ${errors.map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li> `)}
    </ul>
  </div>`;
}
