import type { Temporal } from 'temporal-polyfill';
import { findTopic } from '../../domain/consents/wording.ts';
import { formatInstant } from '../../domain/deadlines/format.ts';
import { html } from '../html.ts';
import { textsOf } from '../texts/texts-of.ts';
import { tokenField } from './fields.ts';
import { renderPage, startLink } from './layout.ts';
import { pageAddress, PATHS, type PageContext } from './page-context.ts';
import { contactLine } from './page-parts.ts';

/** The page behind the link of the confirmation mail; its buttons post to `/newsletter/confirm`. */
export function signUpConfirmPage(context: PageContext): string {
  const texts = textsOf(context.language);
  const { confirm } = texts.consentPages;
  const address = pageAddress(context, PATHS.newsletterConfirm);
  return renderPage(context, {
    title: confirm.title,
    path: PATHS.newsletterConfirm,
    main: html`<p class="lead">${confirm.lead}</p>
      <form method="post" action="${address}&sent=1" accept-charset="utf-8">
        ${tokenField(texts)}
        <button type="submit" formaction="${address}&decision=confirm&sent=1">${confirm.yes}</button>
        <p>${confirm.noLead}</p>
        <button class="second" type="submit" formaction="${address}&decision=decline&sent=1">${confirm.no}</button>
      </form>`,
  });
}

/** The answer to the button: what comes, and how to stop it. */
export function consentsGivenPage(context: PageContext, topics: readonly string[]): string {
  const { organisation, language } = context;
  const { given } = textsOf(language).consentPages;
  return renderPage(context, {
    title: given.title,
    once: true,
    path: PATHS.newsletterConfirm,
    main: html`<p class="lead">${given.lead}</p>
      <ul>
        ${topics.map((id) => {
          const topic = findTopic(organisation, id);
          return html`<li>
            <strong>${topic?.name[language] ?? id}</strong>${topic !== undefined && `: ${topic.description[language]}`}
          </li> `;
        })}
      </ul>
      <p>${given.receipt}</p>
      <h2>${given.stopHeading}</h2>
      <p>${given.stop}</p>
      ${contactLine(context)} ${startLink(context)}`,
  });
}

/** The answer to a second press, whichever button was pressed first (`at`: when, if it was of the same mail). */
export function signUpDoneBeforePage(context: PageContext, { at }: { readonly at: Temporal.Instant | null }): string {
  const { consentPages, linkStates } = textsOf(context.language);
  const { doneBefore, form } = consentPages;
  return renderPage(context, {
    title: doneBefore.title,
    once: true,
    path: PATHS.newsletterConfirm,
    main: html`<p class="lead">
        ${doneBefore.lead} ${at !== null && linkStates.consentBefore(formatInstant(at, context.language))}
      </p>
      <p>${doneBefore.stop}</p>
      <p>${doneBefore.again} <a href="${pageAddress(context, PATHS.newsletter)}">${form.title}</a></p>
      ${contactLine(context)} ${startLink(context)}`,
  });
}

/** The answer to whoever did not ask for it. */
export function signUpDeclinedPage(context: PageContext): string {
  const { declined } = textsOf(context.language).consentPages;
  return renderPage(context, {
    title: declined.title,
    once: true,
    path: PATHS.newsletterConfirm,
    main: html`<p class="lead">${declined.lead}</p>
      <p>${declined.next}</p>
      <p>${declined.kept}</p>
      ${contactLine(context)} ${startLink(context)}`,
  });
}
