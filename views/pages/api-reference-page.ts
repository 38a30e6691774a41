import { ADDRESS_TO_COME } from '../../contracts/http/api-reference.ts';
import { html, type Html } from '../html.ts';
import { textsOf } from '../texts/texts-of.ts';
import { renderPage } from './layout.ts';
import { assetAddress, PATHS, type PageContext } from './page-context.ts';

/**
 * The reference of the API for developers, in English in every language. `reference` is markup that was made when the
 * desk was bundled: it holds nothing that anybody sent.
 */
export function apiReferencePage(context: PageContext, reference: string): string {
  const { apiReference } = textsOf(context.language);
  const address = context.publicUrl.replace(/\/+$/, '');
  const here = reference.replaceAll(ADDRESS_TO_COME, () => html`${address}`.toString());
  return renderPage(context, {
    title: apiReference.title,
    path: PATHS.apiReference,
    listed: true,
    main: html`<p class="lead">${apiReference.lead}</p>
      <dl>
        <div>
          <dt>${apiReference.address}</dt>
          <dd><code>${address}</code></dd>
        </div>
        <div>
          <dt>${apiReference.machine}</dt>
          <dd><a href="${assetAddress(context, PATHS.openApi)}">OpenAPI 3.1 (JSON)</a></dd>
        </div>
      </dl>
      <div class="api-reference" lang="en">${readyMarkup(here)}</div>`,
  });
}

/** Markup that is ready. */
function readyMarkup(markup: string): Html {
  return { isEscaped: true, toString: () => markup };
}
