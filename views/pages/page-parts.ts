import type { Language } from '../../domain/languages.ts';
import { html, type Html, type Piece } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { webAddress } from '../web-address.ts';
import { pageAddress, type PageContext, type PagePath } from './page-context.ts';

/**
 * A form that posts its fields urlencoded and keeps the language. It goes to another address than its page has: a post
 * makes browsers forget what they keep of that very address (RFC 9111 §4.4), and going back would find a new page.
 */
export function form(
  context: PageContext,
  path: PagePath,
  fields: Piece,
  button: Piece,
  options: { readonly id?: string; readonly second?: boolean } = {},
): Html {
  const { id, second } = options;
  return html`<form
    ${id !== undefined && html`id="${id}"`}
    method="post"
    action="${pageAddress(context, path)}&sent=1"
    accept-charset="utf-8"
  >
    ${fields}
    <button type="submit" ${second === true && html`class="second"`}>${button}</button>
  </form>`;
}

/** What a person wrote: shown as it was written, and kept from reordering the words around it. */
export function written(text: string): Html {
  return html`<bdi class="written">${text}</bdi>`;
}

/** Facts in two columns. */
export function factList(facts: readonly { readonly label: string; readonly value: Piece }[]): Html {
  return html`<dl>
    ${facts.map(
      ({ label, value }) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div> `,
    )}
  </dl>`;
}

/** How to reach the organisation. */
export function contactLine({ organisation, language }: PageContext): Html {
  const { phone, supportEmail } = organisation;
  return html`<p>${textsOf(language).shared.contactLine(phone, supportEmail)}</p>`;
}

/** Where to complain, as a block with a heading. */
export function authoritySection({ organisation, language }: PageContext, heading: string, lead?: string): Html {
  const { name, website, postalAddress, phone } = organisation.supervisoryAuthority;
  const texts = textsOf(language);
  const { labels } = texts.words;
  return html`<section>
    <h2>${heading}</h2>
    ${lead !== undefined && html`<p>${lead}</p>`}
    <p>${texts.shared.authoritySentence(name)}</p>
    ${factList([
      { label: labels.website, value: html`<a href="${webAddress(website)}">${website}</a>` },
      { label: labels.address, value: postalAddress },
      { label: texts.layout.phone, value: phone },
    ])}
  </section>`;
}

/** How large a file is, for people. */
export function sizeOf(bytes: number, language: Language, texts: Texts): string {
  const { size } = texts.filePages;
  const amount = (value: number) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
  if (bytes < 1000) return size(amount(bytes), 'B');
  return bytes < 1_000_000 ? size(amount(bytes / 1000), 'kB') : size(amount(bytes / 1_000_000), 'MB');
}
