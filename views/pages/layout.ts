import { languageSchema } from '../../domain/languages.ts';
import { html, toDocument, type Html } from '../html.ts';
import { textsOf } from '../texts/texts-of.ts';
import { webAddress } from '../web-address.ts';
import { assetAddress, pageAddress, PATHS, type PageContext, type PagePath } from './page-context.ts';

/** One page before the frame that all pages share. */
export interface Page {
  readonly title: string;
  /** Shown once, in answer to a press: a language switch would lead away from it for good, so it has none. */
  readonly once?: boolean;
  /**
   * Where the form with the id `PAGE_FORM` is drawn again in another language with what was typed: it posts itself there
   * with the field `REDRAW`, and nothing else happens. Without it the language switch is a link.
   */
  readonly redrawnBy?: PagePath;
  /** Said with the title in a panel of its own: the good news after a press. */
  readonly panel?: Html;
  /** Uses the whole width: lists and cases of the desk. */
  readonly wide?: boolean;
  /** Where the language switch leads: the page itself, or the one where this answer was asked for. */
  readonly path: PagePath;
  readonly main: Html;
  /** Stands before the title when the page reports errors. */
  readonly titlePrefix?: string;
  /** Whether search engines may list it; pages behind links in mails may not be listed. */
  readonly listed?: boolean;
}

/** The page as a whole document. It holds no inline style or script, and fetches from the public address only. */
export function renderPage(context: PageContext, page: Page): string {
  const { organisation, language } = context;
  const { layout } = textsOf(language);
  const prefix = page.titlePrefix === undefined ? '' : `${page.titlePrefix}: `;
  return toDocument(
    html`<html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        ${page.listed !== true && html`<meta name="robots" content="noindex" />`}
        <title>${prefix}${page.title} – ${organisation.brandName}</title>
        <link rel="stylesheet" href="${assetAddress(context, PATHS.styles)}" />
        <script src="${assetAddress(context, PATHS.script)}" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">${layout.toContent}</a>
        <header>
          <div class="frame">
            <a class="brand" href="${pageAddress(context, PATHS.start)}">
              ${
                organisation.look.logo !== null &&
                html`<img src="${assetAddress(context, PATHS.logo)}" alt="" width="40" height="40" />`
              }
              ${organisation.brandName}
            </a>
            ${
              page.once !== true &&
              html`<nav aria-label="${layout.languageNavigation}">
                ${page.redrawnBy !== undefined && DEFAULT_BUTTON} ${languageSwitch(context, page)}
              </nav>`
            }
          </div>
        </header>
        <main id="main" class="frame" tabindex="-1" ${isAnswer(page) && html`autofocus`}>
          <div class="${page.wide === true ? 'wide' : 'reading'}">
            ${
              page.panel === undefined
                ? html`<h1>${page.title}</h1>`
                : html`<div class="panel">
                    <h1>${page.title}</h1>
                    ${page.panel}
                  </div>`
            }
            ${page.main}
          </div>
        </main>
        <footer>
          <div class="frame">
            <p>
              ${organisation.legalName}, ${organisation.postalAddress}<br />
              ${organisation.jurisdiction.registrationLabel[language]}: ${organisation.registrationNumber}<br />
              ${layout.phone}: ${organisation.phone}
            </p>
            <p><a href="${webAddress(organisation.statementUrl)}">${layout.statement}</a></p>
          </div>
        </footer>
      </body>
    </html>`,
  );
}

/** The answer to a press: the keyboard goes on from it, not from the head of the page. Errors take the focus themselves. */
function isAnswer({ once, titlePrefix }: Page): boolean {
  return once === true && titlePrefix === undefined;
}

/** The id of the form that is drawn again when the language changes. */
export const PAGE_FORM = 'page-form';
/** Name of the field that asks for nothing but the same form again. */
export const REDRAW = 'redraw';

/**
 * The Enter key presses the first button of a form, and the language switch stands before the others. This one comes
 * first and does what the form is for; it is for the key alone.
 */
const DEFAULT_BUTTON = html`<button class="away" form="${PAGE_FORM}" tabindex="-1" aria-hidden="true"></button>`;

function languageSwitch(context: PageContext, { path, redrawnBy }: Page): readonly Html[] {
  return languageSchema.options
    .filter((language) => language !== context.language)
    .map((language) => {
      const name = textsOf(language).layout.languageName;
      const href = pageAddress(context, redrawnBy ?? path, language);
      return redrawnBy === undefined
        ? html`<a href="${href}" hreflang="${language}" lang="${language}" data-keep-code>${name}</a>`
        : html`<button
            class="plain"
            form="${PAGE_FORM}"
            formaction="${href}&sent=1"
            formnovalidate
            name="${REDRAW}"
            value="${language}"
            lang="${language}"
          >
            ${name}
          </button>`;
    });
}

/** A link to the first page. */
export function startLink(context: PageContext): Html {
  return html`<p>
    <a href="${pageAddress(context, PATHS.start)}">${textsOf(context.language).layout.backToStart}</a>
  </p>`;
}
