import type { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../domain/deadlines/format.ts';
import { html } from '../html.ts';
import { textsOf } from '../texts/texts-of.ts';
import { tokenField } from './fields.ts';
import { renderPage, startLink } from './layout.ts';
import { pageAddress, PATHS, type PageContext } from './page-context.ts';
import { contactLine, factList, form } from './page-parts.ts';

export interface RequestReceivedModel {
  readonly caseNumber: string;
  /** Shown here and nowhere else. */
  readonly collectionCode: string;
  readonly promisedDate: Temporal.PlainDate;
  /** Whether a mail with a link to confirm is on its way. */
  readonly confirmationNeeded: boolean;
}

/** The answer to a form sent: case number, collection code, promised date. */
export function requestReceivedPage(context: PageContext, model: RequestReceivedModel): string {
  const { ownCase, words, requesterPages } = textsOf(context.language);
  const { received } = requesterPages;
  return renderPage(context, {
    title: received.title,
    once: true,
    path: PATHS.request,
    main: html`<p class="lead">${received.lead(formatDate(model.promisedDate, context.language))}</p>
      <section class="keep">
        <h2>${received.keepHeading}</h2>
        ${factList([
          { label: words.labels.caseNumber, value: html`<strong class="code">${model.caseNumber}</strong>` },
          { label: words.labels.collectionCode, value: html`<strong class="code">${model.collectionCode}</strong>` },
        ])}
        <p>${received.keep}</p>
      </section>
      <h2>${received.nextHeading}</h2>
      ${
        model.confirmationNeeded
          ? html`<p>${received.confirm}</p>
              <p>${received.noMail}</p>`
          : html`<p>${received.nothing}</p>`
      }
      <p>${received.follow} <a href="${pageAddress(context, PATHS.ownCase)}">${ownCase.form.title}</a></p>
      ${contactLine(context)}`,
  });
}

/** The page behind the link in the confirmation mail; its button posts to `/confirm`. */
export function confirmPage(context: PageContext): string {
  const texts = textsOf(context.language);
  const { confirm } = texts.requesterPages;
  return renderPage(context, {
    title: confirm.title,
    path: PATHS.confirm,
    main: html`<p class="lead">${confirm.lead}</p>
      ${form(context, PATHS.confirm, tokenField(texts), confirm.button)}`,
  });
}

/** The answer to a confirmation, first or repeated. */
export function confirmedPage(
  context: PageContext,
  model: { readonly caseNumber: string; readonly promisedDate: Temporal.PlainDate },
): string {
  const { words, requesterPages } = textsOf(context.language);
  const { confirmed } = requesterPages;
  return renderPage(context, {
    title: confirmed.title,
    once: true,
    path: PATHS.confirm,
    main: html`<p class="lead">${confirmed.lead(formatDate(model.promisedDate, context.language))}</p>
      ${factList([{ label: words.labels.caseNumber, value: html`<strong class="code">${model.caseNumber}</strong>` }])}
      <p>${confirmed.next}</p>
      <p>${confirmed.keep}</p>
      ${startLink(context)}`,
  });
}
