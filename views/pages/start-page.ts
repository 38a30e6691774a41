import { html } from '../html.ts';
import { textsOf } from '../texts/texts-of.ts';
import { renderPage } from './layout.ts';
import { pageAddress, PATHS, type PageContext } from './page-context.ts';
import { contactLine } from './page-parts.ts';

/** The first page: what this is, and the way to the form. */
export function startPage(context: PageContext): string {
  const { consentPages, ownCase, requesterPages } = textsOf(context.language);
  const { start } = requesterPages;
  return renderPage(context, {
    title: start.title,
    path: PATHS.start,
    listed: true,
    main: html`<p class="lead">${start.lead(context.organisation.brandName)}</p>
      <p>${start.can}</p>
      <p>${start.when}</p>
      <p><a class="button" href="${pageAddress(context, PATHS.request)}">${start.ask}</a></p>
      <h2>${start.seeCaseHeading}</h2>
      <p><a href="${pageAddress(context, PATHS.ownCase)}">${ownCase.form.title}</a></p>
      <h2>${start.newsletterHeading}</h2>
      <p><a href="${pageAddress(context, PATHS.newsletter)}">${consentPages.form.title}</a></p>
      <h2>${start.otherHeading}</h2>
      ${contactLine(context)}
      <p class="small"><a href="${pageAddress(context, PATHS.desk)}">${start.staff}</a></p>`,
  });
}
