import { formatInstant } from '../../domain/deadlines/format.ts';
import type { LinkOver } from '../../domain/errors.ts';
import { parseInstant } from '../../domain/instants.ts';
import { html, type Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { hiddenField } from './fields.ts';
import { writtenBlocks } from './kept-form.ts';
import { renderPage, startLink } from './layout.ts';
import { pageAddress, PATHS, type PageContext, type PagePath } from './page-context.ts';
import { contactLine, form } from './page-parts.ts';

export interface LinkOverModel {
  readonly over: LinkOver;
  /** The secret of the link as it was posted: what asks for a new one. */
  readonly token: string;
  /** What was written in the form that came with it. */
  readonly typed?: readonly string[];
}

/**
 * The answer to a genuine link that opens nothing any more: what became of it and the way on. It tells nothing of the
 * case, since whoever holds an old mail need not be the requester.
 */
export function linkOverPage(context: PageContext, model: LinkOverModel): string {
  const { over, typed = [] } = model;
  const texts = textsOf(context.language);
  const words = texts.linkStates;
  return renderPage(context, {
    title: words.titles[over.why],
    once: true,
    path: PATHS.start,
    main: html`${sinceWhen(context, over, texts)} ${waysOn(context, model, texts)}
    ${
      typed.length > 0 &&
      html`<p>${words.typedBefore}</p>
        ${writtenBlocks(typed)}`
    }
    ${over.kind !== 'sign_in' && contactLine(context)} ${over.kind !== 'sign_in' && startLink(context)}`,
  });
}

function sinceWhen({ language }: PageContext, { why, at }: LinkOver, { linkStates }: Texts): Html | false {
  if (at === null) return false;
  const instant = formatInstant(parseInstant(at), language);
  return html`<p class="lead">${why === 'used' ? linkStates.usedOn(instant) : linkStates.expiredOn(instant)}</p>`;
}

function waysOn(context: PageContext, { over, token }: LinkOverModel, texts: Texts): Html | false {
  const words = texts.linkStates;
  switch (over.kind) {
    case 'confirm':
      return over.why === 'laid_aside'
        ? laidAside(context, texts)
        : html`<p>${words.confirm.expired}</p>
            ${newMailOrCase(context, token, texts)}`;
    case 'collect':
      return html`<p>${words.collect.expired}</p>
        ${newMailOrCase(context, token, texts)}`;
    case 'confirm_contact':
      return over.why === 'laid_aside'
        ? laidAside(context, texts)
        : html`<p>${over.why === 'replaced' ? words.confirmContact.replaced : words.confirmContact.expired}</p>
            <p>${words.confirmContact.again}</p>
            ${button(context, PATHS.ownCase, texts.ownCase.form.title)}`;
    case 'report_task':
      return html`<p>${words.report.expired}</p>
        <p>${words.report.noMail}</p>`;
    case 'confirm_consent':
      return html`<p>${words.confirmConsent.expired}</p>
        <p>
          ${words.confirmConsent.again}
          <a href="${pageAddress(context, PATHS.newsletter)}">${texts.consentPages.form.title}</a>
        </p>`;
    case 'sign_in':
      return html`<p>${over.why === 'used' ? words.signIn.used : words.signIn.expired}</p>
        ${form(context, PATHS.desk, hiddenField('token', token), words.signIn.button)}
        <p>${words.signIn.maybeIn} <a href="${pageAddress(context, PATHS.desk)}">${words.signIn.overview}</a></p>`;
    case 'staff':
      return false;
  }
}

/** A new mail needs nothing but the old one; the page of the case needs number and code, and shows where it stands. */
function newMailOrCase(context: PageContext, token: string, texts: Texts): Html {
  const words = texts.linkStates;
  return html`<h2>${words.whatNow}</h2>
    <p>${words.newLinkHint}</p>
    ${form(context, PATHS.newLink, hiddenField('token', token), words.newLink)}
    <p>${words.ownCase} <a href="${pageAddress(context, PATHS.ownCase)}">${texts.ownCase.form.title}</a></p>`;
}

function laidAside(context: PageContext, texts: Texts): Html {
  const { confirm, newRequest } = texts.linkStates;
  return html`<p class="lead">${confirm.laidAside}</p>
    <p>${confirm.laidAsideWrong}</p>
    ${button(context, PATHS.request, newRequest)}`;
}

function button(context: PageContext, path: PagePath, label: string): Html {
  return html`<p><a class="button" href="${pageAddress(context, path)}">${label}</a></p>`;
}

/** The answer to whoever asked for a new link: it is on its way, or why it is not. */
export function newLinkPage(context: PageContext, { isSent }: { readonly isSent: boolean }): string {
  const texts = textsOf(context.language);
  const { newMail, ownCase } = texts.linkStates;
  return renderPage(context, {
    title: isSent ? newMail.title : newMail.refusedTitle,
    once: true,
    path: PATHS.start,
    main: html`<p class="lead">${isSent ? newMail.lead : newMail.refused}</p>
      ${isSent && html`<p>${texts.linkStates.newLinkHint} ${newMail.junk}</p>`}
      <p>${ownCase} <a href="${pageAddress(context, PATHS.ownCase)}">${texts.ownCase.form.title}</a></p>
      ${contactLine(context)}`,
  });
}

/** The answer to link and code of a case that was opened again. */
export function answerReopenedPage(context: PageContext): string {
  const texts = textsOf(context.language);
  const { collect, ownCase } = texts.linkStates;
  return renderPage(context, {
    title: collect.reopenedTitle,
    once: true,
    path: PATHS.collect,
    main: html`<p class="lead">${collect.reopened}</p>
      <p>${ownCase} <a href="${pageAddress(context, PATHS.ownCase)}">${texts.ownCase.form.title}</a></p>
      ${contactLine(context)}`,
  });
}
