import { html, type Html, type Piece } from '../html.ts';
import { textsOf } from '../texts/texts-of.ts';
import { hiddenField } from './fields.ts';
import { pageAddress, type PageContext, type PagePath } from './page-context.ts';
import { form, written } from './page-parts.ts';

/** What a browser posted in vain: given back to that browser, so that nothing typed is lost. */
export interface KeptForm {
  /** Where it goes once the person is signed in. */
  readonly path: PagePath;
  /** Name and value of each field, in the order of the form. */
  readonly fields: readonly (readonly [string, string])[];
}

/** The button that posts it again. What people wrote is shown as well, to be copied if all else fails. */
export function keptForm(context: PageContext, { path, fields }: KeptForm): Html {
  const { ended } = textsOf(context.language).linkStates;
  const texts = writtenTexts(fields);
  return html`${
    texts.length > 0 &&
    html`<p>${ended.typed}</p>
      ${texts.map((text) => html`<div class="letter">${written(text)}</div> `)}`
  }
  ${form(
    context,
    path,
    fields.map(([name, value]) => hiddenField(name, value)),
    ended.goOn,
  )}`;
}

/** Texts given back, each in a block of its own. */
export function writtenBlocks(texts: readonly string[]): readonly Html[] {
  return texts.map((text) => html`<div class="letter">${written(text)}</div> `);
}

/** What people wrote in words: ids and choices of a form have no blanks. */
export function writtenTexts(fields: KeptForm['fields']): readonly string[] {
  return fields.map(([, value]) => value.trim()).filter((value) => /\s/.test(value));
}

/** A form that opens a new tab, beside a page that must stay. */
export function formInNewTab(
  context: PageContext,
  path: PagePath,
  fields: Piece,
  label: string,
  { second = false }: { readonly second?: boolean } = {},
): Html {
  const { newTab } = textsOf(context.language).linkStates.ended;
  return html`<form
    method="post"
    action="${pageAddress(context, path)}&sent=1"
    accept-charset="utf-8"
    target="_blank"
    rel="noopener"
  >
    ${fields}
    <button type="submit" ${second && html`class="second"`}>${newTab(label)}</button>
  </form>`;
}
