import { html, type Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { renderPage, startLink } from './layout.ts';
import { pageAddress, PATHS, type PageContext } from './page-context.ts';
import { contactLine, factList, written } from './page-parts.ts';

/** The answer to every secret that is none of a link here: wrong, unknown, for another page or long gone, all alike. */
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
      ${contactLine(context)} ${staffLine(context)}`,
  });
}

/** The way to the desk, for who works there. */
function staffLine(context: PageContext): Html {
  const { staff } = textsOf(context.language).requesterPages.linkNotUsable;
  return html`<p><a href="${pageAddress(context, PATHS.desk)}">${staff}</a></p>`;
}

/** What kept the desk from answering as asked. */
export type ProblemKind = keyof Texts['requesterPages']['problems'];

/** The page for a request that could not be carried out. It says nothing of what was sent. */
export function problemPage(context: PageContext, model: { readonly kind: ProblemKind }): string {
  if (model.kind === 'too_many') return tooManyTriesPage(context);
  const problem = textsOf(context.language).requesterPages.problems[model.kind];
  return renderPage(context, {
    title: problem.title,
    path: PATHS.start,
    main: html`<p class="lead">${problem.text}</p>
      ${contactLine(context)} ${startLink(context)} ${model.kind === 'after_press' && staffLine(context)}`,
  });
}

/** Too many tries or requests: the ways that stay open are the phone and the post. Gives back what was written. */
export function tooManyTriesPage(context: PageContext, { typed = '' }: { readonly typed?: string } = {}): string {
  const { layout, ownCase, requesterPages, words } = textsOf(context.language);
  const { legalName, postalAddress, phone } = context.organisation;
  const { title, text, otherWays } = requesterPages.problems.too_many;
  return renderPage(context, {
    title,
    path: PATHS.start,
    main: html`<p class="lead">${text}</p>
      ${
        typed !== '' &&
        html`<p>${ownCase.form.typed}</p>
          <div class="letter">${written(typed)}</div>`
      }
      <p>${otherWays}</p>
      ${factList([
        { label: layout.phone, value: phone },
        { label: words.labels.address, value: `${legalName}, ${postalAddress}` },
      ])}
      ${contactLine(context)} ${startLink(context)}`,
  });
}
