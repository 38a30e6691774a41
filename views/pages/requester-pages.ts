import type { Temporal } from 'temporal-polyfill';
import { formatDate, formatInstant } from '../../domain/deadlines/format.ts';
import { html } from '../html.ts';
import { textsOf } from '../texts/texts-of.ts';
import { tokenField } from './fields.ts';
import { renderPage, startLink } from './layout.ts';
import { pageAddress, PATHS, type PageContext } from './page-context.ts';
import { factList, form } from './page-parts.ts';

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

/** The answer to a confirmation, first or repeated. A case that has its answer promises no date any more. */
export function confirmedPage(
  context: PageContext,
  model: {
    readonly caseNumber: string;
    readonly promisedDate: Temporal.PlainDate | null;
    /** When it was confirmed, for a press that changed nothing. */
    readonly before: Temporal.Instant | null;
  },
): string {
  const { words, requesterPages, linkStates, ownCase } = textsOf(context.language);
  const { confirmed } = requesterPages;
  const { promisedDate, before } = model;
  return renderPage(context, {
    title: confirmed.title,
    once: true,
    path: PATHS.confirm,
    main: html`${before !== null && html`<p>${linkStates.confirmedBefore(formatInstant(before, context.language))}</p>`}
      ${promisedDate !== null && html`<p class="lead">${confirmed.lead(formatDate(promisedDate, context.language))}</p>`}
      ${factList([{ label: words.labels.caseNumber, value: html`<strong class="code">${model.caseNumber}</strong>` }])}
      ${before === null && html`<p>${confirmed.next}</p>`}
      ${
        before !== null &&
        html`<p>${linkStates.ownCase} <a href="${pageAddress(context, PATHS.ownCase)}">${ownCase.form.title}</a></p>`
      }
      <p>${confirmed.keep}</p>
      ${startLink(context)}`,
  });
}
