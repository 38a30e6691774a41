import type { OrganisationProfile } from '../../domain/organisation.ts';
import type { Language } from '../../domain/languages.ts';
import { html, toDocument, type Html } from '../html.ts';
import { webAddress } from '../web-address.ts';
import type { Block, Inline, MailDraft } from './blocks.ts';

type Look = OrganisationProfile['look'];

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";
const BODY_TEXT = `${FONT}font-size:16px;line-height:24px;`;
const RULE = 'border-top:1px solid #8a8a8a;';

/**
 * The draft as an HTML document for mail programs: tables for layout, styles on the elements, no pictures, nothing
 * fetched. Text and background keep the reader's own colours, so that a dark mailbox stays dark.
 */
export function htmlPart(draft: MailDraft, footer: readonly Block[], language: Language, look: Look): string {
  return toDocument(
    html`<html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${draft.subject}</title>
      </head>
      <body style="margin:0;padding:0;">
        <div style="display:none;max-height:0;overflow:hidden;">${draft.preview}</div>
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
          <tr>
            <td align="center" style="padding:16px;">
              <table
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                border="0"
                style="max-width:600px;text-align:left;"
              >
                ${draft.blocks.map((block) => row(blockHtml(block, look), BODY_TEXT))}
                ${row('', `${RULE}font-size:1px;line-height:16px;`)}
                ${footer.map((block) => row(blockHtml(block, look), `${FONT}font-size:14px;line-height:20px;`))}
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>`,
  );
}

function row(content: Html | string, style: string): Html {
  return html`<tr>
    <td style="${style}padding-bottom:16px;">${content}</td>
  </tr> `;
}

function blockHtml(block: Block, look: Look): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h2 style="${FONT}font-size:18px;line-height:24px;margin:8px 0 0;">${block.text}</h2>`;
    case 'paragraph':
      return html`<p style="margin:0;">${block.inlines.map((inline) => html`${inlineHtml(inline)} `)}</p>`;
    case 'list':
      return html`<ul style="margin:0;padding-left:24px;">
        ${block.items.map((item) => html`<li>${item}</li> `)}
      </ul>`;
    case 'facts':
      return html`<table cellpadding="0" cellspacing="0" border="0">
        ${block.facts.map(
          ({ label, value }) =>
            html`<tr>
              <th scope="row" style="text-align:left;vertical-align:top;font-weight:normal;padding:2px 16px 2px 0;">
                ${label}:
              </th>
              <td style="vertical-align:top;font-weight:bold;padding:2px 0;">${inlineHtml(value)}</td>
            </tr> `,
        )}
      </table>`;
    case 'table':
      return tableHtml(block.columns, block.rows);
    case 'action':
      return actionHtml(block.label, webAddress(block.url), look);
  }
}

/** Wider than a phone: it is moved by itself, and asks for no width of its own, so that the mail stays in place. */
function tableHtml(columns: readonly string[], rows: readonly (readonly string[])[]): Html {
  return html`<div style="width:0;min-width:100%;overflow-x:auto;" tabindex="0">
    <table cellpadding="0" cellspacing="0" border="0" style="${FONT}font-size:14px;line-height:20px;">
      <thead>
        <tr>
          ${columns.map((name, column) => html`<th scope="col" style="${cellStyle(column)}">${name}</th> `)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((text, column) =>
                column === 0
                  ? html`<th scope="row" style="${RULE}font-weight:normal;${cellStyle(column)}">${text}</th> `
                  : html`<td style="${RULE}${cellStyle(column)}">${text}</td> `,
              )}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

function cellStyle(column: number): string {
  const [side, gap] = column === 0 ? ['left', '0'] : ['right', '12px'];
  return `vertical-align:top;text-align:${side};padding:4px 0 4px ${gap};`;
}

/** The cell carries the colour, since some mail programs drop the padding of links. */
function actionHtml(label: string, url: string, look: Look): Html {
  const button = `display:inline-block;padding:12px 20px;font-weight:bold;color:${look.accentText};text-decoration:none;`;
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0">
      <tr>
        <td bgcolor="${look.accentColour}" style="background-color:${look.accentColour};border-radius:6px;">
          <a href="${url}" style="${button}">${label}</a>
        </td>
      </tr>
    </table>
    <p style="margin:8px 0 0;font-size:14px;line-height:20px;word-break:break-all;"><a href="${url}">${url}</a></p>`;
}

function inlineHtml(inline: Inline): Html {
  if (typeof inline === 'string') return html`${inline}`;
  if ('url' in inline) {
    return html`<a href="${webAddress(inline.url)}" style="word-break:break-all;">${inline.url}</a>`;
  }
  return html`<code style="font-size:15px;word-break:break-all;">${inline.code}</code>`;
}
