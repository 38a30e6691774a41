import type { OrganisationProfile } from '../../domain/organisation.ts';
import type { Language } from '../../domain/languages.ts';
import { COLOURS } from '../assets/colours.ts';
import { html, type Html } from '../html.ts';
import { webAddress } from '../web-address.ts';
import type { Block, Fact, Inline, MailDraft } from './blocks.ts';
import * as parts from './compiled-parts.ts';

type Palette = ReturnType<typeof paletteOf>;

/** Mailboxes fill the rest of the preview with the first words of a mail, unless something invisible stands there. */
const AFTER_PREVIEW = '\u034F\u200C\u00A0'.repeat(100);

/**
 * The draft as an HTML document for mail programs, of the parts that mail.mjml describes: tables for layout, no
 * pictures, nothing fetched, readable without its style sheet. The brand name stands on top; all other words are
 * those of the text part, in the same order. Throws RangeError for a link that is no web address.
 */
export function htmlPart(
  draft: MailDraft,
  footer: readonly Block[],
  language: Language,
  { brandName, look }: Pick<OrganisationProfile, 'brandName' | 'look'>,
): string {
  const palette = paletteOf(look);
  const firstAction = draft.blocks.findIndex(({ kind }) => kind === 'action');
  const document = html`${parts.open({
    ...palette,
    language,
    direction: 'ltr',
    subject: draft.subject,
    preview: html`${draft.preview}${AFTER_PREVIEW}`,
    brand: brandName,
  })}${draft.blocks.map((block, index) =>
    blockHtml(block, {
      palette,
      isMainAction: index === firstAction,
      isAboutButton: draft.blocks[index - 1]?.kind === 'action',
    }),
  )}${parts.turn()}${footer.map((block) => footerHtml(block, palette))}${parts.close()}`;
  return `${document.toString()}\n`;
}

const CELL = 'text-align:left;vertical-align:top;font-weight:normal;';

function paletteOf(look: OrganisationProfile['look']) {
  const { light, dark } = COLOURS;
  return {
    accent: look.accentColour,
    accentText: look.accentText,
    ground: light.ground,
    raised: light.raised,
    text: light.text,
    quiet: light.quiet,
    line: light.faint,
    darkAccent: look.accentOnDark,
    darkGround: dark.ground,
    darkRaised: dark.raised,
    darkText: dark.text,
    darkQuiet: dark.quiet,
    darkLine: dark.faint,
  } as const;
}

/** Where a block stands: one button of a mail is the main one, and what follows a button is about it. */
interface Standing {
  readonly palette: Palette;
  readonly isMainAction: boolean;
  readonly isAboutButton: boolean;
}

function blockHtml(block: Block, { palette, isMainAction, isAboutButton }: Standing): Html {
  switch (block.kind) {
    case 'heading':
      return parts.heading({ ...palette, words: block.text });
    case 'paragraph': {
      const words = inlinesHtml(block.inlines, palette);
      return isAboutButton ? parts.note({ ...palette, words }) : parts.paragraph({ ...palette, words });
    }
    case 'list':
      return parts.list({ ...palette, items: block.items.map((item) => html`<li>${item}</li> `) });
    case 'facts':
      return html`${parts.facts({ ...palette, rows: factRows(block.facts, palette) })}${parts.gap()}`;
    case 'table':
      return parts.figures({ ...palette, rows: figureRows(block.columns, block.rows, palette) });
    case 'action': {
      const slots = { ...palette, address: webAddress(block.url), words: block.label };
      return html`${isMainAction ? parts.button(slots) : parts.otherButton(slots)}${parts.address(slots)}`;
    }
  }
}

function footerHtml(block: Block, palette: Palette): Html {
  if (block.kind === 'paragraph') {
    return parts.smallParagraph({ ...palette, words: inlinesHtml(block.inlines, palette) });
  }
  if (block.kind === 'facts') return parts.smallFacts({ ...palette, rows: smallFactRows(block.facts, palette) });
  return blockHtml(block, { palette, isMainAction: false, isAboutButton: false });
}

function factRows(facts: readonly Fact[], palette: Palette): readonly Html[] {
  return facts.map(
    ({ label, value }) =>
      html`<tr>
        <th scope="row" style="width:38%;padding:4px 16px 4px 0;color:${palette.quiet};${CELL}">${label}:</th>
        <td style="padding:4px 0;${CELL}">${inlineHtml(value, palette)}</td>
      </tr> `,
  );
}

function smallFactRows(facts: readonly Fact[], palette: Palette): readonly Html[] {
  return facts.map(
    ({ label, value }) =>
      html`<tr>
        <th scope="row" width="1" style="padding:0 12px 0 0;white-space:nowrap;${CELL}">${label}:</th>
        <td style="${CELL}">${inlineHtml(value, palette)}</td>
      </tr> `,
  );
}

function figureRows(columns: readonly string[], rows: readonly (readonly string[])[], palette: Palette): Html {
  const line = `border-top:1px solid ${palette.line};`;
  return html`<thead>
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
                ? html`<th scope="row" style="${line}font-weight:normal;${cellStyle(column)}">${text}</th> `
                : html`<td style="${line}${cellStyle(column)}">${text}</td> `,
            )}
          </tr> `,
      )}
    </tbody>`;
}

function cellStyle(column: number): string {
  const [side, gap] = column === 0 ? ['left', '0'] : ['right', '12px'];
  return `vertical-align:top;text-align:${side};padding:6px 0 6px ${gap};`;
}

/** An address that ends a paragraph has a line of its own, so that a list of links can be scanned. */
function inlinesHtml(inlines: readonly Inline[], palette: Palette): readonly Html[] {
  const last = inlines.length - 1;
  return inlines.map((inline, index) => {
    const isAddress = typeof inline !== 'string' && 'url' in inline;
    const piece = inlineHtml(inline, palette);
    return isAddress && index === last && index > 0
      ? html`<br /><span style="font-size:14px;line-height:20px;">${piece}</span> `
      : html`${piece} `;
  });
}

function inlineHtml(inline: Inline, palette: Palette): Html {
  if (typeof inline === 'string') return html`${inline}`;
  if ('url' in inline) {
    return html`<a href="${webAddress(inline.url)}" style="color:${palette.accent};word-break:break-word;"
      >${inline.url}</a
    >`;
  }
  return html`<code style="font-size:15px;word-break:break-word;">${inline.code}</code>`;
}
