import { type RequestType, requestTypeSchema } from '../../domain/cases/request-types.ts';
import { html, type Html } from '../html.ts';
import { textsOf } from '../texts/texts-of.ts';
import { renderPage } from './layout.ts';
import { pageAddress, PATHS, type PageContext } from './page-context.ts';
import { factList } from './page-parts.ts';

/** The first page: what this is, the ways in, and each right in a sentence with a way to the form that ticks it. */
export function startPage(context: PageContext): string {
  const { consentPages, layout, ownCase, requesterPages, words } = textsOf(context.language);
  const { start, collect } = requesterPages;
  const { brandName, legalName, phone, postalAddress, supportEmail } = context.organisation;
  return renderPage(context, {
    title: start.title,
    path: PATHS.start,
    listed: true,
    main: html`<p class="lead">${start.lead(brandName)}</p>
      <p>${start.when}</p>
      <p><a class="button" href="${pageAddress(context, PATHS.request)}">${start.ask}</a></p>
      <section>
        <h2>${start.seeCaseHeading}</h2>
        <ul class="ways">
          <li><a href="${pageAddress(context, PATHS.ownCase)}">${ownCase.form.title}</a> ${start.seeCase}</li>
          <li><a href="${pageAddress(context, PATHS.collect)}">${collect.title}</a> ${start.collect}</li>
        </ul>
      </section>
      <section>
        <h2>${start.rightsHeading}</h2>
        <p>${start.rightsLead}</p>
        <ul class="ways">
          ${requestTypeSchema.options.map((type) => right(context, type))}
        </ul>
      </section>
      <section>
        <h2>${start.newsletterHeading}</h2>
        <ul class="ways">
          <li>
            <a href="${pageAddress(context, PATHS.newsletter)}">${consentPages.form.title}</a> ${start.newsletter}
          </li>
          <li>
            <a href="${askAddress(context, 'consent_withdrawal')}">${start.newsletterStop}</a> ${start.newsletterLink}
          </li>
        </ul>
      </section>
      <section>
        <h2>${start.otherHeading}</h2>
        <p>${start.other}</p>
        ${factList([
          { label: layout.phone, value: phone },
          { label: words.labels.email, value: supportEmail },
          { label: words.labels.address, value: `${legalName}, ${postalAddress}` },
        ])}
      </section>
      <p class="small">
        <a href="${pageAddress(context, PATHS.desk)}">${start.staff}</a> ·
        <a href="${pageAddress(context, PATHS.apiReference)}">${start.developers}</a>
      </p>`,
  });
}

function right(context: PageContext, type: RequestType): Html {
  const { rights } = textsOf(context.language).requesterPages.start;
  const { title, text } = rights[type];
  return html`<li><a href="${askAddress(context, type)}">${title}</a> ${text}</li> `;
}

/** The form with one thing ticked. It acts on nothing. */
function askAddress(context: PageContext, type: RequestType): string {
  return `${pageAddress(context, PATHS.request)}&ask=${type}`;
}
