import { html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { renderPage, startLink } from './layout.ts';
import { pageAddress, PATHS, type PageContext } from './page-context.ts';
import { contactLine } from './page-parts.ts';

/** The answer to every link that opens nothing: used, expired, wrong or unknown, all alike. */
export function linkNotUsablePage(context: PageContext): string {
  const { linkNotUsable } = textsOf(context.language).requesterPages;
  return renderPage(context, {
    title: linkNotUsable.title,
    path: PATHS.start,
    main: html`<p class="lead">${linkNotUsable.lead}</p>
      <h2>${linkNotUsable.doHeading}</h2>
      <ul>
        ${linkNotUsable.steps.map((step) => html`<li>${step}</li> `)}
      </ul>
      ${contactLine(context)}
      <p><a href="${pageAddress(context, PATHS.desk)}">${linkNotUsable.staff}</a></p>`,
  });
}

/** What kept the desk from answering as asked. */
export type ProblemKind = keyof Texts['requesterPages']['problems'];

/** The page for a request that could not be carried out. It says nothing of what was sent. */
export function problemPage(context: PageContext, model: { readonly kind: ProblemKind }): string {
  const problem = textsOf(context.language).requesterPages.problems[model.kind];
  return renderPage(context, {
    title: problem.title,
    path: PATHS.start,
    main: html`<p class="lead">${problem.text}</p>
      ${contactLine(context)} ${startLink(context)}`,
  });
}
