import type { Language } from '../../domain/languages.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import { html, type Html } from '../html.ts';
import type { Block, Inline } from '../mails/blocks.ts';
import { footerBlocks } from '../mails/mail-parts.ts';
import { textPart } from '../mails/text-part.ts';
import { textsOf } from '../texts/texts-of.ts';
import { webAddress } from '../web-address.ts';

/** The letter as plain text. */
export function letterText(blocks: readonly Block[]): string {
  return textPart(blocks);
}

/**
 * The letter as markup for a page, with the words of `letterText`: no styles on elements, headings from the second
 * level (the first in the letter) and the third (the others) on.
 */
export function letterHtml(blocks: readonly Block[]): Html {
  const title = blocks.findIndex((block) => block.kind === 'heading');
  return html`<div class="letter">
    ${blocks.map((block, index) => blockHtml(block, index === title && index === 0))}
  </div>`;
}

/** Who writes, below a letter that is printed or stands alone. */
export function letterSignature(organisation: OrganisationProfile, language: Language): readonly Block[] {
  return footerBlocks({ organisation, language, texts: textsOf(language) });
}

function blockHtml(block: Block, isTitle: boolean): Html {
  switch (block.kind) {
    case 'heading':
      return isTitle ? html`<h2>${block.text}</h2> ` : html`<h3>${block.text}</h3> `;
    case 'paragraph':
      return html`<p>${block.inlines.map((inline) => html`${inlineHtml(inline)} `)}</p> `;
    case 'list':
      return html`<ul>
        ${block.items.map((item) => html`<li>${item}</li> `)}
      </ul> `;
    case 'facts':
      return html`<dl>
        ${block.facts.map(
          ({ label, value }) =>
            html`<dt>${label}:</dt>
              <dd>${inlineHtml(value)}</dd> `,
        )}
      </dl> `;
    case 'table':
      return html`<table>
        <thead>
          <tr>
            ${block.columns.map((name) => html`<th scope="col">${name}</th> `)}
          </tr>
        </thead>
        <tbody>
          ${block.rows.map(
            (cells) =>
              html`<tr>
                ${cells.map((text) => html`<td>${text}</td> `)}
              </tr> `,
          )}
        </tbody>
      </table> `;
    case 'action':
      return html`<p><a href="${webAddress(block.url)}">${block.label}</a></p> `;
  }
}

function inlineHtml(inline: Inline): Html {
  if (typeof inline === 'string') return html`<bdi>${inline}</bdi>`;
  if ('url' in inline) return html`<a href="${webAddress(inline.url)}">${inline.url}</a>`;
  return html`<code>${inline.code}</code>`;
}
