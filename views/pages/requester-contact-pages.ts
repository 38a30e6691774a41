import type { Temporal } from 'temporal-polyfill';
import { formatInstant } from '../../domain/deadlines/format.ts';
import { html } from '../html.ts';
import { textsOf } from '../texts/texts-of.ts';
import { tokenField } from './fields.ts';
import { renderPage } from './layout.ts';
import { pageAddress, PATHS, type PageContext } from './page-context.ts';
import { contactLine, form } from './page-parts.ts';

/** The page behind the link to a new address; its button posts to `/confirm-contact`. */
export function confirmContactPage(context: PageContext): string {
  const texts = textsOf(context.language);
  const { confirmContact: words } = texts.ownCase;
  return renderPage(context, {
    title: words.title,
    path: PATHS.confirmContact,
    main: html`<p class="lead">${words.lead}</p>
      ${form(context, PATHS.confirmContact, tokenField(texts), words.button)} ${contactLine(context)}`,
  });
}

/** The answer to a confirmed address, first or repeated (`before`: when). It names neither case nor address. */
export function contactConfirmedPage(
  context: PageContext,
  { before }: { readonly before: Temporal.Instant | null },
): string {
  const { ownCase, linkStates } = textsOf(context.language);
  return renderPage(context, {
    title: ownCase.confirmContact.doneTitle,
    once: true,
    path: PATHS.confirmContact,
    main: html`<p class="lead">
        ${
          // Since then another address may have been entered.
          before === null
            ? ownCase.confirmContact.done
            : linkStates.addressBefore(formatInstant(before, context.language))
        }
      </p>
      <p><a href="${pageAddress(context, PATHS.ownCase)}">${ownCase.form.title}</a></p>`,
  });
}
