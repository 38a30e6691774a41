import { html, type Html } from '../html.ts';
import { textsOf } from '../texts/texts-of.ts';
import { renderPage } from './layout.ts';
import { pageAddress, PATHS, type PageContext } from './page-context.ts';
import { form } from './page-parts.ts';

/** The button that ends the session of this browser, for the pages of the desk. */
export function signOutForm(context: PageContext): Html {
  return form(context, PATHS.signOut, false, textsOf(context.language).linkStates.signOut.button, { second: true });
}

/** The answer to signing out. */
export function signedOutPage(context: PageContext): string {
  const { signOut } = textsOf(context.language).linkStates;
  return renderPage(context, {
    title: signOut.title,
    once: true,
    path: PATHS.desk,
    main: html`<p class="lead">${signOut.lead}</p>
      <p><a class="button" href="${pageAddress(context, PATHS.desk)}">${signOut.again}</a></p>`,
  });
}
